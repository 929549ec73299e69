import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../../src/core/formats/canonical.ts';
import { encodePage, parsePage } from '../../../src/core/formats/page-text.ts';
import type { PageRef } from '../../../src/core/formats/page.ts';
import { MAX_VECTOR_LOGS } from '../../../src/core/formats/limits.ts';
import { encodeIndexPage, parseIndexPage } from '../../../workers/vault/book/index-page.ts';
import { attachedNo, indexNoOfPage, indexNoOfSlot, ownRef, pageNoOfSlot } from '../../../workers/vault/book/layout.ts';
import { encodeNumberPage, parseNumberPage } from '../../../workers/vault/book/number-page.ts';
import { mergePageHashes } from '../../../workers/vault/book/page-hash.ts';
import { encodePersonPage, parsePersonPage } from '../../../workers/vault/book/person-page.ts';
import { compareVectors, stepVector } from '../../../workers/vault/book/version-vector.ts';
import { individualNumber, numberRecord, personId, personRecord } from '../../support/vault-fixture-plans.ts';

const at = { logId: 'AAAAAAAAAAAAAAAAAAAAAA', seq: 3, time: 1_763_780_400_000 };
const HASH = 'A'.repeat(43);
/** As it comes back from the disk. */
const disk = (ref: PageRef, content: JsonObject): JsonObject => {
  const text = encodePage(ref, content);
  const parsed = text.ok ? parsePage(text.value, ref) : null;
  if (parsed?.ok !== true) throw new Error('page');
  return parsed.value;
};

const row: JsonObject[string] = [5, personId(5), 'payee', '名', 'ナ', '', 0, '', 1, '2026-12-31'];

describe('index pages', () => {
  it('come back as they were, with columns and fields of a newer writer', () => {
    const content: JsonObject = { rows: [[...row, 'newer', 7]], pages: [['person', 0, 2, HASH]], later: { a: [1] } };
    const page = parseIndexPage(0, disk(ownRef('index', 0), content));
    expect(page?.rows[0]).toMatchObject({ slot: 5, hasNumber: true, corporate: false, parentId: null, relationTo: '2026-12-31', more: ['newer', 7] });
    expect(encodeIndexPage(page!)).toEqual(content);
  });

  it('hold no slot that belongs elsewhere, no slot and no person twice', () => {
    const parse = (rows: JsonObject[string]) => parseIndexPage(0, { rows, pages: [] });
    expect(parse([row])).not.toBeNull();
    expect(parse([[128, ...row.slice(1)]])).toBeNull();
    expect(parse([row, row])).toBeNull();
    expect(parse([row, [6, ...row.slice(1)]])).toBeNull();
    expect(parse([[6, personId(6), ...row.slice(2)], row])).toBeNull();
    for (const bad of [-1, 0.5, '5', null]) expect(parse([[bad, ...row.slice(1)]])).toBeNull();
    for (const [n, bad] of [[1, 'x'], [2, 'robot'], [3, 1], [6, 2], [7, 'y'], [8, true], [9, '31.12.2026']] as const) {
      expect(parse([row.map((value, column) => (column === n ? bad : value))]), `column ${n}`).toBeNull();
    }
    expect(parseIndexPage(0, { rows: [row] })).toBeNull();
    expect(parseIndexPage(0, { rows: [row], pages: [['person', 0, 0, HASH]] })).toBeNull();
  });
});

