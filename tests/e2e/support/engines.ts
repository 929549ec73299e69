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

/** Chromium's coming storage for IndexedDB: databases that do not exist yet are made in SQLite files, not in LevelDB. */
export const SQLITE_ARGS: readonly string[] = ['--enable-features=IdbSqliteOnDiskRollout:stage/UseSqliteForNewStores'];

/** A browser with a profile on the disk, to be closed and opened again. `more`: further arguments for Chromium. */
export const launchPersistent = async (project: string, profile: string, more: readonly string[] = []): Promise<BrowserContext> => {
  const common = { locale: 'ja-JP', timezoneId: 'Asia/Tokyo', viewport: { width: 1180, height: 820 } };
  if (isFirefox(project)) {
    if (firefoxPath === undefined) throw new Error('No Firefox');
    return await firefox.launchPersistentContext(profile, { ...common, channel: 'moz-firefox', executablePath: firefoxPath });
  }
  if (chromiumPath === undefined) throw new Error('No Chromium');
  return await chromium.launchPersistentContext(profile, { ...common, executablePath: chromiumPath, args: [...CHROMIUM_ARGS, ...more] });
};
