import { describe, expect, test } from 'vitest';
import type { Answer } from '../../../../src/app/models/import-answers.ts';
import { answersTo, sidesOf } from '../../../../src/app/models/import-answers.ts';
import type { ImportDoubt } from '../../../../src/core/domain/import/import-doubt.ts';
import type { ImportPreviewRow, RowChange } from '../../../../src/core/domain/import/import-preview.ts';
import type { ImportState } from '../../../../src/core/domain/import/import-state.ts';
import type { PersonId } from '../../../../src/core/domain/ids.ts';
import { en } from '../../../../src/i18n/en.ts';
import { doubtWords } from '../../../../src/i18n/import-doubt-texts.ts';
import { ja } from '../../../../src/i18n/ja.ts';
import type { Vault } from '../../domain/import/support.ts';
import { begin, commit, correct, EMPTY, fileOf, numberOf, previewOf, rowAt } from '../../domain/import/support.ts';

type DoubtType = ImportDoubt['type'];

const STAFF = '従業員番号,氏名,生年月日,住所,入社日,退職日,マイナンバー';
const FAMILY = '従業員番号,従業員名,扶養親族等名,続柄,生年月日,個人番号';
const PAYEES = '支払先コード,支払先名,区分,住所,個人番号又は法人番号';

const staff = (...rows: readonly string[]) => fileOf('staff.csv', [STAFF, ...rows].join('\n'));
const family = (...rows: readonly string[]) => fileOf('family.csv', [FAMILY, ...rows].join('\n'));
const payees = (...rows: readonly string[]) => fileOf('payees.csv', [PAYEES, ...rows].join('\n'));

const [A, B] = [numberOf(11), numberOf(12)];
const zeroLess = '90000000042';
const wrongDigit = A.slice(0, 11) + String((Number(A.at(-1)) + 1) % 10);
const KNOWN = commit(begin(staff(`0001,髙橋　美咲,1985/11/30,東京都,2012/10/1,,${A}`, '0002,渡邉 健,,,,,')));

interface Case {
  readonly state: ImportState;
  readonly vault?: Vault;
  readonly rowId?: string;
  /** What is typed into the field the doubt offers. */
  readonly typed?: string;
}

/** One row in every doubt there is. */
const CASES: Record<DoubtType, Case> = {
  LeadingZeroDropped: { state: begin(staff(`1,甲,,,,,${zeroLess}`)), typed: B },
  SpreadsheetExponent: { state: begin(staff('1,甲,,,,,9.00000E+11')), typed: B },
  NotDigits: { state: begin(staff('1,甲,,,,,あとで')), typed: B },
  NotTwelveDigits: { state: begin(staff('1,甲,,,,,90001')), typed: B },
  AllZero: { state: begin(staff('1,甲,,,,,000000000000')), typed: B },
  CheckDigit: { state: begin(staff(`1,甲,,,,,${wrongDigit}`)), typed: B },
  NumberForCompany: { state: begin(payees(`P1,株式会社ナナ,法人,,${A}`)), typed: '7123456789012' },
  NotThirteenDigits: { state: begin(payees('P1,株式会社ナナ,法人,,71234')), typed: '7123456789012' },
  CorporateCheckDigit: { state: begin(payees('P1,株式会社ナナ,法人,,8123456789012')), typed: '7123456789012' },
  NameMissing: { state: begin(staff('1,,2000/1/1,,,,')), typed: '甲' },
  Formula: { state: begin(staff('1,=1+1,,,,,')), typed: '甲' },
  NumberInText: { state: begin(staff(`1,甲 ${A},,,,,`)), typed: '甲' },
  NoSuchDay: { state: begin(staff('1,甲,2001/2/30,,,,')), typed: '2001/2/20' },
  NotADate: { state: begin(staff('1,甲,春ごろ,,,,')), typed: '2001/2/20' },
  EraOutOfRange: { state: begin(staff('1,甲,昭和65年1月1日,,,,')), typed: '平成2年1月1日' },
  YearOutOfRange: { state: begin(staff('1,甲,1700/1/1,,,,')), typed: '2001/2/20' },
  BirthInFuture: { state: begin(staff('1,甲,2090/1/1,,,,')), typed: '2001/2/20' },
  RelationEndsBeforeBegin: { state: begin(staff('1,甲,,,2020/1/1,2019/1/1,')), typed: '2021/1/1' },
  FieldProblem: { state: begin(staff(`1,甲,,${'長'.repeat(200)},,,`)), typed: '東京都' },
  OwnerKindUnclear: { state: begin(payees('P1,株式会社ナナ,個人,,7123456789012')) },
  SamePersonTwice: { state: begin(staff('1,甲,,東京都,,,', '1,甲,,大阪市,,,')), rowId: '0-3', typed: '2' },
  MaybeSamePerson: { state: begin(staff('9,髙橋　美咲,1985/11/30,,,,')), vault: KNOWN },
  SameNumberTwice: { state: begin(staff(`7,乙,,,,,${A}`)), vault: KNOWN, typed: B },
  NumberDiffers: { state: begin(staff(`0001,髙橋　美咲,,,,,${B}`)), vault: KNOWN },
  NameDiffers: { state: begin(staff('0001,乙,,,,,')), vault: KNOWN, typed: '0009' },
  UnknownEmployee: { state: begin(family('0099,,丙,子,,')), vault: KNOWN, typed: '0001' },
  EmployeeMissing: { state: begin(family(',,丙,子,,')), vault: KNOWN, typed: '0001' },
  EmployeeInDoubt: { state: begin(staff('5,,,,,,'), family('5,,丙,子,,')), rowId: '1-2' },
  EmployeeNameDiffers: { state: begin(family('0001,渡邉 健,丙,子,,')), vault: KNOWN, typed: '0002' },
};

