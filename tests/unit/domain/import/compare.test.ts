import { describe, expect, it } from 'vitest';
import { correctImport } from '../../../../src/core/domain/import/import-state.ts';
import type { ImportState } from '../../../../src/core/domain/import/import-state.ts';
import { begin, commit, correct, correctAll, digest, fileOf, idOf, IMPORT, numberOf, planOf, previewOf } from './support.ts';
import type { Vault } from './support.ts';

const EMPLOYEES = '社員番号,氏名,フリガナ,生年月日,住所,退職日,個人番号';
const DEPENDANTS = '社員番号,従業員名,家族氏名,続柄,生年月日,個人番号';
const PAYEES = '取引先コード,取引先名,区分,住所,生年月日,個人番号又は法人番号';

const employees = (...rows: readonly string[]): ImportState => begin(fileOf('e.csv', [EMPLOYEES, ...rows].join('\n')));
const payees = (...rows: readonly string[]): ImportState => begin(fileOf('p.csv', [PAYEES, ...rows].join('\n')));
const family = (staff: readonly string[], rows: readonly string[]): ImportState =>
  begin(fileOf('d.csv', [DEPENDANTS, ...rows].join('\n')), fileOf('e.csv', [EMPLOYEES, ...staff].join('\n')));

const [A, B, C] = [numberOf(1), numberOf(2), numberOf(3)];
const digests = (state: ImportState, vault?: Vault): readonly string[] => previewOf(state, vault).rows.map(digest);

/** One employee with everything, in the vault as person v_0-2. */
const FULL = `0001,髙橋　美咲,タカハシ　ミサキ,1985/11/30,東京都新宿区西新宿７－１０－３,,${A}`;
const vault = commit(employees(FULL, `0002,田中 実,,,,,`), undefined, 'v');
const [TAKAHASHI, TANAKA] = [idOf('v_0-2'), idOf('v_0-3')];

