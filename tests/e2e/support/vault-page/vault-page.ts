import { readFileSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import type { Page } from '@playwright/test';
import type { PageMark } from '../../../../src/core/contract/session-api.ts';
import type { VaultApi } from '../../../../src/core/contract/vault-api.ts';

/** Address of the page under the app. */
export const VAULT_PAGE = 'proofs/vault-page.html';

type Calls = Omit<VaultApi, 'subscribe'>;

/** Runs the text of a function in a page; arguments and answer travel as JSON. Every engine can do that. */
export type Evaluate = (code: string, ...args: readonly unknown[]) => Promise<unknown>;

/** The built vault worker in a real browser, without the screens of the app. */
export interface VaultPage {
  /** Starts a worker, ending the one before; `before` names files to run in it first. */
  readonly start: (before?: readonly string[]) => Promise<void>;
  readonly end: () => Promise<void>;
  readonly call: <M extends keyof Calls>(method: M, ...args: Parameters<Calls[M]>) => Promise<Awaited<ReturnType<Calls[M]>>>;
  /** The same call with each of many arguments, one after the other; no files. One trip to the browser for all of them. */
  readonly callEach: <M extends keyof Calls>(method: M, all: readonly Parameters<Calls[M]>[]) => Promise<readonly Awaited<ReturnType<Calls[M]>>[]>;
  readonly marks: () => Promise<readonly PageMark[]>;
}

const CALL_EACH = `async (method, ...all) => {
  const answers = [];
  for (const args of all) answers.push(await globalThis.vaultPage.call(method, ...args));
  return answers;
}`;

const here = import.meta.dirname;
const comlink = path.join(path.dirname(createRequire(import.meta.url).resolve('comlink')), '../esm/comlink.mjs');

const pageOf = (dist: string): string => {
  const worker = readdirSync(path.join(dist, 'assets')).find((name) => /^vault\.worker-[\w-]+\.js$/.test(name));
  if (worker === undefined) throw new Error(`No vault worker in ${dist}`);
  const policy = /<meta\s+http-equiv="Content-Security-Policy"[^>]*>/.exec(readFileSync(path.join(dist, 'index.html'), 'utf8'));
  if (policy === null) throw new Error('The app has no policy');
  return `<!doctype html><meta charset="utf-8" />${policy[0]}<meta name="vault-worker" content="../assets/${worker}" />
<title>proofs</title><link rel="icon" href="../icons/kinko.svg" /><body></body><script type="module" src="./vault-page.js"></script>`;
};

/** For the `replace` of a server: the page and its files, beside those of the built app in `dist`. */
export const withVaultPage =
  (dist: string) =>
  (file: string): string | undefined => {
    const name = /^\/proofs\/([\w-]+\.(?:html|m?js))$/.exec(file)?.[1];
    if (name === undefined) return undefined;
    if (name === 'vault-page.html') return pageOf(dist);
    if (name === 'comlink.mjs') return readFileSync(comlink, 'utf8');
    return readFileSync(path.join(here, name), 'utf8');
  };

const fileToJson = async (value: unknown): Promise<unknown> => {
  if (value instanceof Blob) {
    const base64 = Buffer.from(await value.arrayBuffer()).toString('base64');
    return { $file: { name: value instanceof File ? value.name : '', base64 } };
  }
  if (Array.isArray(value)) return await Promise.all(value.map(fileToJson));
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(await Promise.all(Object.entries(value).map(async ([key, part]) => [key, await fileToJson(part)])));
};

const isFile = (value: object): value is { readonly $file: { readonly name: string; readonly base64: string } } => '$file' in value;

const fileFromJson = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(fileFromJson);
  if (value === null || typeof value !== 'object') return value;
  if (isFile(value)) return new File([Buffer.from(value.$file.base64, 'base64')], value.$file.name);
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, fileFromJson(part)]));
};

/** Drives a page that has been opened at `VAULT_PAGE`. */
export const createVaultPage = (evaluate: Evaluate): VaultPage => ({
  start: async (before = []) => {
    await evaluate('(before) => globalThis.vaultPage.start(before)', before);
  },
  end: async () => {
    await evaluate('() => globalThis.vaultPage.end()');
  },
  call: async <M extends keyof Calls>(method: M, ...args: Parameters<Calls[M]>): Promise<Awaited<ReturnType<Calls[M]>>> => {
    const sent = await Promise.all(args.map(fileToJson));
    const answer = await evaluate('(method, ...args) => globalThis.vaultPage.call(method, ...args)', method, ...sent);
    return fileFromJson(answer) as Awaited<ReturnType<Calls[M]>>;
  },
  callEach: async <M extends keyof Calls>(method: M, all: readonly Parameters<Calls[M]>[]) =>
    (await evaluate(CALL_EACH, method, ...all)) as readonly Awaited<ReturnType<Calls[M]>>[],
  marks: async () => (await evaluate('() => globalThis.vaultPage.marks()')) as readonly PageMark[],
});

const evaluateIn =
  (page: Page): Evaluate =>
  (code, ...args) =>
    page.evaluate(`(${code})(...${JSON.stringify(args)})`);

/** Opens the page at `app`, an address ending in "/", and starts a worker. */
export const openVaultPage = async (page: Page, app: string): Promise<VaultPage> => {
  await page.goto(app + VAULT_PAGE);
  await page.locator('body', { hasText: 'ready' }).waitFor();
  const vault = createVaultPage(evaluateIn(page));
  await vault.start();
  return vault;
};
