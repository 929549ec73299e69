import { createHash } from 'node:crypto';
import { readFileSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';

/** All files under `dir`, as sorted paths relative to it with forward slashes; hidden files left out. */
export const filesUnder = (dir: string): readonly string[] => {
  const walk = (folder: string): string[] =>
    readdirSync(path.join(dir, folder), { withFileTypes: true })
      .filter((entry) => !entry.name.startsWith('.'))
      .flatMap((entry) => {
        const file = folder === '' ? entry.name : `${folder}/${entry.name}`;
        return entry.isDirectory() ? walk(file) : [file];
      });
  return walk('').toSorted();
};

/**
 * First 12 hex digits of SHA-256 over the names and bytes of all sources: the build's name on the screen and in
 * every entry of the record. Without git, so that a source archive gives the same name as a clone.
 */
export const sourceHash = (root: string, sources: readonly string[]): string => {
  const hash = createHash('sha256');
  for (const source of sources) {
    const full = path.join(root, source);
    const files = statSync(full).isDirectory() ? filesUnder(full).map((file) => `${source}/${file}`) : [source];
    for (const file of files) {
      const bytes = readFileSync(path.join(root, file));
      hash.update(`${file}\0${bytes.length}\0`).update(bytes);
    }
  }
  return hash.digest('hex').slice(0, 12);
};
