import type { StoreId, VaultId } from '../../domain/ids.ts';
import type { Result } from '../../domain/result.ts';
import { isId } from '../../domain/ids.ts';
import { err, ok } from '../../domain/result.ts';
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

export const createLogExportParser = (): LogExportParser => {
  const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  let place: Place = 'start';
  let bytesRead = 0;
  let lineNumber = 1;
  let pending: Uint8Array = new Uint8Array(0);
  let problem: LogExportProblem | null = null;

  const readLine = (bytes: Uint8Array): Result<LogExportLine, LogExportProblemType> => {
    const bad = place === 'start' ? 'NotALogExport' : 'BadLine';
    if (lineNumber > MAX_LOG_EXPORT_LINES) return err('TooManyLines');
    if (place === 'end') return err('AfterEnd');
    if (bytes.length > MAX_LOG_EXPORT_LINE_BYTES) return err(bad);
    let text: string;
    try {
      text = utf8.decode(bytes);
    } catch {
      return err(bad);
    }
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

  const push = (bytes: Uint8Array): ParsedLines => {
    const lines: LogExportLine[] = [];
    if (problem !== null) return { lines, problem };
    bytesRead += bytes.length;
    if (bytesRead > MAX_LOG_EXPORT_BYTES) {
      problem = { type: 'TooLarge', line: 0 };
      return { lines, problem };
    }
    let from = 0;
    for (let lf = bytes.indexOf(LF, from); lf >= 0; lf = bytes.indexOf(LF, from)) {
      const read = readLine(joined(pending, bytes.subarray(from, lf)));
      pending = new Uint8Array(0);
      from = lf + 1;
      if (!read.ok) {
        problem = { type: read.error, line: lineNumber };
        return { lines, problem };
      }
      lines.push(read.value);
      place = NEXT[read.value.type];
      lineNumber += 1;
    }
    // A copy: the caller may use its buffer again.
    pending = joined(pending, bytes.slice(from));
    if (pending.length > 0 && place === 'end') problem = { type: 'AfterEnd', line: lineNumber };
    else if (pending.length > MAX_LOG_EXPORT_LINE_BYTES) problem = { type: place === 'start' ? 'NotALogExport' : 'BadLine', line: lineNumber };
    return { lines, problem };
  };

  const finish = (): ParsedLines => {
    if (problem === null && place !== 'end') problem = { type: place === 'start' ? 'NotALogExport' : 'NoEnd', line: lineNumber };
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

const joined = (head: Uint8Array, tail: Uint8Array): Uint8Array => {
  if (head.length === 0) return tail;
  const bytes = new Uint8Array(head.length + tail.length);
  bytes.set(head);
  bytes.set(tail, head.length);
  return bytes;
};
