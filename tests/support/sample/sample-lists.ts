import { formatJapaneseDate } from '../../../src/core/domain/date/era.ts';
import type { SamplePerson } from './sample-people.ts';
import { westernDate } from './sample-people.ts';
import {
  COMPANY_WORD,
  FAMILY_FILE,
  FAMILY_HEADER,
  PAYEE_FILE,
  PAYEE_HEADER,
  PERSON_WORD,
  STAFF_FILE,
  STAFF_HEADER,
} from './words.data.ts';

const numberCell = ({ number, numberLate }: SamplePerson): string => (number === null || numberLate ? '' : number);

const staffRow = (person: SamplePerson): readonly string[] => [
  person.code,
  person.name,
  person.kana,
  person.birth === null ? '' : westernDate(person.birth),
  person.postalCode,
  person.address,
  person.from === null ? '' : westernDate(person.from),
  person.to === null ? '' : westernDate(person.to),
  numberCell(person),
];

/** Declarations of dependants are written in Japanese years. */
const familyRow = (person: SamplePerson, people: readonly SamplePerson[]): readonly string[] => [
  person.parent === null ? '' : (people[person.parent]?.code ?? ''),
  person.name,
  person.kana,
  person.relationship,
  person.birth === null ? '' : formatJapaneseDate(person.birth),
  numberCell(person),
];

const payeeRow = (person: SamplePerson): readonly string[] => [
  person.code,
  person.name,
  person.kana,
  person.corporateNumber === null ? PERSON_WORD : COMPANY_WORD,
  person.postalCode,
  person.address,
  person.corporateNumber ?? numberCell(person),
];

const BYTE_ORDER_MARK = '\ufeff';

const fileOf = (name: string, header: string, rows: readonly (readonly string[])[]): readonly File[] =>
  rows.length === 0 ? [] : [new File([BYTE_ORDER_MARK, [header, ...rows.map((row) => row.join(','))].join('\r\n'), '\r\n'], name)];

/** The lists a payroll program gives away: what the business brings along. Empty ones are left out. */
export const sampleLists = (people: readonly SamplePerson[]): readonly File[] => {
  const listed = people.filter(({ arrives }) => arrives === 'list');
  const ofKind = (kind: SamplePerson['kind']): readonly SamplePerson[] => listed.filter((person) => person.kind === kind);
  return [
    ...fileOf(STAFF_FILE, STAFF_HEADER, ofKind('employee').map(staffRow)),
    ...fileOf(FAMILY_FILE, FAMILY_HEADER, ofKind('dependant').map((person) => familyRow(person, people))),
    ...fileOf(PAYEE_FILE, PAYEE_HEADER, ofKind('payee').map(payeeRow)),
  ];
};
