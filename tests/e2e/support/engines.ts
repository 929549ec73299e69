import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { chromium, firefox } from '@playwright/test';
import type { BrowserContext } from '@playwright/test';
import { findChromium, findFirefox } from '../../tools/browsers.mjs';

export const chromiumPath = findChromium();
export const firefoxPath = findFirefox();

/** Quiet: no requests of the browser's own. Root has no user namespace for the sandbox. */
export const CHROMIUM_ARGS: readonly string[] = [
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Playwright misses downloads of blob addresses in Firefox: tests look for the file here. */
export const downloadsPath = path.resolve(import.meta.dirname, '../../../node_modules/.cache/e2e-downloads');

export const isFirefox = (project: string): boolean => project === 'firefox';

/** What the app decides alone is walked in one engine; KINKO_EVERY_ENGINE has Firefox walk it too. */
export const isWalkedIn = (project: string): boolean => !isFirefox(project) || process.env.KINKO_EVERY_ENGINE !== undefined;
/** Why a test is skipped there. */
export const ONE_ENGINE = 'in Firefox when every engine is asked for';

/** Chromium's coming storage for IndexedDB: databases that do not exist yet are made in SQLite files, not in LevelDB. */
export const SQLITE_ARGS: readonly string[] = ['--enable-features=IdbSqliteOnDiskRollout:stage/UseSqliteForNewStores'];

export interface PersistentOptions {
  /** Further arguments for Chromium. */
  readonly args?: readonly string[];
  /** Firefox keeps the session on the disk as it does for people; Playwright's own settings forbid it. Chromium always does. */
  readonly keepsSession?: boolean;
  /** Set, as people can set it, to keep no cookies and no site data. */
  readonly blocksSiteData?: boolean;
  /** Port of a proxy of this machine that everything goes through, what is on this machine too. */
  readonly proxyPort?: number;
  /** Path of a program to start in the place of the browser, whose path it gets. */
  readonly wrap?: (browser: string) => string;
}

// As for somebody who has the windows of the last session opened again: else a clean end drops them.
const FIREFOX_SESSION = {
  'browser.startup.page': 3,
  'browser.sessionstore.resume_from_crash': true,
  'browser.sessionstore.interval': 500,
  'browser.sessionstore.interval.idle': 500,
};

// Its settings of these names: all cookies blocked; those of others kept apart.
const FIREFOX_BLOCKS_ALL = 2;
const FIREFOX_DEFAULT = 5;

/** Chromium's way to say the same, in the file of its profile in which it keeps its settings. */
const setChromium = (profile: string, blocks: boolean): void => {
  const folder = path.join(profile, 'Default');
  mkdirSync(folder, { recursive: true });
  writeFileSync(path.join(folder, 'Preferences'), JSON.stringify({ profile: { default_content_setting_values: { cookies: blocks ? 2 : 1 } } }));
};

// Playwright leaves servers of this machine out.
const firefoxProxy = (port: number): Readonly<Record<string, string | number | boolean>> => ({
  'network.proxy.type': 1,
  'network.proxy.http': '127.0.0.1',
  'network.proxy.http_port': port,
  'network.proxy.ssl': '127.0.0.1',
  'network.proxy.ssl_port': port,
  'network.proxy.no_proxies_on': '',
  'network.proxy.allow_hijacking_localhost': true,
});

/** A browser with a profile on the disk, to be closed and opened again. */
export const launchPersistent = async (project: string, profile: string, options: PersistentOptions = {}): Promise<BrowserContext> => {
  const wrap = options.wrap ?? ((browser: string): string => browser);
  const common = { locale: 'ja-JP', timezoneId: 'Asia/Tokyo', viewport: { width: 1180, height: 820 } };
  if (isFirefox(project)) {
    if (firefoxPath === undefined) throw new Error('No Firefox');
    const firefoxUserPrefs = {
      ...(options.keepsSession === true ? FIREFOX_SESSION : {}),
      ...(options.blocksSiteData === undefined ? {} : { 'network.cookie.cookieBehavior': options.blocksSiteData ? FIREFOX_BLOCKS_ALL : FIREFOX_DEFAULT }),
      ...(options.proxyPort === undefined ? {} : firefoxProxy(options.proxyPort)),
    };
    const own = { channel: 'moz-firefox', executablePath: wrap(firefoxPath), downloadsPath, firefoxUserPrefs };
    return await firefox.launchPersistentContext(profile, { ...common, ...own });
  }
  if (chromiumPath === undefined) throw new Error('No Chromium');
  if (options.blocksSiteData !== undefined) setChromium(profile, options.blocksSiteData);
  const proxied = options.proxyPort === undefined ? [] : [`--proxy-server=http://127.0.0.1:${options.proxyPort}`, '--proxy-bypass-list=<-loopback>'];
  const args = [...CHROMIUM_ARGS, ...proxied, ...(options.args ?? [])];
  return await chromium.launchPersistentContext(profile, { ...common, executablePath: wrap(chromiumPath), args });
};
