import { describe, expect, it } from 'vitest';
import type { MemberId, StoreId, VaultId } from '../../../src/core/domain/ids.ts';
import { encodeBase64url } from '../../../src/core/formats/base64url.ts';
import type { JsonObject, JsonValue } from '../../../src/core/formats/canonical.ts';
import { encodeEntry, hashEntryLine } from '../../../src/core/formats/log/entry.ts';
import type { LogRun } from '../../../workers/vault/audit/log-page.ts';
import { cutRun, encodeLogPage, parseLogPage } from '../../../workers/vault/audit/log-page.ts';
import { sha256 } from '../../support/log-crypto.ts';

const id = (n: number): string => encodeBase64url(new Uint8Array(16).fill(n));
const hash = (n: number): string => encodeBase64url(new Uint8Array(32).fill(n));
const vaultId = id(1) as VaultId;
const logId = id(2) as StoreId;
const actorId = id(3) as MemberId;

const leafOf = (line: string): string => encodeBase64url(hashEntryLine(sha256, line));

/** Lines as the writer makes them, chained from `prev`. */
const runOf = (first: number, count: number, prev: string): LogRun => {
  const lines: string[] = [];
  for (let n = 0; n < count; n += 1) {
    const before = lines.at(-1);
    const place = { vaultId, logId, seq: first + n, prev: before === undefined ? prev : leafOf(before), time: 1_790_000_000_000 + n, actorId, tableVersion: 1 };
    lines.push(encodeEntry({ ...place, action: 'use', subjectId: '', codes: [`n-${n}`], state: '', attach: [{ kind: 'file', hash: hash(8) }], seen: [], build: 'b' }));
  }
  return { first, prev, lines };
};

const whole = runOf(0, 5, '');
const later = runOf(128, 3, hash(9));

describe('a page of the log', () => {
  it('states the first five elements of its lines once, and the rest line by line (page-v1 §5.5)', () => {
    const content = encodeLogPage(logId, later);
    expect(content).toEqual({ format: 'kinko-log/1', log: logId, first: 128, prev: hash(9), entries: later.lines.map((line) => (JSON.parse(line) as JsonValue[]).slice(5)) });
  });

  it('gives back its lines to the letter, their leaf hashes and the last of these', () => {
    for (const run of [whole, later]) {
      const stretch = parseLogPage(encodeLogPage(logId, run), vaultId, logId, sha256);
      expect(stretch).toEqual({ ...run, leaves: run.lines.map((line) => hashEntryLine(sha256, line)), last: leafOf(run.lines.at(-1)!) });
    }
  });

  it('without a line ends in the hash it begins with', () => {
    const stretch = parseLogPage(encodeLogPage(logId, { first: 128, prev: hash(9), lines: [] }), vaultId, logId, sha256);
    expect(stretch).toEqual({ first: 128, prev: hash(9), lines: [], leaves: [], last: hash(9) });
  });

  it.each<[string, readonly JsonValue[]]>([
    ['format', ['kinko-log/2', '', null]],
    ['log', [id(4), '', null]],
    ['first', [-1, 0.5, '128', null]],
    ['prev', ['', id(9), 9, null]],
    ['entries', [null, {}, [1], [{}], ['x'], [[]]]],
  ])('is none when its %s is another thing', (key, values) => {
    const content: JsonObject = encodeLogPage(logId, later);
    for (const value of values) expect(parseLogPage({ ...content, [key]: value }, vaultId, logId, sha256), JSON.stringify(value)).toBeNull();
    const { [key]: _gone, ...without } = content;
    expect(parseLogPage(without, vaultId, logId, sha256)).toBeNull();
  });

  it('at the beginning of the log follows on nothing', () => {
    expect(parseLogPage({ ...encodeLogPage(logId, whole), prev: hash(9) }, vaultId, logId, sha256)).toBeNull();
  });

  it('of a log whose name is no id is none: it would stand in the lines unescaped', () => {
    expect(parseLogPage({ ...encodeLogPage(logId, later), log: '"' }, vaultId, '"', sha256)).toBeNull();
  });

  it('holds 128 lines at most', () => {
    const entries = (length: number): JsonObject => ({ ...encodeLogPage(logId, whole), entries: Array.from({ length }, () => [1]) });
    expect(parseLogPage(entries(128), vaultId, logId, sha256)?.lines).toHaveLength(128);
    expect(parseLogPage(entries(129), vaultId, logId, sha256)).toBeNull();
  });
});

describe('a piece of a run', () => {
  it('begins where it was cut and follows on the line before', () => {
    expect(cutRun(later, 0, 3)).toEqual(later);
    expect(cutRun(later, 1, 2)).toEqual({ first: 129, prev: leafOf(later.lines[0]!), lines: [later.lines[1]] });
    expect(cutRun(whole, 0, 2)).toEqual({ first: 0, prev: '', lines: whole.lines.slice(0, 2) });
  });

  it('without a line keeps what the whole follows on', () => {
    expect(cutRun(later, 3, 3)).toEqual({ first: 131, prev: hash(9), lines: [] });
  });

  it('is not made of what is no line', () => {
    expect(() => cutRun({ first: 0, prev: '', lines: ['{}'] }, 0, 1)).toThrow('not an array');
  });
});
