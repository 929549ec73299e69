import { describe, expect, it } from 'vitest';
import { begin, commit, correct, digest, fileOf, idOf, numberOf, previewOf } from './support.ts';

const EMPLOYEES = '社員番号,氏名,住所,生年月日,個人番号';
const PAYEES = '取引先コード,取引先名,住所,生年月日,区分,個人番号,法人番号';
const DEPENDANTS = '社員番号,家族氏名,続柄,生年月日';
const listOf = (header: string, ...rows: readonly string[]) => begin(fileOf('a.csv', [header, ...rows].join('\n')));
const digests = (header: string, ...rows: readonly string[]): readonly string[] => previewOf(listOf(header, ...rows)).rows.map(digest);

const [N, M] = [numberOf(1), numberOf(2)];
const TWO = ['new none', 'new none'];
const REPEATED = ['new none', 'same none +RepeatsRow'];
const TWICE = ['new none', 'doubt none SamePersonTwice:name'];

describe('two rows are about one employee', () => {
  it.each([
    ['of one code, in any width', 'Ａ １,甲,,,', 'A1,甲,,,', REPEATED],
    ['of one code, in any case', 'a1,甲,,,', 'A1,甲,,,', TWICE],
    ['of one code and two birth dates', '1,甲,,2000/1/1,', '1,甲,,2001/1/1,', TWICE],
    ['of one code, where the second has a doubt of its own', '1,甲,,,', '1,甲,,2001/2/30,', ['new none', 'doubt none NoSuchDay:birthDate SamePersonTwice:name']],
    ['of one code and two names', '1,甲,,,', '1,乙,,,', TWICE],
    ['of one name and birth date', '1,甲,,2000/1/1,', ',甲,,H12.1.1,', REPEATED],
    ['of one name and number', `1,甲,,,${N}`, `,甲,,,${N}`, ['new masked', 'same masked +RepeatsRow']],
  ])('%s', (_name, first, second, expected) => {
    expect(digests(EMPLOYEES, first, second)).toEqual(expected);
  });

  it.each([
    ['of one name', '1,甲,,,', ',甲,,,', TWO],
    ['of one name and address', '1,甲,京都,,', ',甲,京都,,', TWO],
    ['of one birth date', '1,甲,,2000/1/1,', ',乙,,2000/1/1,', TWO],
    ['of one name and two birth dates', '1,甲,,2000/1/1,', ',甲,,2001/1/1,', TWO],
    ['of one name and two numbers', `1,甲,,,${N}`, `,甲,,,${M}`, ['new masked', 'new masked']],
    ['of one name and number, born on two days', `1,甲,,2000/1/1,${N}`, `,甲,,2001/1/1,${N}`, ['doubt masked SameNumberTwice:number', 'doubt masked SameNumberTwice:number']],
    ['that have no name', ',,,2000/1/1,', ',,,2000/1/1,', ['doubt none NameMissing:name', 'doubt none NameMissing:name']],
  ])('and are not: %s', (_name, first, second, expected) => {
    expect(digests(EMPLOYEES, first, second)).toEqual(expected);
  });

  it('whom the user says they are about', () => {
    const vault = commit(listOf(EMPLOYEES, '1,甲,,,'), undefined, 'v');
    const rows = correct(listOf(EMPLOYEES, '1,甲,,,', '2,乙,,,'), '0-3', { type: 'sameAs', personId: idOf('v_0-2'), by: 'name' });
    expect(previewOf(rows, vault).rows[1]?.doubts).toMatchObject([{ type: 'SamePersonTwice', by: 'person', other: { rowId: '0-2' } }]);
  });

  it('in one file and in another', () => {
    const files = [fileOf('a.csv', '社員番号,氏名\n1,甲\n'), fileOf('b.csv', '社員番号,氏名\n1,甲\n')];
    expect(previewOf(begin(...files)).rows[1]?.notes).toEqual([{ type: 'RepeatsRow', fileIndex: 0, line: 2 }]);
  });
});

describe('two rows are about one payee', () => {
  it.each([
    ['of one name and address, in any spelling', 'A,甲,京都 １－１,,,,', ',甲,京都1-1,,,,', ['new none', 'same none +RepeatsRow']],
    ['of one name and address, born on a day that one row tells', 'A,甲,京都,2000/1/1,,,', ',甲,京都,,,,', ['new none', 'same none +RepeatsRow']],
    ['the same the other way round', 'A,甲,京都,,,,', ',甲,京都,2000/1/1,,,', TWICE],
  ])('%s', (_name, first, second, expected) => {
    expect(digests(PAYEES, first, second)).toEqual(expected);
  });

  it.each([
    ['of one name', 'A,甲,,,,,', ',甲,,,,,', TWO],
    ['of one name and address, born on two days', 'A,甲,京都,2000/1/1,,,', ',甲,京都,2001/1/1,,,', TWO],
    ['of one address', 'A,甲,京都,,,,', ',乙,京都,,,,', TWO],
    ['of one address without a name', ',,京都,,,,', ',,京都,,,,', ['doubt none NameMissing:name', 'doubt none NameMissing:name']],
  ])('and are not: %s', (_name, first, second, expected) => {
    expect(digests(PAYEES, first, second)).toEqual(expected);
  });
});

