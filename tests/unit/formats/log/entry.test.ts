import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { MemberId, StoreId, VaultId } from '../../../../src/core/domain/ids.ts';
import type { Entry } from '../../../../src/core/formats/log/entry.ts';
import { encodeEntry, hashEntryLine, parseEntry } from '../../../../src/core/formats/log/entry.ts';
import { leafHash } from '../../../../src/core/formats/log/merkle.ts';
import { sha256 } from '../../../support/log-crypto.ts';

const HASH = 'A'.repeat(43);
const OTHER_LOG = 'CCCCCCCCCCCCCCCCCCCCCC' as StoreId;
const entry: Entry = {
  vaultId: 'VVVVVVVVVVVVVVVVVVVVVV' as VaultId,
  logId: 'LLLLLLLLLLLLLLLLLLLLLL' as StoreId,
  seq: 7,
  prev: HASH,
  time: 1_733_218_800_000,
  actorId: 'MMMMMMMMMMMMMMMMMMMMMM' as MemberId,
  tableVersion: 2,
  action: 'reveal',
  subjectId: 'PPPPPPPPPPPPPPPPPPPPPP',
  codes: ['reason:inquiry'],
  state: HASH,
  attach: [{ kind: 'note', hash: HASH }],
  seen: [{ logId: OTHER_LOG, size: 3, root: HASH }],
  build: '0a1b2c3d4e5f',
};
const line = encodeEntry(entry);
const values = (): unknown[] => JSON.parse(line) as unknown[];
const withField = (at: number, value: unknown): string => JSON.stringify(values().with(at, value));