describe('an employee who is in the vault', () => {
  it.each([
    ['the same row', FULL, 'same same +NameOutsideForms'],
    ['the same in other writing', `０００１,髙橋 美咲,ﾀｶﾊｼ ﾐｻｷ,昭和60年11月30日,東京都新宿区西新宿7-10-3,,${A.slice(0, 4)}-${A.slice(4, 8)}-${A.slice(8)}`, 'same same +NameOutsideForms'],
    ['empty cells', '0001,髙橋　美咲,,,,,', 'same kept +NameOutsideForms'],
    ['no name', '0001,,,,,,', 'same kept +StoredKept'],
    ['without code', `,髙橋　美咲,,1985/11/30,,,`, 'same kept +NameOutsideForms'],
    ['a code without its zeros', '1,髙橋　美咲,,,,,', 'same kept +NameOutsideForms +CodeZerosDiffer'],
    ['a new address', '0001,髙橋　美咲,,,大阪市,,', 'changed kept +NameOutsideForms ~address'],
    ['an end', '0001,髙橋　美咲,,,,2026/12/31,', 'changed kept +NameOutsideForms ~relationTo'],
    ['another birth date', '0001,髙橋　美咲,,1985/11/3,,,', 'changed kept +NameOutsideForms ~birthDate'],
    ['another shape of the name', '0001,高橋　美咲,,,,,', 'doubt kept NameDiffers:name'],
    ['another name', '0001,佐藤　花,,,,,', 'doubt kept NameDiffers:name'],
    ['another number', `0001,髙橋　美咲,,,,,${B}`, 'doubt differs NumberDiffers:number +NameOutsideForms'],
    ['a number that cannot be read', '0001,髙橋　美咲,,,,,9.00000E+11', 'same kept +NameOutsideForms +StoredKept'],
    ['a day that does not exist', '0001,髙橋　美咲,,2001/2/30,,,', 'same kept +NameOutsideForms +StoredKept'],
    ['a formula', '0001,髙橋　美咲,,,=A1,,', 'doubt kept Formula:address +NameOutsideForms'],
    ['a first number for another', `0002,田中 実,,,,,${B}`, 'changed masked ~number'],
    ['the number of another', `0002,田中 実,,,,,${A}`, 'doubt problem SameNumberTwice:number'],
    ['another code, same name and birth date', '0007,髙橋　美咲,,1985/11/30,,,', 'doubt none MaybeSamePerson:name +NameOutsideForms'],
    ['another code, same name', '0007,髙橋　美咲,,,,,', 'new none +NameOutsideForms'],
    ['no code, name only', ',髙橋　美咲,,,,,', 'doubt none MaybeSamePerson:name +NameOutsideForms'],
    ['no code, another birth date', ',髙橋　美咲,,1999/1/1,,,', 'new none +NameOutsideForms'],
    ['no code, same name and number', `,髙橋　美咲,,,,,${A}`, 'same same +NameOutsideForms'],
  ])('%s', (_, row, expected) => {
    expect(digests(employees(row), vault)).toEqual([expected]);
  });

  it('shows names side by side and changes field by field', () => {
    const preview = previewOf(employees('0001,高橋　美咲,,,大阪市,,'), vault);
    expect(preview.rows[0]).toMatchObject({
      personId: TAKAHASHI,
      doubts: [{ type: 'NameDiffers', stored: '髙橋　美咲', inFile: '高橋　美咲', shapes: true }],
      changes: [{ field: 'address', before: '東京都新宿区西新宿７－１０－３', after: '大阪市' }],
    });
    expect(previewOf(employees('0001,佐藤　花,,,,,'), vault).rows[0]?.doubts).toMatchObject([{ shapes: false }]);
  });

  it('keeps or replaces a name as the user says', () => {
    const state = employees('0001,高橋　美咲,,,大阪市,,');
    const kept = correct(state, '0-2', { type: 'keepStored', field: 'name' });
    expect(digests(kept, vault)).toEqual(['changed kept ~address']);
    expect(planOf(kept, vault).steps).toMatchObject([{ type: 'change', personId: TAKAHASHI, fields: { name: '髙橋　美咲', address: '大阪市' }, fieldsChanged: true, number: null }]);
    const taken = correct(kept, '0-2', { type: 'takeFile', field: 'name' });
    expect(digests(taken, vault)).toEqual(['changed kept ~name ~address']);
    expect(digests(correct(taken, '0-2', { type: 'keepStored', field: 'address' }), vault)).toEqual(['changed kept ~name']);
  });

  it('keeps or replaces a number as the user says, and says which is which', () => {
    const state = employees(`0001,髙橋　美咲,,,,,${B}`);
    const replaced = correct(state, '0-2', { type: 'takeFile', field: 'number' });
    expect(previewOf(replaced, vault).rows[0]).toMatchObject({ verdict: 'changed', changes: [{ field: 'number', change: 'replaced' }] });
    expect(planOf(replaced, vault).steps).toMatchObject([{ type: 'change', number: B, replacesNumber: true, fieldsChanged: false }]);
    const kept = correct(state, '0-2', { type: 'keepStored', field: 'number' });
    expect(digests(kept, vault)).toEqual(['same kept +NameOutsideForms']);
    expect(planOf(employees(`0002,田中 実,,,,,${B}`), vault).steps).toMatchObject([{ personId: TANAKA, number: B, replacesNumber: false }]);
  });

  it('asks again when the text of an answered cell is changed', () => {
    const answered = correct(employees(`0001,髙橋　美咲,,,,,${B}`), '0-2', { type: 'takeFile', field: 'number' });
    expect(digests(correct(answered, '0-2', { type: 'field', field: 'number', text: C }), vault)).toEqual(['doubt differs NumberDiffers:number +NameOutsideForms']);
  });

  it('is somebody else, or not, as the user says', () => {
    const state = employees(',髙橋　美咲,,,大阪市,,');
    expect(previewOf(state, vault).rows[0]?.doubts).toMatchObject([{ type: 'MaybeSamePerson', personId: TAKAHASHI, code: '0001', birthDate: '1985/11/30' }]);
    expect(digests(correct(state, '0-2', { type: 'otherPerson' }), vault)).toEqual(['new none +NameOutsideForms']);
    expect(digests(correct(state, '0-2', { type: 'sameAs', personId: TAKAHASHI, by: 'name' }), vault)).toEqual(['changed kept +NameOutsideForms ~address']);
    expect(digests(correctAll(state, [['0-2', { type: 'sameAs', personId: TAKAHASHI, by: 'name' }], ['0-2', { type: 'otherPerson' }]]), vault)).toEqual(['new none +NameOutsideForms']);
    expect(digests(correct(state, '0-2', { type: 'sameAs', personId: idOf('nobody'), by: 'name' }), vault)).toEqual(['doubt none MaybeSamePerson:name +NameOutsideForms']);
  });

  it('never ends before the beginning that is stored', () => {
    const begun = commit(begin(fileOf('a.csv', '社員番号,氏名,入社日\n9,甲,2025/4/1\n')), undefined, 'v');
    const ended = begin(fileOf('b.csv', '社員番号,氏名,退職日\n9,甲,2024/3/31\n'));
    expect(digests(ended, begun)).toEqual(['doubt none RelationEndsBeforeBegin:relationTo +RelationEnded ~relationTo']);
    expect(digests(correct(ended, '0-2', { type: 'keepStored', field: 'relationTo' }), begun)).toEqual(['same none +RelationEnded']);
  });
});

