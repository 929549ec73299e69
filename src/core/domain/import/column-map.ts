import type { PurposeCode } from '../person/purpose.ts';
import type { ColumnMeaning, HeaderMeaning } from './column-meaning.ts';
import type { SheetKind } from './sheet-kind.ts';

/** What a row is read from. `parentName` is compared, not stored; `paidAmount` is looked at for a note, not stored. */
export type ColumnSlot =
  | 'code'
  | 'parentCode'
  | 'parentName'
  | 'name'
  | 'familyName'
  | 'givenName'
  | 'kana'
  | 'familyKana'
  | 'givenKana'
  | 'birthDate'
  | 'postalCode'
  | 'address'
  | 'relationFrom'
  | 'relationTo'
  | 'number'
  | 'corporateNumber'
  | 'entity'
  | 'relationship'
  | 'paidAmount';

export interface ColumnMap {
  /** Column index of each slot, from 0. */
  readonly slots: ReadonlyMap<ColumnSlot, number>;
  /** Joined in this order where there is no column for the whole address. */
  readonly addressParts: readonly number[];
  readonly purposes: readonly { readonly column: number; readonly purpose: PurposeCode }[];
  /** Every column of which anything is stored. */
  readonly stored: ReadonlySet<number>;
}

type Rule = readonly [ColumnSlot, readonly HeaderMeaning[]];

const COMMON: readonly Rule[] = [
  ['postalCode', ['postalCode']],
  ['address', ['address']],
  ['relationFrom', ['begin']],
  ['relationTo', ['end']],
];

/** Of several meanings the first that the file has. */
const RULES: { readonly [K in SheetKind]: readonly Rule[] } = {
  employees: [
    ...COMMON,
    ['code', ['employeeCode', 'plainCode', 'payeeCode']],
    ['name', ['employeeName', 'name', 'payeeName']],
    ['familyName', ['familyName']],
    ['givenName', ['givenName']],
    ['kana', ['kana']],
    ['familyKana', ['familyKana']],
    ['givenKana', ['givenKana']],
    ['birthDate', ['birthDate']],
    ['number', ['number', 'eitherNumber']],
  ],
  dependants: [
    ...COMMON,
    ['parentCode', ['employeeCode', 'plainCode']],
    ['name', ['dependantName', 'name']],
    ['familyName', ['familyName']],
    ['givenName', ['givenName']],
    ['parentName', ['employeeName', 'name']],
    ['kana', ['dependantKana', 'kana']],
    ['familyKana', ['familyKana']],
    ['givenKana', ['givenKana']],
    ['birthDate', ['dependantBirthDate', 'birthDate']],
    ['relationship', ['relation']],
    ['number', ['dependantNumber', 'number']],
  ],
  payees: [
    ...COMMON,
    ['code', ['payeeCode', 'plainCode', 'employeeCode']],
    ['name', ['payeeName', 'name', 'employeeName']],
    ['familyName', ['familyName']],
    ['givenName', ['givenName']],
    ['kana', ['kana']],
    ['familyKana', ['familyKana']],
    ['givenKana', ['givenKana']],
    ['birthDate', ['birthDate']],
    ['number', ['eitherNumber', 'number']],
    ['corporateNumber', ['corporateNumber']],
    ['entity', ['entity']],
    ['paidAmount', ['paidAmount']],
  ],
};

const READ_ONLY: readonly ColumnSlot[] = ['parentName', 'paidAmount'];
/** Cells that belong to whoever is named to the left of them. */
const BELONGING: readonly ColumnSlot[] = ['kana', 'familyKana', 'givenKana', 'birthDate', 'number'];
const NAMES: readonly ColumnSlot[] = ['name', 'familyName'];

const columnsOf = (meanings: readonly (ColumnMeaning | null)[], wanted: HeaderMeaning): readonly number[] =>
  meanings.flatMap((found, column) => (found?.type === 'header' && found.meaning === wanted ? [column] : []));

/**
 * Which column fills which slot, for a kind of list. A column is used once, the first of equal ones wins.
 * Where a list of dependants names the employee as well, a birth date or number to the right of the employee's name
 * and left of the dependant's is the employee's: it is not taken, and shows among the columns that are not stored.
 */
export const mapColumns = (meanings: readonly (ColumnMeaning | null)[], kind: SheetKind): ColumnMap => {
  const slots = new Map<ColumnSlot, number>();
  const used = new Set<number>();
  const isOfParent = (column: number): boolean => {
    const parent = slots.get('parentName');
    const own = NAMES.flatMap((slot) => slots.get(slot) ?? []).filter((at) => at < column);
    return parent !== undefined && parent < column && !own.some((at) => at > parent);
  };
  for (const [slot, wanted] of RULES[kind]) {
    const column = wanted
      .flatMap((meaning) => {
        const found = columnsOf(meanings, meaning);
        return BELONGING.includes(slot) && !meaning.startsWith('dependant') ? found.filter((at) => !isOfParent(at)) : found;
      })
      .find((at) => !used.has(at));
    if (column !== undefined) {
      slots.set(slot, column);
      used.add(column);
    }
  }
  const addressParts = slots.has('address') ? [] : columnsOf(meanings, 'addressPart');
  const purposes = meanings.flatMap((found, column) => (found?.type === 'purpose' ? [{ column, purpose: found.purpose }] : []));
  const readOnly = READ_ONLY.flatMap((slot) => slots.get(slot) ?? []);
  const stored = new Set([...used, ...addressParts, ...purposes.map(({ column }) => column)]);
  for (const column of readOnly) stored.delete(column);
  return { slots, addressParts, purposes, stored };
};

const DEPENDANT_SIGNS: readonly HeaderMeaning[] = [
  'dependantName',
  'relation',
  'dependantNumber',
  'dependantBirthDate',
  'dependantKana',
];
const PAYEE_SIGNS: readonly HeaderMeaning[] = ['payeeName', 'payeeCode', 'eitherNumber', 'corporateNumber'];
const EMPLOYEE_SIGNS: readonly HeaderMeaning[] = ['employeeCode', 'employeeName'];

/** The kind of list its headers speak for, and the column that decided; null when nothing spoke against employees. */
export const guessKind = (
  meanings: readonly (ColumnMeaning | null)[],
): { readonly kind: SheetKind; readonly column: number | null } => {
  const firstOf = (signs: readonly HeaderMeaning[]): number | null =>
    signs.flatMap((sign) => columnsOf(meanings, sign))[0] ?? null;
  const dependant = firstOf(DEPENDANT_SIGNS);
  if (dependant !== null) return { kind: 'dependants', column: dependant };
  const payee = firstOf(PAYEE_SIGNS);
  if (payee !== null) return { kind: 'payees', column: payee };
  return { kind: 'employees', column: firstOf(EMPLOYEE_SIGNS) };
};
