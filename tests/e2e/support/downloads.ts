import { existsSync, mkdirSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

const filesIn = (folder: string): readonly string[] =>
  existsSync(folder)
    ? readdirSync(folder, { withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => path.join(folder, entry.name))
    : [];

/** Does `act`, and waits for the file that it makes appear in a folder of downloads, whole: its size no longer changes. */
export const newFileIn = async (folder: string, act: () => Promise<void>): Promise<string> => {
  mkdirSync(folder, { recursive: true });
  const before = new Set(filesIn(folder));
  await act();
  let last = '';
  for (let round = 0; round < 150; round += 1) {
    await pause(100);
    const fresh = filesIn(folder).filter((file) => !before.has(file) && !file.endsWith('.part'));
    const [file] = fresh;
    if (file === undefined) continue;
    const now = `${file} ${statSync(file).size}`;
    if (now === last && statSync(file).size > 0) return file;
    last = now;
  }
  throw new Error(`No file came into ${folder}`);
};
