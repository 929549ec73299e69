import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { callBench, withProfile } from './browser.ts';
import type { Lists } from './page/subject.ts';

const sizeOf = (folder: string): number =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .reduce((sum, entry) => sum + statSync(path.join(entry.parentPath, entry.name)).size, 0);

const foldersOf = (profile: string, kind: string): readonly string[] => {
  const folder = path.join(profile, 'Default', kind);
  return readdirSync(folder).map((name) => path.join(folder, name));
};

export interface DiskUse {
  /** Bytes of the vault's database and of its files. */
  readonly ours: number;
  readonly limit: number;
}

/**
 * Bytes of files, once both browsers have ended and what they wrote was opened again. `address`: of the page at "localhost"; the limit lives
 * at 127.0.0.1, another origin with folders of its own.
 */
export const measureDisk = async (chromium: string, address: string, lists: Lists, entries: number): Promise<DiskUse> => {
  const profile = mkdtempSync(path.join(tmpdir(), 'kinko-bench-disk-'));
  const other = address.replace('//localhost', '//127.0.0.1');
  try {
    const { bytes } = await withProfile(chromium, profile, address, (page) => callBench(page, 'prepareVault', lists, entries));
    await withProfile(chromium, profile, other, (page) => callBench(page, 'fillLimitOf', bytes));
    for (const origin of [address, other]) {
      const opened = await withProfile(chromium, profile, origin, (page) => callBench(page, 'openDatabases'));
      if (opened === 0) throw new Error(`nothing lies at ${origin}`);
    }
    const databases = foldersOf(profile, 'IndexedDB');
    const of = (host: string): number => databases.filter((folder) => path.basename(folder).includes(host)).reduce((sum, folder) => sum + sizeOf(folder), 0);
    const files = foldersOf(profile, 'File System').reduce((sum, folder) => sum + (statSync(folder).isDirectory() ? sizeOf(folder) : 0), 0);
    return { ours: of('localhost') + files, limit: of('127.0.0.1') };
  } finally {
    rmSync(profile, { recursive: true, force: true });
  }
};