describe('person and number pages', () => {
  it('keep fields of a newer writer, in page, record and fields', () => {
    const record = personRecord(1, at);
    const stored = encodePersonPage({ no: 0, records: new Map([[1, record]]), unknown: {} });
    const [plain] = stored['persons'] as JsonObject[];
    const content: JsonObject = { persons: [{ ...plain!, later: 1, fields: { ...(plain!['fields'] as JsonObject), nickname: 'x' } }], also: 'y' };
    const page = parsePersonPage(0, disk(ownRef('person', 0), content));
    expect(page?.records.get(1)).toMatchObject({ id: personId(1), version: { [at.logId]: 3 }, unknown: { later: 1 } });
    expect(encodePersonPage(page!)).toEqual(content);
  });

  it('refuse slots that belong elsewhere and records that are none', () => {
    const stored = encodePersonPage({ no: 0, records: new Map([[1, personRecord(1, at)]]), unknown: {} });
    const [plain] = stored['persons'] as JsonObject[];
    expect(parsePersonPage(1, stored)).toBeNull();
    expect(parsePersonPage(0, { persons: [plain!, plain!] })).toBeNull();
    for (const key of ['id', 'rev', 'v', 'fields', 'registeredAt']) expect(parsePersonPage(0, { persons: [{ ...plain!, [key]: 'x' }] }), key).toBeNull();
  });

  it('numbers: check digit, owner and ids are looked at, size says nothing', () => {
    const records = [numberRecord(1, at), numberRecord(2, at)];
    const content = encodeNumberPage({ no: 0, records, unknown: {} });
    expect(parseNumberPage(0, disk(ownRef('number', 0), content))?.records).toEqual(records);
    const [plain] = content['numbers'] as JsonObject[];
    expect(parseNumberPage(0, { numbers: [plain!, plain!] })).toBeNull();
    expect(parseNumberPage(0, { numbers: [{ ...plain!, value: `${individualNumber(1).slice(0, 11)}x` }] })).toBeNull();
    const sizeWith = (count: number): number => {
      const text = encodePage(ownRef('number', 0), encodeNumberPage({ no: 0, records: Array.from({ length: count }, (_, n) => numberRecord(n, at)), unknown: {} }));
      return text.ok ? text.value.length : -1;
    };
    expect([sizeWith(1), sizeWith(2), sizeWith(8)]).toEqual([2048, 2048, 2048]);
    expect(sizeWith(16) % 2048).toBe(0);
  });
});

describe('layout', () => {
  it('slot, page and index page agree', () => {
    for (const slot of [0, 15, 16, 127, 128, 9_999]) expect(indexNoOfPage(pageNoOfSlot(slot))).toBe(indexNoOfSlot(slot));
    const places = new Set([0, 1, 2, 100_000].flatMap((seq) => [0, 7].flatMap((n) => [0, 63].map((part) => attachedNo(seq, n, part)))));
    expect(places.size).toBe(16);
  });

  it('page hashes are replaced at their place and stay in order', () => {
    const page = (kind: 'index' | 'setting', no: number, rev: number) => ({ kind, no, rev, hash: HASH });
    const merged = mergePageHashes([page('index', 1, 1), page('setting', 0, 1)], [page('index', 0, 1), page('index', 1, 2)], [page('setting', 0, 9)]);
    expect(merged).toEqual([page('index', 0, 1), page('index', 1, 2)]);
  });

  it('version vectors compare', () => {
    const base = { a: 1, b: 5 };
    expect(compareVectors(base, base)).toBe('same');
    expect(compareVectors(base, stepVector(base, 'a', 2))).toBe('older');
    expect(compareVectors(stepVector(base, 'c', 0), base)).toBe('newer');
    expect(compareVectors(stepVector(base, 'a', 2), stepVector(base, 'b', 6))).toBe('conflict');
  });

  it('a version vector names the logs of the newest changes alone, the newest last', () => {
    let vector = {};
    for (let n = 0; n < MAX_VECTOR_LOGS; n += 1) vector = stepVector(vector, `log-${n}`, n);
    expect(Object.keys(vector)).toHaveLength(MAX_VECTOR_LOGS);
    const again = stepVector(vector, 'log-0', 99);
    expect(Object.entries(again).at(-1)).toEqual(['log-0', 99]);
    const grown = stepVector(again, 'new', 5);
    expect(Object.keys(grown)).toEqual([...Array.from({ length: MAX_VECTOR_LOGS - 2 }, (_, n) => `log-${n + 2}`), 'log-0', 'new']);
    // What fell out is never told as the older being the newer.
    expect(compareVectors(grown, vector)).toBe('conflict');
    expect(compareVectors(vector, grown)).toBe('conflict');
  });
});