describe('one person on several rows', () => {
  it('drops a repetition and lists what a second row says differently', () => {
    const state = employees(FULL, FULL, '0001,髙橋　美咲,,,大阪市,,');
    expect(digests(state)).toEqual(['new masked +NameOutsideForms', 'same masked +NameOutsideForms +RepeatsRow', 'doubt none SamePersonTwice:name +NameOutsideForms']);
    expect(planOf(state).steps).toHaveLength(1);
    expect(previewOf(state).rows[2]?.doubts).toMatchObject([{ differences: [{ field: 'address', second: '大阪市' }] }]);
  });

  it('finds them by name and birth date under different codes, and believes the user', () => {
    const state = employees('1,甲,,2000/1/1,,,', '2,甲,,平成12年1月1日,,,');
    expect(previewOf(state).rows[1]?.doubts).toMatchObject([{ type: 'SamePersonTwice', by: 'name', differences: [{ field: 'code', first: '1', second: '2' }] }]);
    expect(digests(correct(state, '0-3', { type: 'otherPerson' }))).toEqual(['new none', 'new none']);
    // Not where the code is the same.
    expect(digests(correct(employees('1,甲,,,,,', '1,乙,,,,,'), '0-3', { type: 'otherPerson' }))).toEqual(['new none', 'doubt none SamePersonTwice:name']);
  });

  it('takes the row the user takes, and the one taken last', () => {
    const state = employees('1,甲,,,東京,,', '1,甲,,,大阪,,', '1,甲,,,京都,,');
    const second = correct(state, '0-3', { type: 'take' });
    expect(digests(second)).toEqual(['(new) none +Superseded', 'new none', '(new) none +Superseded']);
    const third = correct(second, '0-4', { type: 'take' });
    expect(digests(third)).toEqual(['(new) none +Superseded', '(new) none +Superseded', 'new none']);
    expect(planOf(third).steps).toMatchObject([{ rowId: '0-4', fields: { address: '京都' } }]);
    expect(digests(correct(third, '0-4', { type: 'leaveOut' }))).toEqual(['(new) none +Superseded', 'new none', '(new) none']);
    const back = correctAll(third, [['0-4', { type: 'reset' }], ['0-3', { type: 'leaveOut' }], ['0-3', { type: 'putBack' }]]);
    expect(digests(back)).toEqual(digests(state));
  });

  it('notices another number on the second row, without showing either', () => {
    const preview = previewOf(employees(`1,甲,,,,,${A}`, `1,甲,,,,,${B}`));
    expect(preview.rows[1]?.doubts).toMatchObject([{ differences: [{ field: 'number', change: 'another' }] }]);
  });

  it('doubts both of two people with one number', () => {
    const state = employees(`1,甲,,,,,${A}`, `2,乙,,,,,${A}`);
    expect(digests(state)).toEqual(['doubt masked SameNumberTwice:number', 'doubt masked SameNumberTwice:number']);
    expect(previewOf(state).rows[0]?.doubts).toMatchObject([{ other: { type: 'row', rowId: '0-3', name: '乙' } }]);
    expect(digests(correct(state, '0-3', { type: 'leaveEmpty', field: 'number' }))).toEqual(['new masked', 'new none']);
    expect(digests(correct(state, '0-3', { type: 'leaveOut' }))).toEqual(['new masked', '(new) masked']);
  });
});

