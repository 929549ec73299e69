import { describe, expect, it } from 'vitest';
import type { CivilDate } from '../../../src/core/domain/date/civil-date.ts';
import { numberStateOf } from '../../../src/core/domain/person/number-state.ts';
import { PERSON_KINDS } from '../../../src/core/domain/person/person-kind.ts';
import { foldForSearch } from '../../../src/core/domain/text/fold.ts';
import type { IndexPage, IndexRow } from '../../../workers/vault/book/index-page.ts';
import { createPersonIndex } from '../../../workers/vault/book/person-index.ts';
import { createSeededRandom } from '../../support/seeded-random.ts';
import { personId } from '../../support/vault-fixture-plans.ts';

const KANA = [...'アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワン'];
const TODAY = '2026-11-22' as CivilDate;
const random = createSeededRandom(7);
const word = (length: number): string => Array.from({ length }, () => random.pick(KANA)).join('');

const randomRow = (slot: number): IndexRow => ({
  slot,
  id: personId(slot),
  kind: random.pick(PERSON_KINDS),
  name: random.pick(['山田', '髙橋', '渡邊', '斎藤', 'Smith ']) + word(2),
  kana: random.chance(0.1) ? '' : word(4),
  code: random.chance(0.5) ? `E${slot}` : '',
  corporate: random.chance(0.1),
  parentId: random.chance(0.2) ? personId(random.below(300)) : null,
  hasNumber: random.chance(0.5),
  relationTo: random.chance(0.3) ? (random.pick(['2026-11-21', '2026-11-22', '2027-01-01']) as CivilDate) : null,
  more: [],
});

const pageOf = (no: number, rows: readonly IndexRow[]): IndexPage => ({ no, rows, pages: [], unknown: {} });

/** The list as one would write it without any thought of speed. */
const slowly = (rows: readonly IndexRow[], text: string): readonly IndexRow[] => {
  const needle = foldForSearch(text);
  const reading = (row: IndexRow): string => (row.kana === '' ? row.name : row.kana);
  return rows
    .filter((row) => [row.name, row.kana, row.code].some((field) => foldForSearch(field).includes(needle)))
    .toSorted((a, b) => (reading(a) === reading(b) ? (a.id < b.id ? -1 : 1) : reading(a) < reading(b) ? -1 : 1));
};

describe('list and search', () => {
  it('says what a slow search says, after any changes of any pages', () => {
    const index = createPersonIndex();
    const pages = new Map<number, readonly IndexRow[]>();
    for (let turn = 0; turn < 150; turn += 1) {
      const changed = new Map<number, IndexPage | null>();
      for (let n = 0; n < 1 + random.below(2); n += 1) {
        const no = random.below(3);
        const rows = Array.from({ length: 128 }, (_, at) => no * 128 + at).filter(() => random.chance(0.4));
        const before = new Map((pages.get(no) ?? []).map((row) => [row.slot, row]));
        // Most rows of a changed page are the very rows it had before.
        const next = rows.map((slot) => (random.chance(0.8) ? (before.get(slot) ?? randomRow(slot)) : randomRow(slot)));
        pages.set(no, random.chance(0.05) ? [] : next);
        changed.set(no, pages.get(no)!.length === 0 ? null : pageOf(no, pages.get(no)!));
      }
      index.apply(changed);
      if (random.chance(0.3)) while (index.warm());
      const rows = [...pages.values()].flat();
      for (const text of ['', word(1), word(2), '山田', '高橋', 'smith', 'e1', 'ヤマダ']) {
        const kinds = random.chance(0.3) ? [random.pick(PERSON_KINDS)] : [];
        const states = random.chance(0.3) ? (['kept', 'use-ended'] as const) : [];
        const stateOf = (row: IndexRow) => numberStateOf({ ...row, today: TODAY });
        const expected = slowly(rows, text)
          .filter((row) => kinds.length === 0 || kinds.includes(row.kind))
          .filter((row) => states.length === 0 || states.some((state) => state === stateOf(row)));
        const offset = random.below(5);
        const found = index.query({ text, kinds, states, offset, limit: 10 }, TODAY);
        expect(found.total, text).toBe(expected.length);
        expect(found.rows.map(({ id }) => id)).toEqual(expected.slice(offset, offset + 10).map(({ id }) => id));
        expect(found.rows.map(({ state }) => state)).toEqual(expected.slice(offset, offset + 10).map(stateOf));
        expect(found.counts).toEqual({
          all: rows.length,
          withNumber: rows.filter((row) => row.hasNumber && !row.corporate).length,
          withoutNumber: rows.filter((row) => !row.hasNumber && !row.corporate).length,
        });
      }
      expect(index.size()).toBe(rows.length);
      const parent = personId(random.below(300));
      expect(new Set(index.dependantsOf(parent).map(({ id }) => id))).toEqual(new Set(rows.filter((row) => row.parentId === parent).map(({ id }) => id)));
    }
  });

  it('a person that moves to another page is there once', () => {
    const index = createPersonIndex();
    const row = randomRow(5);
    index.apply(new Map([[0, pageOf(0, [{ ...row, parentId: personId(9) }])], [2, pageOf(2, [])]]));
    expect(index.query({ text: '', kinds: [], states: [], offset: 0, limit: 9 }, TODAY).total).toBe(1);
    index.apply(new Map([[2, pageOf(2, [{ ...row, parentId: personId(9), slot: 300 }])], [0, null]]));
    expect(index.query({ text: '', kinds: [], states: [], offset: 0, limit: 9 }, TODAY).total).toBe(1);
    expect(index.get(row.id)?.slot).toBe(300);
    expect(index.dependantsOf(personId(9))).toHaveLength(1);
  });

  it('states change with the day', () => {
    const index = createPersonIndex();
    index.apply(new Map([[0, pageOf(0, [{ ...randomRow(0), hasNumber: true, corporate: false, relationTo: TODAY }])]]));
    const stateOn = (day: string) => index.query({ text: '', kinds: [], states: [], offset: 0, limit: 1 }, day as CivilDate).rows[0]?.state;
    expect([stateOn('2026-11-22'), stateOn('2026-11-23'), stateOn('2026-11-22')]).toEqual(['kept', 'use-ended', 'kept']);
  });

  it('at 10,000 persons a keystroke is many times cheaper than folding at each one', () => {
    const index = createPersonIndex();
    const rows = Array.from({ length: 10_000 }, (_, slot) => randomRow(slot));
    const pages = new Map<number, IndexPage>();
    for (let no = 0; no * 128 < rows.length; no += 1) pages.set(no, pageOf(no, rows.slice(no * 128, (no + 1) * 128)));
    index.apply(pages);
    while (index.warm());
    const best = (work: () => void): number => Math.min(...Array.from({ length: 9 }, () => {
      const began = performance.now();
      work();
      return performance.now() - began;
    }));
    const texts = ['ア', 'アイ', '山', '山田', 'smith', 'e12'];
    for (const text of texts) index.query({ text, kinds: [], states: [], offset: 0, limit: 50 }, TODAY);
    const fast = texts.map((text) => best(() => index.query({ text, kinds: [], states: [], offset: 0, limit: 50 }, TODAY)));
    const slow = best(() => rows.filter((row) => [row.name, row.kana, row.code].some((field) => foldForSearch(field).includes('ア'))));
    expect(slow / Math.max(...fast)).toBeGreaterThan(8);
  });
});
