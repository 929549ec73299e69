import { describe, expect, it } from 'vitest';
import type { RowChange } from '../../../../src/core/domain/import/import-preview.ts';
import { planImport } from '../../../../src/core/domain/import/plan-import.ts';
import { judgeImport } from '../../../../src/core/domain/import/judge-import.ts';
import { bytesOf, begin, commit, contextOf, correctAll, digest, EMPTY, idOf, planOf, previewOf, rowAt, sample, SAMPLES } from './support.ts';

const all = () => begin(...SAMPLES.map(sample));

const VERDICTS: readonly (readonly [string, string])[] = [
  ['0-2', 'new masked'],
  ['0-3', 'new masked +NameOutsideForms'],
  ['0-4', 'new masked'],
  ['0-5', 'doubt problem LeadingZeroDropped:number +NameOutsideForms'],
  ['0-6', 'new masked'],
  ['0-7', 'doubt problem CheckDigit:number'],
  ['0-8', 'new masked +RelationEnded'],
  ['0-9', 'doubt none NoSuchDay:birthDate'],
  ['0-10', 'doubt problem SpreadsheetExponent:number +RelationEnded'],
  ['0-11', 'new masked'],
  ['0-12', 'doubt none Formula:name'],
  ['0-13', 'doubt masked SamePersonTwice:name'],
  ['1-2', 'new masked'],
  ['1-3', 'new masked'],
  ['1-4', 'new none'],
  ['1-5', 'new masked +NameOutsideForms'],
  ['1-6', 'new masked'],
  ['1-7', 'new masked'],
  ['1-8', 'doubt masked UnknownEmployee:parentCode'],
  ['2-2', 'new masked'],
  ['2-3', 'new corporate'],
  ['2-4', 'new none +BelowThreshold'],
  ['2-5', 'new masked +NameOutsideForms'],
];

/** What a careful user answers to the doubts of the samples. */
const ANSWERS: readonly (readonly [string, RowChange])[] = [
  ['0-5', { type: 'addLeadingZero' }],
  ['0-7', { type: 'field', field: 'number', text: '９０００ー００００ー００６０' }],
  ['0-9', { type: 'field', field: 'birthDate', text: '平成14年2月20日' }],
  ['0-10', { type: 'leaveEmpty', field: 'number' }],
  ['0-12', { type: 'leaveOut' }],
  ['0-13', { type: 'leaveOut' }],
  ['1-8', { type: 'field', field: 'parentCode', text: '0005' }],
];