const TYPES = Object.keys(CASES) as DoubtType[];

const doubtIn = (row: ImportPreviewRow, type: DoubtType): ImportDoubt => {
  const doubt = row.doubts.find((one) => one.type === type);
  if (doubt === undefined) throw new Error(`${type} expected, found ${row.doubts.map((one) => one.type).join(' ')}`);
  return doubt;
};

/** The change an answer sends, when it is one touch or when `typed` stands in its field. */
const changeOf = (answer: Answer, typed: string | undefined): RowChange | null => {
  switch (answer.type) {
    case 'act':
      return answer.change;
    case 'number':
      return typed === undefined ? null : { type: 'field', field: 'number', text: typed };
    case 'corporate':
      return typed === undefined ? null : { type: 'field', field: 'corporateNumber', text: typed };
    case 'date':
    case 'text':
      return typed === undefined ? null : { type: 'field', field: answer.field, text: typed };
    case 'parent':
    case 'jump':
      return null;
  }
};

const WAYS = { code: /コード|code/, number: /番号|number/, name: /人で(す|した)|[Ss]ame person|Somebody else/ } as const;

const idOfKnown = (): PersonId => {
  const id = [...KNOWN.persons.keys()][0];
  if (id === undefined) throw new Error('nobody');
  return id;
};

