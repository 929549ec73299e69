import type { StoreId, VaultId } from '../../domain/ids.ts';
import type { Result } from '../../domain/result.ts';
import { isId } from '../../domain/ids.ts';
import { err, ok } from '../../domain/result.ts';
import { concatBytes, parseUtf8 } from '../bytes.ts';
import { isCount, isObject, parseCanonicalJson, readFields } from '../canonical.ts';
import { parseEntry } from './entry.ts';
import { LOG_EXPORT_VERSION, MAX_LOG_EXPORT_BYTES, MAX_LOG_EXPORT_LINE_BYTES, MAX_LOG_EXPORT_LINES } from './log-consts.ts';
import type { LogExportLine } from './log-export.ts';

export type LogExportProblemType =
  | 'TooLarge'
  | 'TooManyLines'
  /** The first line is not the header of a log export. */
  | 'NotALogExport'
  | 'NewerFormat'
  /** Not UTF-8, not canonical, too long, unknown, or not allowed at its place. */
  | 'BadLine'
  | 'BadEntry'
  /** The file stops before its end line. */
  | 'NoEnd'
  /** The end line counts other lines than those before it. */
  | 'BadEnd'
  | 'AfterEnd';

export interface LogExportProblem {
  readonly type: LogExportProblemType;
  /** Counts from 1. */
  readonly line: number;
}

export interface ParsedLines {
  /** Good lines completed by this call, in order; those before a problem included. */
  readonly lines: readonly LogExportLine[];
  readonly problem: LogExportProblem | null;
}

/** Reads an export piece by piece: the result does not depend on where the pieces are cut. A problem ends the reading. */
export interface LogExportParser {
  readonly push: (bytes: Uint8Array) => ParsedLines;
  readonly finish: () => ParsedLines;
}

/** Where the reading stands; each line type is allowed in some of these. */
type Place = 'start' | 'header' | 'tables' | 'opened' | 'entries' | 'end';

const ALLOWED: Readonly<Record<LogExportLine['type'], readonly Place[]>> = {
  header: ['start'],
  table: ['header', 'tables'],
  log: ['tables', 'entries'],
  entry: ['opened', 'entries'],
  checkpoint: ['entries'],
  end: ['entries'],
};

const NEXT: Readonly<Record<LogExportLine['type'], Place>> = {
  header: 'header',
  table: 'tables',
  log: 'opened',
  entry: 'entries',
  checkpoint: 'entries',
  end: 'end',
};

const LF = 0x0a;
const utf8 = new TextEncoder();

/**
 * Lines of `bytes`, each without its LF; null where one is not UTF-8. Decoded together, for the platform takes longer to begin with a
 * line than to decode it; one by one only when something among them cannot be.
 */
const decodeLines = (bytes: Uint8Array): readonly (string | null)[] => {
  const text = parseUtf8(bytes);
  if (text !== null) return text.split('\n');
  const lines: (string | null)[] = [];
  for (let from = 0; from <= bytes.length; ) {
    const lf = bytes.indexOf(LF, from);
    const end = lf < 0 ? bytes.length : lf;
    lines.push(parseUtf8(bytes.subarray(from, end)));
    from = end + 1;
  }
  return lines;
};

const isTooLong = (line: string): boolean =>
  line.length > MAX_LOG_EXPORT_LINE_BYTES / 3 && utf8.encode(line).length > MAX_LOG_EXPORT_LINE_BYTES;

