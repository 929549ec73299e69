import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { envOf, freePort, webKitPlace } from './place.ts';
import { startGroup } from './processes.ts';
import type { ProcessGroup } from './processes.ts';
import { createCommands } from './webdriver.ts';

/** A page of WebKitGTK's MiniBrowser. */
export interface WebKitPage {
  readonly goto: (url: string) => Promise<void>;
  readonly reload: () => Promise<void>;
  readonly url: () => Promise<string>;
  /** Runs the text of a function, async or not, in the page; arguments and result travel as JSON. */
  readonly evaluate: <T>(code: string, ...args: readonly unknown[]) => Promise<T>;
  /** Home folder of the browser: its profile and its downloads lie here. */
  readonly home: string;
  readonly close: () => Promise<void>;
}

/** Driven by the W3C WebDriver protocol: with the clicks and keys of a person, and a profile that is never written to the disk. */
export interface WebKitBrowser extends WebKitPage {
  readonly version: string;
  /** The element that the text of a function answers; null when it answers none. */
  readonly find: (code: string, ...args: readonly unknown[]) => Promise<WebKitElement | null>;
}

/** A handle that dies with its element. */
export interface WebKitElement {
  readonly click: () => Promise<void>;
  readonly clear: () => Promise<void>;
  /** For a file input, the paths of files, a line each. */
  readonly type: (text: string) => Promise<void>;
}

const ELEMENT = 'element-6066-11e4-a52e-4f735466cecf';
const PAGE_SECONDS = 60;
const SCRIPT_SECONDS = 90;
/** The driver's own answer that a time is over comes first. */
const MORE_SECONDS = 10;

const untilUp = async (base: string, driver: ProcessGroup): Promise<void> => {
  const end = Date.now() + 30_000;
  while (Date.now() < end && driver.isRunning()) {
    const up = await fetch(`${base}/status`, { signal: AbortSignal.timeout(5000) }).catch(() => undefined);
    if (up?.ok === true) return;
    await pause(50);
  }
  throw new Error(`WebKitWebDriver did not start. ${driver.said()}`);
};

/** The browser's folder is removed when it is closed. */
export const openWebKit = async (): Promise<WebKitBrowser> => {
  const place = await webKitPlace();
  const port = await freePort();
  const home = mkdtempSync(path.join(tmpdir(), 'kinko-webkit-'));
  const driver = startGroup(place.driver, [`--port=${port}`, '--host=127.0.0.1'], envOf(home));
  const end = async (): Promise<void> => {
    await driver.end();
    rmSync(home, { recursive: true, force: true });
  };
  try {
    const base = `http://127.0.0.1:${port}`;
    await untilUp(base, driver);
    return await openSession(base, driver, { binary: place.browser, home, end });
  } catch (error) {
    await end();
    throw error;
  }
};

interface Around {
  readonly binary: string;
  readonly home: string;
  readonly end: () => Promise<void>;
}

const openSession = async (base: string, driver: ProcessGroup, { binary, home, end }: Around): Promise<WebKitBrowser> => {
  const command = createCommands(base, driver);
  const capabilities = { alwaysMatch: { 'webkitgtk:browserOptions': { binary, args: ['--automation'] } } };
  const session = (await command('POST', '/session', { capabilities }, PAGE_SECONDS)) as {
    readonly sessionId: string;
    readonly capabilities: { readonly browserVersion: string };
  };
  const at = `/session/${session.sessionId}`;
  await command('POST', `${at}/timeouts`, { script: SCRIPT_SECONDS * 1000, pageLoad: PAGE_SECONDS * 1000 });

  const evaluate = async <T>(code: string, ...args: readonly unknown[]): Promise<T> => {
    const script = `const args = [...arguments], done = args.pop();
      Promise.resolve().then(() => (${code})(...args)).then((value) => done({ value }), (error) => done({ error: String(error) }));`;
    const answer = (await command('POST', `${at}/execute/async`, { script, args }, SCRIPT_SECONDS + MORE_SECONDS)) as {
      readonly value: T;
      readonly error?: string;
    };
    if (answer.error !== undefined) throw new Error(answer.error);
    return answer.value;
  };
  const load = async (route: string, body: unknown): Promise<void> => {
    await command('POST', at + route, body, PAGE_SECONDS + MORE_SECONDS);
  };
  const elementAt = (id: string): WebKitElement => {
    const act = async (what: string, body: unknown): Promise<void> => {
      await command('POST', `${at}/element/${id}/${what}`, body);
    };
    return { click: () => act('click', {}), clear: () => act('clear', {}), type: (text) => act('value', { text }) };
  };

  return {
    version: session.capabilities.browserVersion,
    home,
    goto: (url) => load('/url', { url }),
    reload: () => load('/refresh', {}),
    url: async () => String(await command('GET', `${at}/url`)),
    evaluate,
    find: async (code, ...args) => {
      const found = await evaluate<Readonly<Record<string, string>> | null>(code, ...args);
      const id = found?.[ELEMENT];
      return id === undefined ? null : elementAt(id);
    },
    close: async () => {
      await command('DELETE', at, undefined, 5).catch(() => undefined);
      await end();
    },
  };
};
