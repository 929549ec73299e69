import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';

const verifier = path.resolve(import.meta.dirname, '../../../public/spec/verify-log.mjs');

/**
 * What the independent program says of a log export; it fails unless the record holds, and unless it still contains
 * all that `kept` vouches for, the text of a checkpoint from earlier.
 */
export const verifyExport = async (bytes: Uint8Array, kept: string | null = null): Promise<string> => {
  const folder = mkdtempSync(path.join(tmpdir(), 'kinko-export-'));
  try {
    const file = path.join(folder, 'record.kinkolog');
    writeFileSync(file, bytes);
    const note = path.join(folder, 'checkpoint.txt');
    if (kept !== null) writeFileSync(note, kept);
    const more = kept === null ? [] : ['--checkpoint', note];
    const { stdout } = await promisify(execFile)(process.execPath, [verifier, file, ...more]);
    return stdout;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};