export const createLogExportParser = (): LogExportParser => {
  let place: Place = 'start';
  let bytesRead = 0;
  let lineNumber = 1;
  let pending: Uint8Array = new Uint8Array(0);
  let problem: LogExportProblem | null = null;

  const readLine = (text: string | null): Result<LogExportLine, LogExportProblemType> => {
    const bad = place === 'start' ? 'NotALogExport' : 'BadLine';
    if (lineNumber > MAX_LOG_EXPORT_LINES) return err('TooManyLines');
    if (place === 'end') return err('AfterEnd');
    if (text === null || isTooLong(text)) return err(bad);
    if (place === 'start') return parseHeader(text);
    if (text.startsWith('[')) {
      if (!ALLOWED.entry.includes(place)) return err('BadLine');
      const entry = parseEntry(text);
      return entry.ok ? ok({ type: 'entry', line: text, entry: entry.value }) : err('BadEntry');
    }
    const line = parseMark(text);
    if (line === null || !ALLOWED[line.type].includes(place)) return err('BadLine');
    return line.type === 'end' && line.lines !== lineNumber - 1 ? err('BadEnd') : ok(line);
  };

  /** Of bytes that are no whole line yet: what they are already, whatever follows. */
  const problemOfRest = (): LogExportProblem | null => {
    if (pending.length > 0 && place === 'end') return { type: 'AfterEnd', line: lineNumber };
    if (pending.length > MAX_LOG_EXPORT_LINE_BYTES) return { type: place === 'start' ? 'NotALogExport' : 'BadLine', line: lineNumber };
    return null;
  };

  const push = (bytes: Uint8Array): ParsedLines => {
    const lines: LogExportLine[] = [];
    if (problem !== null) return { lines, problem };
    bytesRead += bytes.length;
    if (bytesRead > MAX_LOG_EXPORT_BYTES) {
      problem = { type: 'TooLarge', line: 0 };
      return { lines, problem };
    }
    const end = bytes.lastIndexOf(LF);
    const complete = end < 0 ? [] : decodeLines(concatBytes(pending, bytes.subarray(0, end)));
    for (const text of complete) {
      const read = readLine(text);
      if (!read.ok) {
        problem = { type: read.error, line: lineNumber };
        return { lines, problem };
      }
      lines.push(read.value);
      place = NEXT[read.value.type];
      lineNumber += 1;
    }
    // A copy: the caller may use its buffer again.
    pending = end < 0 ? concatBytes(pending, bytes) : bytes.slice(end + 1);
    // Behind the last line there may be, a further one is too many or stands behind the end: only its LF tells which, wherever the pieces are cut.
    const isWaiting = lineNumber > MAX_LOG_EXPORT_LINES;
    if (!isWaiting) problem = problemOfRest();
    return { lines, problem };
  };

  const finish = (): ParsedLines => {
    problem ??= problemOfRest() ?? (place === 'end' ? null : { type: place === 'start' ? 'NotALogExport' : 'NoEnd', line: lineNumber });
    return { lines: [], problem };
  };

  return { push, finish };
};

// A newer version may spell everything but `kinkolog` differently, so that is all that is looked at first.
const parseHeader = (text: string): Result<LogExportLine, LogExportProblemType> => {
  const json = parseCanonicalJson(text);
  if (!json.ok || !isObject(json.value)) return err('NotALogExport');
  if (isCount(json.value['kinkolog'], LOG_EXPORT_VERSION + 1)) return err('NewerFormat');
  const fields = readFields(json.value, ['kinkolog', 'vaultId']);
  if (fields === null || fields.kinkolog !== LOG_EXPORT_VERSION || !isId(fields.vaultId)) return err('NotALogExport');
  return ok({ type: 'header', vaultId: fields.vaultId as VaultId });
};

// Any line but header and entry: an object with one key.
const parseMark = (text: string): LogExportLine | null => {
  const json = parseCanonicalJson(text, 2);
  if (!json.ok || !isObject(json.value)) return null;
  const [key, ...more] = Object.keys(json.value);
  if (more.length > 0) return null;
  const value = key === undefined ? undefined : json.value[key];
  if (key === 'table' && typeof value === 'string') return { type: 'table', note: value };
  if (key === 'checkpoint' && typeof value === 'string') return { type: 'checkpoint', note: value };
  if (key === 'log' && isId(value)) return { type: 'log', logId: value as StoreId };
  const end = key === 'end' ? readFields(value, ['lines']) : null;
  return end !== null && isCount(end.lines) ? { type: 'end', lines: end.lines } : null;
};