describe('the three samples', () => {
  it('are understood: kind, encoding, header, and what is not stored', () => {
    const { files } = previewOf(all());
    expect(files.map(({ encoding, kind, decidedBy, rows }) => [encoding, kind, decidedBy, rows])).toEqual([
      ['shift_jis', 'employees', '従業員番号', 12],
      ['utf-8-bom', 'dependants', '扶養親族等名', 7],
      ['utf-8', 'payees', '支払先名', 4],
    ]);
    expect(files.map(({ notStoredColumns }) => notStoredColumns.map(({ header }) => header))).toEqual([
      ['性別', '雇用区分'],
      ['同居'],
      ['細目', '年間支払額', '源泉徴収税額'],
    ]);
  });

  it('give each row its verdict and each trap its doubt', () => {
    const preview = previewOf(all());
    expect(preview.rows.map((row) => [row.rowId, digest(row)])).toEqual(VERDICTS);
    expect(preview.counts).toEqual({ new: 16, changed: 0, same: 0, doubt: 7, leftOut: 0, numbers: 13 });
    expect(preview.rows.filter(({ accepted }) => accepted).map(({ rowId }) => rowId)).toEqual(
      VERDICTS.filter(([, text]) => text.startsWith('new')).map(([rowId]) => rowId),
    );
  });

  it('do not depend on the order of the files', () => {
    const turned = previewOf(begin(...SAMPLES.toReversed().map(sample)));
    const digests = (rows: readonly string[]): readonly string[] => rows.toSorted();
    expect(digests(turned.rows.map(digest))).toEqual(digests(VERDICTS.map(([, text]) => text)));
    expect(rowAt(turned, '1-2').parentName).toBe('佐藤　一郎');
  });

  it('say what differs between the two rows of one employee', () => {
    expect(rowAt(previewOf(all()), '0-13').doubts).toEqual([
      {
        type: 'SamePersonTwice',
        field: 'name',
        by: 'code',
        other: { rowId: '0-3', fileIndex: 0, line: 3, name: '髙橋　美咲' },
        differences: [
          { field: 'name', first: '髙橋　美咲', second: '高橋　美咲' },
          { field: 'address', first: '東京都新宿区西新宿７－１０－３　グリーンハイツ２０２', second: '東京都新宿区西新宿7-10-3-202' },
        ],
      },
    ]);
  });

  it('show what was written, never what was guessed', () => {
    const preview = previewOf(all());
    expect(rowAt(preview, '0-9').doubts).toEqual([{ type: 'NoSuchDay', field: 'birthDate', written: '平成14年2月30日' }]);
    expect(rowAt(preview, '0-12').doubts).toEqual([{ type: 'Formula', field: 'name', written: "=cmd|' /C calc'!A0" }]);
    expect(rowAt(preview, '0-8').birthDate).toBe('昭和３０年９月１５日');
    expect(rowAt(preview, '0-4')).toMatchObject({ name: '渡邉 健', kana: 'ワタナベ　ケン' });
    expect(rowAt(preview, '2-5').notes).toEqual([{ type: 'NameOutsideForms', characters: ['\u{20bb7}'] }]);
    expect(rowAt(preview, '1-8').doubts).toEqual([{ type: 'UnknownEmployee', field: 'parentCode', code: '0099' }]);
    expect(rowAt(preview, '2-3').corporateNumber).toBe('7123456789012');
  });

  it('leave every doubt out of the plan until it is answered', () => {
    const plan = planOf(all());
    expect(plan).toMatchObject({ registered: 16, changed: 0, unchanged: 0, leftOut: 7, numbers: 13 });
    expect(plan.steps.map(({ rowId }) => rowId)).not.toContain('0-5');
  });

  it('go in whole once the doubts are answered', () => {
    const state = correctAll(all(), ANSWERS);
    const preview = previewOf(state);
    expect(preview.counts).toEqual({ new: 21, changed: 0, same: 0, doubt: 0, leftOut: 2, numbers: 16 });
    const plan = planOf(state);
    expect(plan).toMatchObject({ registered: 21, changed: 0, unchanged: 0, leftOut: 2, numbers: 16 });
    const step = (rowId: string) => plan.steps.find((each) => each.rowId === rowId);
    expect(step('0-5')?.number).toBe('090000000042');
    expect(step('0-7')?.number).toBe('900000000060');
    expect(step('0-10')?.number).toBeNull();
    expect(step('0-11')?.number).toBe('900000000109');
    expect(step('2-3')).toMatchObject({ number: null, fields: { corporate: true, corporateNumber: '7123456789012', purposes: [] } });
    expect(step('0-2')?.fields).toMatchObject({
      kind: 'employee',
      code: '0001',
      postalCode: '1600023',
      birthDate: { date: '1973-04-02', written: '昭和48年4月2日' },
      relationFrom: { date: '2008-04-01', written: 'H20.4.1' },
      relationTo: null,
      parentId: null,
      purposes: ['wage-withholding', 'employment-insurance', 'health-pension'],
    });
    expect(step('1-2')?.fields).toMatchObject({
      kind: 'dependant',
      parentId: idOf('row_0-2'),
      relationship: '妻',
      code: '',
      purposes: ['wage-withholding'],
    });
    expect(step('1-8')?.fields.parentId).toBe(idOf('row_0-6'));
    const places = plan.steps.map(({ rowId }) => rowId);
    expect(places.indexOf('1-2')).toBeGreaterThan(places.indexOf('0-2'));
  });

  it('are all the same the second time', () => {
    const vault = commit(correctAll(all(), ANSWERS));
    expect(vault.persons.size).toBe(21);
    expect(vault.numbers.size).toBe(16);
    // The same answers, because the files still hold the same slips.
    const again = previewOf(correctAll(all(), ANSWERS), vault);
    expect(again.rows.filter(({ leftOut, verdict }) => !leftOut && verdict !== 'same').map(digest)).toEqual([]);
    expect(planOf(correctAll(all(), ANSWERS), vault)).toMatchObject({ steps: [], unchanged: 21, leftOut: 2, numbers: 0 });
    expect(commit(correctAll(all(), ANSWERS), vault, 'again')).toEqual(vault);
  });

  it('are mostly the same the second time even before a doubt is answered', () => {
    const vault = commit(correctAll(all(), ANSWERS));
    const again = previewOf(all(), vault);
    expect(rowAt(again, '0-5')).toMatchObject({ verdict: 'same', numberShown: 'same', notes: expect.arrayContaining([{ type: 'SameWithLeadingZero' }]) });
    expect(rowAt(again, '0-7')).toMatchObject({ verdict: 'same', numberShown: 'kept', notes: [{ type: 'StoredKept', field: 'number', because: 'CheckDigit' }] });
    expect(rowAt(again, '0-9')).toMatchObject({ verdict: 'same', notes: [{ type: 'StoredKept', field: 'birthDate', because: 'NoSuchDay' }] });
    expect(again.rows.filter(({ verdict }) => verdict !== 'same').map((row) => [row.rowId, digest(row)])).toEqual([
      // No number was stored for him, so the cell is still a question.
      ['0-10', 'doubt problem SpreadsheetExponent:number +RelationEnded'],
      ['0-12', 'doubt none Formula:name'],
      ['0-13', 'doubt masked SamePersonTwice:name'],
      // The number tells who it is: sameAs answers both.
      ['1-8', 'doubt problem UnknownEmployee:parentCode SameNumberTwice:number'],
    ]);
    const known = again.rows.find(({ rowId }) => rowId === '1-8')?.doubts[1];
    expect(known).toMatchObject({ other: { type: 'person', personId: idOf('row_1-8'), name: '不明　太郎', sameKind: true } });
    const answered = correctAll(all(), [['1-8', { type: 'sameAs', personId: idOf('row_1-8'), by: 'name' }]]);
    expect(digest(rowAt(previewOf(answered, vault), '1-8'))).toBe('same same');
  });

  it('plan the same steps however often they are judged', () => {
    const state = correctAll(all(), ANSWERS);
    const judge = () => planImport(judgeImport(state, contextOf(EMPTY)), (rowId) => idOf(rowId));
    expect(judge()).toEqual(judge());
  });
});