describe('dependants', () => {
  const STAFF = ['0001,甲 太郎,,,,,', '0002,乙 次郎,,,,,'];

  it('hang on employees of the same import or of the vault, whatever the zeros', () => {
    const rows = ['0001,甲 太郎,甲 花,妻,,', '2,乙 次郎,乙 月,子,,'];
    expect(digests(family(STAFF, rows))).toEqual(['new none', 'new none +CodeZerosDiffer', 'new none', 'new none']);
    const staffed = commit(employees(...STAFF), undefined, 'v');
    const alone = begin(fileOf('d.csv', [DEPENDANTS, ...rows].join('\n')));
    expect(digests(alone, staffed)).toEqual(['new none', 'new none +CodeZerosDiffer']);
    expect(planOf(alone, staffed).steps.map(({ fields }) => fields.parentId)).toEqual([idOf('v_0-2'), idOf('v_0-3')]);
    const once = commit(alone, staffed);
    expect(digests(alone, once)).toEqual(['same none', 'same none +CodeZerosDiffer']);
    expect(digests(family(STAFF, rows), once)).toEqual(['same none', 'same none +CodeZerosDiffer', 'same none', 'same none']);
  });

  it('are doubted without an employee, and hung where the user says', () => {
    const staffed = commit(employees(...STAFF), undefined, 'v');
    const state = begin(fileOf('d.csv', [DEPENDANTS, '0099,,丙,子,,', ',,丁,子,,'].join('\n')));
    expect(digests(state, staffed)).toEqual(['doubt none UnknownEmployee:parentCode', 'doubt none EmployeeMissing:parentCode']);
    const hung = correctAll(state, [['0-2', { type: 'parent', personId: idOf('v_0-2') }], ['0-3', { type: 'field', field: 'parentCode', text: '0002' }]]);
    expect(digests(hung, staffed)).toEqual(['new none', 'new none']);
    expect(planOf(hung, staffed).steps.map(({ fields }) => fields.parentId)).toEqual([idOf('v_0-2'), idOf('v_0-3')]);
    // Nobody hangs on a payee, or on nobody.
    const payee = commit(payees('P1,丙,個人,,,'), undefined, 'p');
    expect(digests(correct(state, '0-2', { type: 'parent', personId: idOf('p_0-2') }), payee)[0]).toBe('doubt none UnknownEmployee:parentCode');
  });

  it('of the owner have the purpose of the owner\'s return', () => {
    const owner = idOf('owner');
    const base = commit(employees('1,主,,,,,'), undefined, 'v').persons.get(idOf('v_0-2'));
    if (base === undefined) throw new Error('no person');
    const owned: Vault = { persons: new Map([[owner, { ...base, kind: 'owner', code: '' }]]), numbers: new Map() };
    const state = correct(begin(fileOf('d.csv', [DEPENDANTS, ',,丙,子,,'].join('\n'))), '0-2', { type: 'parent', personId: owner });
    expect(planOf(state, owned).steps).toMatchObject([{ fields: { parentId: owner, purposes: ['owner-return'] } }]);
  });

  it('wait for an employee who is in doubt or left out', () => {
    const state = family(['0001,甲 太郎,,2001/2/30,,,'], ['0001,,甲 花,妻,,']);
    expect(digests(state)).toEqual(['doubt none EmployeeInDoubt:parentCode', 'doubt none NoSuchDay:birthDate']);
    expect(digests(correct(state, '1-2', { type: 'leaveEmpty', field: 'birthDate' }))).toEqual(['new none', 'new none']);
    expect(digests(correct(state, '1-2', { type: 'leaveOut' }))[0]).toBe('doubt none EmployeeInDoubt:parentCode');
    // The doubt about somebody who is in the vault already holds nobody up.
    expect(digests(state, commit(employees('0001,甲 太郎,,,,,'), undefined, 'v'))[0]).toBe('new none');
  });

  it('are doubted when the file names another employee than the code', () => {
    const state = family(STAFF, ['0001,乙 次郎,丙,子,,']);
    expect(previewOf(state).rows[0]?.doubts).toEqual([{ type: 'EmployeeNameDiffers', field: 'parentCode', known: '甲 太郎', inFile: '乙 次郎' }]);
    expect(digests(correct(state, '0-2', { type: 'keepStored', field: 'parentCode' }))[0]).toBe('new none');
  });

  it('need a relationship, and are told apart by birth date', () => {
    const staffed = commit(family(STAFF, ['0001,,甲 花,,2020/1/1,', '0001,,甲 月,子,2020/1/1,']), undefined, 'v');
    expect(digests(family(STAFF, ['0001,,甲 花,,2020/1/1,']))[0]).toBe('doubt none FieldProblem:relationship');
    expect(digests(family(STAFF, ['0001,,甲 花,=A1,2020/1/1,']))[0]).toBe('doubt none Formula:relationship');
    expect(digests(family(STAFF, ['0001,,甲 月,子,2020/1/10,']), staffed)[0]).toBe('doubt none MaybeSamePerson:name');
    expect(digests(family(STAFF, ['0001,,甲 月,,,']), staffed)[0]).toBe('same none +StoredKept');
  });
});