describe('entry line', () => {
  it('is one line of ASCII in fixed order that reads back as the same entry', () => {
    expect(line).toBe(
      '["kinko-log/1","VVVVVVVVVVVVVVVVVVVVVV","LLLLLLLLLLLLLLLLLLLLLL",7,"AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",' +
        '1733218800000,"MMMMMMMMMMMMMMMMMMMMMM",2,"reveal","PPPPPPPPPPPPPPPPPPPPPP",["reason:inquiry"],' +
        '"AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",[["note","AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"]],' +
        '[["CCCCCCCCCCCCCCCCCCCCCC",3,"AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"]],"0a1b2c3d4e5f"]',
    );
    expect(parseEntry(line)).toEqual({ ok: true, value: entry });
  });

  it('may have no prev at seq 0, no subject, state, codes, attachments, seen logs or build', () => {
    const bare: Entry = { ...entry, seq: 0, prev: '', subjectId: '', state: '', codes: [], attach: [], seen: [], build: '' };
    expect(parseEntry(encodeEntry(bare))).toEqual({ ok: true, value: bare });
  });

  it('passes an action and codes nobody knows', () => {
    expect(parseEntry(withField(8, 'teleport'))).toMatchObject({ ok: true });
    expect(parseEntry(withField(10, ['x', 'y:z']))).toMatchObject({ ok: true });
  });

  it('has one leaf hash: SHA-256 over 0x00 and its bytes', () => {
    expect(hashEntryLine(sha256, line)).toEqual(leafHash(sha256, new Uint8Array(Buffer.from(line))));
  });

  it('hashes what no entry can be, whatever was hashed before', () => {
    const hashOf = (text: string): Uint8Array => leafHash(sha256, new Uint8Array(Buffer.from(text)));
    for (const text of [line + line, '', '記録'.repeat(100), '記'.repeat(160), '記'.repeat(161), 'x'.repeat(480), 'x'.repeat(481), 'x']) {
      expect(hashEntryLine(sha256, text)).toEqual(hashOf(text));
    }
  });

  it.each([
    [' ' + line],
    [line + ' '],
    [line.replace(',7,', ', 7,')],
    [line.replace(',7,', ',7.0,')],
    [line.replace(',7,', ',7e0,')],
    [line.replace('"reveal"', '"\\u0072eveal"')],
    [line.replace('+', '\\/')].map((text) => text.replace('kinko-log/1', 'kinko-log\\/1')),
    [line + ',1]'],
    ['{"0":1}'],
    ['null'],
    [''],
    ['[[[[1]]]]'],
  ])('refuses another spelling: %s', (text) => {
    expect(parseEntry(text)).toEqual({ ok: false, error: { type: 'NotCanonical' } });
  });

  it('refuses 481 bytes and takes 480', () => {
    const pad = (length: number): string => withField(14, 'b'.repeat(12 + length - line.length));
    expect(pad(480)).toHaveLength(480);
    expect(parseEntry(pad(480))).toMatchObject({ ok: true });
    expect(parseEntry(pad(481))).toEqual({ ok: false, error: { type: 'TooLong' } });
  });

  it.each([
    ['domain', 0, 'kinko-log/2'],
    ['vaultId', 1, 'short'],
    ['logId', 2, 'LLLLLLLLLLLLLLLLLLLLL='],
    ['seq', 3, -1],
    ['seq', 3, 2 ** 53],
    ['seq', 3, '7'],
    ['prev', 3, 0],
    ['prev', 4, ''],
    ['prev', 4, 'A'.repeat(42) + 'B'],
    ['prev', 4, 'A'.repeat(44)],
    ['time', 5, -1],
    ['time', 5, 1.5],
    ['time', 5, 8_640_000_000_000_001],
    ['actorId', 6, ''],
    ['tableVersion', 7, 0],
    ['action', 8, ''],
    ['action', 8, '\u8868\u793a'],
    ['subjectId', 9, 'person'],
    ['subjectId', 9, null],
    ['codes', 10, 'reason'],
    ['codes', 10, ['']],
    ['codes', 10, ['two words']],
    ['codes', 10, [1]],
    ['codes', 10, ['900000000018']],
    ['codes', 10, ['n:900000000018']],
    ['state', 11, 'x'],
    ['attach', 12, [['note']]],
    ['attach', 12, [['note', 'x']]],
    ['attach', 12, [['', HASH]]],
    ['seen', 13, [[OTHER_LOG, 0, HASH]]],
    ['seen', 13, [[OTHER_LOG, 1, '']]],
    ['seen', 13, [['LLLLLLLLLLLLLLLLLLLLLL', 1, HASH]]],
    ['build', 14, 'a b'],
  ])('refuses a bad %s (%i: %j)', (field, at, value) => {
    expect(parseEntry(withField(at, value))).toEqual({ ok: false, error: { type: 'BadField', field } });
  });

  it('refuses a field more or less', () => {
    for (const text of [JSON.stringify(values().slice(0, 14)), JSON.stringify([...values(), ''])]) {
      expect(parseEntry(text)).toEqual({ ok: false, error: { type: 'BadField', field: 'length' } });
    }
  });

  it('is never written from values that break the format', () => {
    expect(() => encodeEntry({ ...entry, codes: ['900000000018'] })).toThrow(/codes/);
    expect(() => encodeEntry({ ...entry, action: 'a"b' })).toThrow(/action/);
    expect(() => encodeEntry({ ...entry, seq: Number.NaN })).toThrow(/seq/);
    expect(() => encodeEntry({ ...entry, codes: Array.from({ length: 40 }, () => 'filling') })).toThrow(/TooLong/);
  });

  describe('bent anywhere', () => {
    const WORD = /^[A-Za-z0-9_.:/+=-]+$/;
    const ID = /^[A-Za-z0-9_-]{22}$/;
    const isWord = (value: unknown): boolean => typeof value === 'string' && WORD.test(value);
    const isCodeWord = (value: unknown): boolean => isWord(value) && !(String(value).match(/[0-9]+/g) ?? []).some((digits) => digits.length === 12);
    const isId = (value: unknown): boolean => typeof value === 'string' && ID.test(value);
    const isHash = (value: unknown): boolean => typeof value === 'string' && value.length === 43 && Buffer.from(value, 'base64url').toString('base64url') === value;
    const isInt = (value: unknown, least: number, most = Number.MAX_SAFE_INTEGER): boolean =>
      typeof value === 'number' && Number.isInteger(value) && value >= least && value <= most;
    const isList = (value: unknown, isItem: (item: unknown) => boolean): boolean => Array.isArray(value) && value.every(isItem);
    const isTuple = (value: unknown, ...checks: readonly ((item: unknown) => boolean)[]): boolean =>
      Array.isArray(value) && value.length === checks.length && checks.every((is, at) => is(value[at]));

    /** The table of public/spec/log-v1.md §3, by JSON alone. */
    const isEntry = (text: string): boolean => {
      let json: unknown;
      try {
        json = JSON.parse(text);
      } catch {
        return false;
      }
      if (text.length > 480 || JSON.stringify(json) !== text) return false;
      const [, , logId, seq] = Array.isArray(json) ? (json as unknown[]) : [];
      return isTuple(
        json,
        (field) => field === 'kinko-log/1',
        isId,
        isId,
        (field) => isInt(field, 0),
        (field) => (seq === 0 ? field === '' : isHash(field)),
        (field) => isInt(field, 0, 8_640_000_000_000_000),
        isId,
        (field) => isInt(field, 1),
        isCodeWord,
        (field) => field === '' || isId(field),
        (field) => isList(field, isCodeWord),
        (field) => field === '' || isHash(field),
        (field) => isList(field, (one) => isTuple(one, isCodeWord, isHash)),
        (field) => isList(field, (one) => isTuple(one, (log) => isId(log) && log !== logId, (size) => isInt(size, 1), isHash)),
        (field) => field === '' || isWord(field),
      );
    };

    const VALUES: readonly unknown[] = [
      0, 1, -1, 7, 1.5, 2 ** 53 - 1, 2 ** 53, 8_640_000_000_000_000, 8_640_000_000_000_001, '', 'a', 'é', 'a b', '900000000018', '9000000000180', null, {}, [],
      HASH, `${'A'.repeat(42)}E`, `${'A'.repeat(42)}B`, entry.logId, OTHER_LOG, ['x', 'y:z'], [['note', HASH], ['file', HASH]],
      [['900000000018', HASH]], ['x', '900000000018'], ['90000', '0000018'], [['note', HASH, 1]], [[OTHER_LOG, 1, HASH], [OTHER_LOG, 2, HASH]], [[OTHER_LOG, 0, HASH]],
      [[entry.logId, 1, HASH]],
    ];
    const PIECES = ['', ' ', '"', ',', '[', ']', '[]', '""', '0', '1', '9', '-', '.0', 'e1', '\\', '\\u0061', '\n', 'A', '900000000018', '\ud800'];

    it('is taken if and only if it is an entry, and then says what the line says', () => {
      const fields = fc.array(fc.tuple(fc.nat({ max: 14 }), fc.constantFrom(...VALUES)), { maxLength: 3 });
      const cuts = fc.array(fc.tuple(fc.nat(), fc.nat({ max: 3 }), fc.constantFrom(...PIECES)), { maxLength: 2 });
      let taken = 0;
      fc.assert(
        fc.property(fields, cuts, (changes, bends) => {
          const bent = changes.reduce<unknown[]>((all, [at, value]) => all.with(at, value), values());
          const text = bends.reduce((whole, [at, length, piece]) => {
            const from = at % (whole.length + 1);
            return whole.slice(0, from) + piece + whole.slice(from + length);
          }, JSON.stringify(bent));
          const parsed = parseEntry(text);
          expect(parsed.ok, text).toBe(isEntry(text));
          if (!parsed.ok) return;
          taken += 1;
          expect(encodeEntry(parsed.value)).toBe(text);
        }),
        { numRuns: 20_000 },
      );
      expect(taken).toBeGreaterThan(1_000);
    });
  });
});
