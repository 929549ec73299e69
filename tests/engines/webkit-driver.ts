import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { findWebKit } from '../tools/browsers.mjs';

/** WebKitGTK's MiniBrowser, driven by the W3C WebDriver protocol over HTTP. */
export interface WebKitBrowser {
  readonly version: string;
  readonly goto: (url: string) => Promise<void>;
  readonly reload: () => Promise<void>;
  readonly url: () => Promise<string>;
  /** Runs the text of a function, async or not, in the page; arguments and result travel as JSON. */
  readonly evaluate: <T>(code: string, ...args: readonly unknown[]) => Promise<T>;
  /** Polls until the text of a function answers something truthy; fails after `seconds`. */
  readonly until: (code: string, seconds?: number) => Promise<void>;
  readonly click: (css: string) => Promise<void>;
  /** Types into an element; for a file input, the path of a file. */
  readonly type: (css: string, text: string) => Promise<void>;
  readonly textOf: (css: string) => Promise<string>;
  /** PNG. */
  readonly screenshot: () => Promise<Buffer>;
  /** Home folder of the browser: its profile and its downloads lie here. */
  readonly home: string;
  readonly close: () => Promise<void>;
}

const ELEMENT = 'element-6066-11e4-a52e-4f735466cecf';

const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => (address === null || typeof address === 'string' ? reject(new Error('No port')) : resolve(address.port)));
    });
  });

const pause = (ms: number): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, ms);
  });

type Command = (method: 'GET' | 'POST' | 'DELETE', route: string, body?: unknown) => Promise<unknown>;

const commandsOf =
  (base: string): Command =>
  async (method, route, body) => {
    const response = await fetch(base + route, {
      method,
      ...(body === undefined ? {} : { body: JSON.stringify(body), headers: { 'Content-Type': 'application/json' } }),
    });
    const { value } = (await response.json()) as { readonly value: unknown };
    if (response.ok) return value;
    const { error, message } = value as { readonly error: string; readonly message: string };
    throw new Error(`${error}: ${message}`);
  };

const untilUp = async (command: Command): Promise<void> => {
  for (let round = 0; round < 200; round += 1) {
    const up = await command('GET', '/status').then(
      () => true,
      () => false,
    );
    if (up) return;
    await pause(50);
  }
  throw new Error('WebKitWebDriver did not start');
};

const ended = (child: ChildProcess): Promise<void> =>
  new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) resolve();
    else child.once('exit', () => resolve());
  });

/** `home` keeps the profile when the browser is opened again; without it a new one is made and removed at the end. */
export const openWebKit = async (options: { readonly home?: string } = {}): Promise<WebKitBrowser> => {
  const found = findWebKit();
  if (found === undefined) throw new Error('WebKitWebDriver, MiniBrowser or xvfb-run is missing');
  const home = options.home ?? mkdtempSync(path.join(tmpdir(), 'kinko-webkit-'));
  const port = await freePort();
  const driver = spawn(found.driver, [`--port=${port}`, '--host=127.0.0.1'], {
    stdio: 'ignore',
    env: { ...process.env, HOME: home, XDG_DATA_HOME: `${home}/data`, XDG_CACHE_HOME: `${home}/cache`, LANG: 'ja_JP.UTF-8', TZ: 'Asia/Tokyo' },
  });
  const command = commandsOf(`http://127.0.0.1:${port}`);
  await untilUp(command);
  const session = (await command('POST', '/session', {
    capabilities: { alwaysMatch: { 'webkitgtk:browserOptions': { binary: found.browser, args: ['--automation'] } } },
  })) as { readonly sessionId: string; readonly capabilities: { readonly browserVersion: string } };
  const at = `/session/${session.sessionId}`;
  await command('POST', `${at}/timeouts`, { script: 100_000, pageLoad: 60_000 });

  const evaluate = async <T>(code: string, ...args: readonly unknown[]): Promise<T> => {
    const script = `const args = [...arguments], done = args.pop();
      Promise.resolve().then(() => (${code})(...args)).then((value) => done({ value }), (error) => done({ error: String(error) }));`;
    const answer = (await command('POST', `${at}/execute/async`, { script, args })) as { readonly value: T; readonly error?: string };
    if (answer.error !== undefined) throw new Error(answer.error);
    return answer.value;
  };

  const element = async (css: string): Promise<string> => {
    const answer = (await command('POST', `${at}/element`, { using: 'css selector', value: css })) as Readonly<Record<string, string>>;
    const id = answer[ELEMENT];
    if (id === undefined) throw new Error(`No element ${css}`);
    return `${at}/element/${id}`;
  };

  return {
    version: session.capabilities.browserVersion,
    home,
    goto: async (url) => {
      await command('POST', `${at}/url`, { url });
    },
    reload: async () => {
      await command('POST', `${at}/refresh`, {});
    },
    url: async () => String(await command('GET', `${at}/url`)),
    evaluate,
    until: async (code, seconds = 20) => {
      const end = Date.now() + seconds * 1000;
      while (Date.now() < end) {
        if (await evaluate<unknown>(code)) return;
        await pause(100);
      }
      throw new Error(`Not within ${seconds} s: ${code}`);
    },
    click: async (css) => {
      await command('POST', `${await element(css)}/click`, {});
    },
    type: async (css, text) => {
      await command('POST', `${await element(css)}/value`, { text });
    },
    textOf: async (css) => String(await command('GET', `${await element(css)}/text`)),
    screenshot: async () => Buffer.from(String(await command('GET', `${at}/screenshot`)), 'base64'),
    close: async () => {
      await command('DELETE', at).catch(() => undefined);
      driver.kill();
      await ended(driver);
      if (options.home === undefined) rmSync(home, { recursive: true, force: true, maxRetries: 20, retryDelay: 200 });
    },
  };
};