describe('numbers of the samples', () => {
  const digitRuns = SAMPLES.flatMap((name) => {
    const ascii = new TextDecoder('latin1').decode(bytesOf(name)).replaceAll('-', '');
    return ascii.match(/[0-9]{11,12}(?![0-9])/g) ?? [];
  }).filter((digits) => digits.startsWith('9000'));

  const spellings = (digits: string): readonly string[] => [
    digits,
    digits.replace(/^0/, ''),
    digits.replace(/(....)(?=.)/g, '$1 '),
    digits.replace(/(....)(?=.)/g, '$1-'),
    digits.replace(/[0-9]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0)),
    digits.split('').toReversed().join(''),
    Number(digits).toExponential(),
    BigInt(digits).toString(16),
    Buffer.from(digits).toString('base64').replace(/=+$/, ''),
    Buffer.from(digits).toString('base64url'),
    Buffer.from(digits).toString('hex'),
    Buffer.from(digits, 'utf16le').toString('base64').replace(/=+$/, ''),
  ];

  it('are in no preview, before and after corrections, in no spelling', () => {
    expect(digitRuns.length).toBeGreaterThan(15);
    const vault = commit(correctAll(all(), ANSWERS));
    const texts = [previewOf(all()), previewOf(correctAll(all(), ANSWERS)), previewOf(all(), vault)].map((preview) => JSON.stringify(preview));
    // The corrected ones and the one with its zero.
    for (const digits of [...digitRuns, '090000000042', '900000000060']) {
      for (const spelling of spellings(digits)) {
        for (const text of texts) expect(text.includes(spelling), spelling).toBe(false);
      }
    }
    // A planted control is found by the same search.
    expect(spellings('900000000010').some((spelling) => '{"x":"9000 0000 0010"}'.includes(spelling))).toBe(true);
  });

  it('do not come out of cells that are not for numbers', () => {
    const number = digitRuns[0] ?? '';
    const text = new TextDecoder().decode(bytesOf('shiharaisaki-utf8.csv'));
    const misplaced = [
      text.replace('森　詩織', `森　${number}`),
      text.replace('P03', number),
      text.replace('京都府', number),
      text.replace('細目', number),
      text.replace('P03', number.slice(0, 11)),
      text.replace('森　詩織', `森 ${number.slice(0, 11)}7`),
      text.replace('森　詩織', `森 ${number.replace(/(....)(?=.)/g, '$1-')}`),
    ];
    for (const changed of misplaced) {
      expect(changed).not.toBe(text);
      const json = JSON.stringify(previewOf(begin({ ...sample('shiharaisaki-utf8.csv'), fileName: `${number}.csv`, lines: csvLines(changed) })));
      for (const spelling of [number, number.slice(0, 11), number.replace(/(....)(?=.)/g, '$1-')]) expect(json.includes(spelling)).toBe(false);
    }
  });
});

function csvLines(text: string) {
  return text.split('\n').filter((line) => line !== '').map((line, index) => ({ line: index + 1, cells: line.split(',') }));
}
