import { afterEach, describe, expect, it, vi } from 'vitest';
import type { MemberId, StoreId, VaultId } from '../../../../src/core/domain/ids.ts';
import type { Entry } from '../../../../src/core/formats/log/entry.ts';
import { encodeEntry, parseEntry } from '../../../../src/core/formats/log/entry.ts';
import { MAX_TIME } from '../../../../src/core/formats/limits.ts';

const HASH = 'A'.repeat(43);
const OTHER_LOG = 'C'.repeat(22) as StoreId;

/** Everything empty that may be, and the last moment there is. */
const BARE: Entry = {
  vaultId: 'V'.repeat(22) as VaultId,
  logId: 'L'.repeat(22) as StoreId,
  seq: 0,
  prev: '',
  time: MAX_TIME,
  actorId: 'M'.repeat(22) as MemberId,
  tableVersion: 1,
  action: 'reveal',
  subjectId: '',
  codes: [],
  state: '',
  attach: [],
  seen: [],
  build: '',
};
const FULL: Entry = {
  ...BARE,
  seq: 7,
  prev: HASH,
  subjectId: 'P'.repeat(22),
  codes: ['reason:inquiry', 'x'],
  state: HASH,
  attach: [{ kind: 'note', hash: HASH }, { kind: 'list', hash: HASH }],
  seen: [{ logId: OTHER_LOG, size: 3, root: HASH }],
  build: '0a1b',
};

afterEach(() => vi.restoreAllMocks());

describe('a line as the app writes it', () => {
  it.each([
    ['bare', BARE, 0],
    ['full', FULL, 2],
  ])('%s: is taken by its pattern, of JSON no more than lists in which anything is', (_name, entry, lists) => {
    const line = encodeEntry(entry);
    const parse = vi.spyOn(JSON, 'parse');
    expect(parseEntry(line)).toEqual({ ok: true, value: entry });
    expect(parse).toHaveBeenCalledTimes(lists);
  });
});

describe('of a line that is none', () => {
  it.each([
    ['actorId', 6, ''],
    ['tableVersion', 7, 0],
    ['action', 8, ''],
    ['codes', 10, ['']],
    ['attach', 12, [['']]],
    ['seen', 13, [['']]],
    ['seen', 13, [[OTHER_LOG, 1, HASH, 1]]],
    ['build', 14, ' '],
  ])('the field is told that is wrong, not one before it that is empty: %s', (field, at, value) => {
    const values = JSON.parse(encodeEntry(BARE)) as readonly unknown[];
    expect(parseEntry(JSON.stringify(values.with(at, value)))).toEqual({ ok: false, error: { type: 'BadField', field } });
  });
});