describe('payees', () => {
  it('are recognised by code, else by name with address or number', () => {
    const known = commit(payees(`P1,丙,個人,京都市,,${A}`, 'P2,株式会社丁,法人,大阪市,,7123456789012'), undefined, 'v');
    expect(digests(payees('P1,丙,,,,', 'P2,株式会社丁,法人,大阪市,,'), known)).toEqual(['same kept', 'same corporate']);
    expect(digests(payees(',丙,個人,京都市,,', ',株式会社丁,,,,7123456789012'), known)).toEqual(['same kept', 'same corporate']);
    expect(digests(payees(`,丙,個人,,,${A}`), known)).toEqual(['same same']);
    expect(digests(payees(',丙,個人,奈良市,,'), known)).toEqual(['doubt none MaybeSamePerson:name']);
  });

  it('do not turn from person to company, or back, in silence', () => {
    const known = commit(payees('P1,丙,個人,,,', 'P2,丁,法人,,,'), undefined, 'v');
    expect(digests(payees('P1,丙,法人,,,', `P2,丁,,,,${A}`), known)).toEqual(['doubt none OwnerKindUnclear:number', 'doubt problem NumberForCompany:number']);
  });

  it('are what the user says', () => {
    const state = payees('P1,㈱丙,,,,');
    expect(digests(correct(state, '0-2', { type: 'entity', corporate: true }))).toEqual(['new corporate +NameOutsideForms']);
    expect(planOf(correct(state, '0-2', { type: 'entity', corporate: false })).steps).toMatchObject([{ fields: { corporate: false } }]);
  });
});

describe('purposes', () => {
  const state = (rows: string): ImportState => begin(fileOf('a.csv', `社員番号,氏名,源泉徴収票作成事務,雇用保険届出事務,国民年金第3号被保険者届出事務\n${rows}\n`));

  it('are those that are ticked, where the file says so', () => {
    expect(planOf(state('1,甲,1,0,')).steps).toMatchObject([{ fields: { purposes: ['wage-withholding'] } }]);
    expect(digests(state('1,甲,○,,1'))).toEqual(['new none +PurposeNotAllowed']);
    const known = commit(state('1,甲,1,0,'), undefined, 'v');
    expect(previewOf(state('1,甲,1,1,'), known).rows[0]?.changes).toEqual([{ field: 'purposes', before: 'wage-withholding', after: 'wage-withholding employment-insurance' }]);
  });
});

describe('correctImport', () => {
  const state = employees(FULL);

  it.each([
    [{ importId: idOf('x') as never, rowId: '0-2', change: { type: 'leaveOut' } }, 'NotFound'],
    [{ importId: IMPORT, rowId: '0-1', change: { type: 'leaveOut' } }, 'NotFound'],
    [{ importId: IMPORT, rowId: '__proto__', change: { type: 'leaveOut' } }, 'NotFound'],
    [{ importId: IMPORT, rowId: '0-2', change: { type: 'field', field: 'purposes', text: 'x' } }, 'NotAllowed'],
    [{ importId: IMPORT, rowId: '0-2', change: { type: 'field', field: '__proto__' as never, text: 'x' } }, 'NotAllowed'],
    [{ importId: IMPORT, rowId: '0-2', change: { type: 'field', field: 'name', text: 'x'.repeat(2001) } }, 'NotAllowed'],
    [{ importId: IMPORT, fileIndex: 1, kind: 'payees' }, 'NotFound'],
    [{ importId: IMPORT, fileIndex: 0, kind: 'constructor' as never }, 'NotAllowed'],
  ] as const)('refuses %#', (correction, type) => {
    expect(correctImport(state, correction)).toEqual({ ok: false, error: { type } });
  });

  it('leaves the state it was given as it was', () => {
    const before = digests(state);
    correct(state, '0-2', { type: 'field', field: 'name', text: '別名' });
    expect(digests(state)).toEqual(before);
  });
});
