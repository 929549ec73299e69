import type { VerifyReport } from '../../src/core/contract/verify-api.ts';
import { MAX_LOG_EXPORT_BYTES } from '../../src/core/formats/log/log-consts.ts';
import type { ParsedLines } from '../../src/core/formats/log/log-export-parser.ts';
import { createLogExportParser } from '../../src/core/formats/log/log-export-parser.ts';
import type { VerifyDeps } from '../../src/core/formats/signed-note-verify.ts';
import { createExportCheck } from './export-check.ts';
import { createReportBuilder } from './report-builder.ts';

/** A source of bytes whose size is known before reading. */
export interface LogFile {
  readonly size: number;
  /** Bytes [from, to). Rejects when the file cannot be read. */
  readonly read: (from: number, to: number) => Promise<Uint8Array>;
}

export interface VerifyLogDeps extends VerifyDeps {
  readonly onProgress: (done: number, total: number) => void;
}

/** Each costs a way to the process that keeps files. */
const PIECE_BYTES = 4 * 1024 * 1024;
/** Lines of so much are held at once: what lives longer is moved about by the engine's collector before it dies. */
const STEP_BYTES = 256 * 1024;

/**
 * Checks a log export, in the order of public/spec/log-v1.md §8: two verifiers that keep the order report the same.
 * `kept` is a checkpoint from an earlier day. Rejects when the file cannot be read, or the engine fails: then nothing is said of the record.
 */
export const verifyLogFile = async (file: LogFile, kept: string | null, deps: VerifyLogDeps): Promise<VerifyReport> => {
  const report = createReportBuilder();
  const check = createExportCheck(deps, report);
  const parser = createLogExportParser();

  const take = async ({ lines, problem }: ParsedLines): Promise<boolean> => {
    for (const line of lines) {
      const taken = check.take(line);
      // A hundred thousand entries need no waiting.
      if (!(typeof taken === 'boolean' ? taken : await taken)) return false;
    }
    if (problem !== null) report.problem(problem.type, { line: problem.line });
    return problem === null;
  };

  /** None behind the end. */
  const readPiece = async (from: number): Promise<Uint8Array> =>
    from < file.size ? file.read(from, Math.min(from + PIECE_BYTES, file.size)) : new Uint8Array();

  const takeAll = async (): Promise<boolean> => {
    if (file.size > MAX_LOG_EXPORT_BYTES) {
      report.problem('TooLarge', {});
      return false;
    }
    // The next piece is read while the lines of one are checked.
    let reading = readPiece(0);
    for (let from = 0; from < file.size; from += PIECE_BYTES) {
      const bytes = await reading;
      reading = readPiece(from + PIECE_BYTES);
      // A file that is bad before it could not be read is bad.
      reading.catch(() => undefined);
      for (let at = 0; at < bytes.length; at += STEP_BYTES) {
        if (!(await take(parser.push(bytes.subarray(at, at + STEP_BYTES))))) return false;
      }
      deps.onProgress(from + bytes.length, file.size);
    }
    return take(parser.finish());
  };

  return check.conclude(await takeAll(), kept);
};