describe('answers to a doubt', () => {
  test.each(TYPES)('%s: whatever is offered settles it', (type) => {
    const { state, vault = EMPTY, rowId = '0-2', typed } = CASES[type];
    const row = rowAt(previewOf(state, vault), rowId);
    const doubt = doubtIn(row, type);
    const answers = answersTo(doubt, row);
    expect(answers.length).toBeGreaterThan(0);
    const settled = answers.flatMap((answer) => {
      const change = changeOf(answer, typed);
      if (change === null) return [];
      const after = rowAt(previewOf(correct(state, rowId, change), vault), rowId);
      return [[answer, after.leftOut || !after.doubts.some((one) => one.type === type && one.field === doubt.field)]] as const;
    });
    expect(settled.filter(([, isGone]) => !isGone).map(([answer]) => answer)).toEqual([]);
    // The one that waits for another row has a way to that row instead.
    if (type !== 'EmployeeInDoubt') expect(settled.length).toBeGreaterThan(0);
  });

  test('of somebody under another name, it can be said to be somebody else in the way the person was found', () => {
    const ways = [
      { by: 'code', row: '0001,乙,,,,,', first: [], typed: '0009' },
      { by: 'number', row: `7,乙,,,,,${A}`, first: ['SameNumberTwice'], typed: B },
      { by: 'name', row: ',髙橋　美咲,,,,,', first: ['MaybeSamePerson'], typed: undefined },
    ] as const;
    for (const { by, row: line, first, typed } of ways) {
      let state = begin(staff(line));
      for (const type of first) {
        const asked = rowAt(previewOf(state, KNOWN), '0-2');
        const same = answersTo(doubtIn(asked, type), asked).find((answer) => answer.type === 'act' && answer.word === 'same');
        if (same?.type !== 'act') throw new Error('same expected');
        state = correct(state, '0-2', same.change);
      }
      // Chosen by name, it has another only when one is typed.
      if (by === 'name') state = correct(state, '0-2', { type: 'field', field: 'name', text: '乙' });
      const row = rowAt(previewOf(state, KNOWN), '0-2');
      const doubt = doubtIn(row, 'NameDiffers');
      expect(doubt).toMatchObject({ by, shapes: false });
      expect(row.personId).not.toBeNull();
      const way = answersTo(doubt, row)[2];
      const change = way === undefined ? null : changeOf(way, typed);
      if (change === null) throw new Error(`a way expected by ${by}`);
      expect(rowAt(previewOf(correct(state, '0-2', change), KNOWN), '0-2')).toMatchObject({ personId: null, verdict: 'new', doubts: [] });
      for (const { importDoubts } of [ja, en]) {
        const { what, todo } = doubtWords(importDoubts.doubts, doubt, () => '');
        expect([what, todo]).toEqual([expect.stringMatching(WAYS[by]), expect.stringMatching(WAYS[by])]);
      }
    }
  });

  test('a choice by name outlives a number typed again', () => {
    const chosen = correct(begin(staff(`,髙橋　美咲,,,,,${wrongDigit}`)), '0-2', { type: 'sameAs', personId: idOfKnown(), by: 'name' });
    expect(rowAt(previewOf(correct(chosen, '0-2', { type: 'field', field: 'number', text: B }), KNOWN), '0-2').personId).toBe(idOfKnown());
  });

  test('a dependant in doubt leads to the row it waits for', () => {
    const { state, vault = EMPTY } = CASES.EmployeeInDoubt;
    const row = rowAt(previewOf(state, vault), '1-2');
    expect(answersTo(doubtIn(row, 'EmployeeInDoubt'), row)[0]).toEqual({ type: 'jump', rowId: '0-2', name: '' });
  });

  test('the employee chosen by name settles an unknown staff number', () => {
    const { state, vault = EMPTY } = CASES.UnknownEmployee;
    const row = rowAt(previewOf(state, vault), '0-2');
    expect(answersTo(doubtIn(row, 'UnknownEmployee'), row).map(({ type }) => type)).toContain('parent');
    expect(rowAt(previewOf(correct(state, '0-2', { type: 'parent', personId: idOfKnown() }), vault), '0-2').doubts).toEqual([]);
  });

  test('a cell of somebody in the vault can stay as it is there', () => {
    const state = begin(staff('0001,=1+1,,,,,'));
    const row = rowAt(previewOf(state, KNOWN), '0-2');
    const words = answersTo(doubtIn(row, 'Formula'), row).flatMap((answer) => (answer.type === 'act' ? [answer.word] : []));
    expect(words).toEqual(['keepStored']);
  });
});

describe('side by side', () => {
  test('shows what the vault has and what the file says', () => {
    const { state, vault = EMPTY } = CASES.NameDiffers;
    const row = rowAt(previewOf(state, vault), '0-2');
    expect(sidesOf(doubtIn(row, 'NameDiffers'), row)).toEqual({
      labels: 'stored-file',
      lines: [{ field: 'name', left: '髙橋　美咲', right: '乙' }],
    });
  });

  test('hides numbers on both sides', () => {
    const state = begin(staff(`1,甲,,,,,${A}`, `1,甲,,,,,${B}`));
    const row = rowAt(previewOf(state), '0-3');
    expect(sidesOf(doubtIn(row, 'SamePersonTwice'), row)?.lines).toEqual([{ field: 'number', left: null, right: null }]);
  });

  test('is left away where there is nothing to hold against each other', () => {
    const { state } = CASES.CheckDigit;
    const row = rowAt(previewOf(state), '0-2');
    expect(sidesOf(doubtIn(row, 'CheckDigit'), row)).toBeNull();
  });
});