describe('two rows are about one dependant', () => {
  const staff = fileOf('e.csv', '社員番号,氏名\n1,甲\n2,乙\n');
  const vault = commit(begin(staff), undefined, 'v');
  const family = (...rows: readonly string[]) => fileOf('d.csv', [DEPENDANTS, ...rows].join('\n'));

  it('of one employee and one name', () => {
    const twice = family('1,花,子,', '1,花,子,');
    expect(previewOf(begin(twice), vault).rows.map(digest)).toEqual(REPEATED);
    expect(previewOf(begin(staff, twice)).rows.map(digest).slice(2)).toEqual(REPEATED);
  });

  it('and are not: of one name and birth date, under two employees, nor without any', () => {
    const two = family('1,花,子,2020/1/1', '2,花,子,2020/1/1');
    expect(previewOf(begin(two), vault).rows.map(digest)).toEqual(TWO);
    expect(previewOf(begin(staff, two)).rows.map(digest).slice(2)).toEqual(TWO);
    expect(previewOf(begin(family(',花,子,2020/1/1', ',花,子,2020/1/1')), vault).rows.map(digest)).toEqual(Array(2).fill('doubt none EmployeeMissing:parentCode'));
  });

  it('and are not: of one name, born on two days', () => {
    expect(previewOf(begin(family('1,花,子,2020/1/1', '1,花,子,2021/1/1')), vault).rows.map(digest)).toEqual(TWO);
    expect(previewOf(begin(family('1,花,子,2020/1/1', '1,花,子,')), vault).rows.map(digest)).toEqual(REPEATED);
    const third = previewOf(begin(family('1,花,子,2020/1/1', '1,花,子,2021/1/1', '1,花,子,2020/1/1')), vault).rows[2];
    expect(third?.notes).toEqual([{ type: 'RepeatsRow', fileIndex: 0, line: 2 }]);
  });
});

describe('what the second row says differently', () => {
  const differences = (header: string, first: string, second: string) => {
    const [, row] = previewOf(listOf(header, first, second)).rows;
    return row?.doubts.flatMap((doubt) => (doubt.type === 'SamePersonTwice' ? doubt.differences : []));
  };

  it.each([
    ['社員番号,氏名,生年月日', '1,甲,', '1,甲,2000/1/1', [{ field: 'birthDate', first: '', second: '2000/1/1' }]],
    ['社員番号,氏名,生年月日', '1,甲,2000/1/1', '1,甲,', []],
    ['社員番号,氏名,入社日,退職日', '1,甲,2020/4/1,2030/3/31', '1,甲,2021/4/1,2031/3/31', [{ field: 'relationFrom', first: '2020/4/1', second: '2021/4/1' }, { field: 'relationTo', first: '2030/3/31', second: '2031/3/31' }]],
    ['社員番号,氏名,カナ,郵便番号,住所', '1,甲,コウ,1600023,京都', '1,甲,オツ,1600024,奈良', [{ field: 'kana', first: 'コウ', second: 'オツ' }, { field: 'postalCode', first: '1600023', second: '1600024' }, { field: 'address', first: '京都', second: '奈良' }]],
    ['社員番号,家族氏名,続柄,生年月日', '1,花,子,', '1,花,妻,', []],
  ])('%s: %s, %s', (header, first, second, expected) => {
    expect(differences(header, first, second)).toEqual(expected);
  });

  it.each([
    ['7123456789012', '6123456789013', [{ field: 'corporateNumber', first: '7123456789012', second: '6123456789013' }]],
    ['', '6123456789013', [{ field: 'corporateNumber', first: '', second: '6123456789013' }]],
    ['7123456789012', '7123456789012', []],
    ['7123456789012', '', []],
  ])('the number of a company: %j, %j', (first, second, expected) => {
    expect(differences(PAYEES, `A,甲,,,法人,,${first}`, `A,甲,,,法人,,${second}`)).toEqual(expected);
  });

  it.each([
    [N, M, true],
    [N, N, false],
    [N, '', false],
    ['', N, true],
    [N, 'ABC', true],
    ['', 'ABC', true],
    ['090000000042', '90000000042', false],
    ['90000000042', '90000000042', false],
    ['90000000042', N, true],
  ])('the number of a person, which is not shown: %j, %j', (first, second, another) => {
    expect(differences('社員番号,氏名,個人番号', `1,甲,${first}`, `1,甲,${second}`)).toEqual(another ? [{ field: 'number', change: 'another' }] : []);
  });

  it('not the numbers of a person and of a company, which are two things', () => {
    expect(differences(PAYEES, `A,甲,,,個人,${N},`, 'A,甲,,,法人,,7123456789012')).toEqual([{ field: 'corporateNumber', first: '', second: '7123456789012' }]);
    expect(differences(PAYEES, 'A,甲,,,法人,,7123456789012', `A,甲,京都,,個人,${N},`)).toEqual([{ field: 'address', first: '', second: '京都' }]);
  });
});
