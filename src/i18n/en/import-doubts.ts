import { purposeOf } from '../../core/domain/person/purpose.ts';
import type { MatchedBy } from '../../core/domain/import/import-doubt.ts';
import type { ErrorWords } from '../error-texts.ts';
import type { ImportDoubtTexts, ImportNoteTexts } from '../import-doubt-texts.ts';
import type { Messages } from '../messages.ts';
import { dates } from './dates.ts';
import { importFields as fields } from './import-fields.ts';
import { problems } from './problems.ts';

const LOOK = 'Look at the card or notice and enter it again.';
const said = (written: string): string => (written === '' ? '' : `The file says “${written}”. `);
const who = (name: string): string => (name === '' ? 'somebody without a name' : name);

const NEW_NAME_OR_OTHER = 'Did the name change, or is it somebody else? If so, ';
const OTHER_NAME: Readonly<Record<MatchedBy, ErrorWords>> = {
  code: { what: 'The same code, another name', todo: `${NEW_NAME_OR_OTHER}enter another code.` },
  number: { what: 'The same number, another name', todo: `${NEW_NAME_OR_OTHER}enter another number.` },
  name: { what: 'Another name than that of “The same person”', todo: `${NEW_NAME_OR_OTHER}choose “Somebody else”.` },
};

const doubts: ImportDoubtTexts = {
  LeadingZeroDropped: () => ({
    what: 'The number seems to have lost its first 0',
    todo: 'It has 11 digits, and with a 0 before them it is a right number. A spreadsheet probably dropped it.',
  }),
  SpreadsheetExponent: () => ({
    what: 'The number was turned into something like “9.0E+11”',
    todo: `Its last digits are gone and not in the file any more. ${LOOK}`,
  }),
  NotDigits: () => ({ what: 'The number holds characters that are no digits', todo: LOOK }),
  NotTwelveDigits: ({ digits }) => ({ what: `The number has ${digits} digits and not 12`, todo: LOOK }),
  AllZero: () => ({ what: 'The number is all zeros', todo: LOOK }),
  CheckDigit: () => ({ what: 'The number may be mistyped', todo: `Its check digit does not fit. ${LOOK}` }),
  NumberForCompany: () => ({
    what: 'There is a personal number in the row of a company',
    todo: 'A company has none. Say that it is an individual, or enter the corporate number of 13 digits.',
  }),
  NotThirteenDigits: ({ digits }) => ({ what: `The corporate number has ${digits} digits and not 13`, todo: 'Look at an invoice or the public register and enter it again.' }),
  CorporateCheckDigit: () => ({ what: 'The corporate number may be mistyped', todo: 'Look at an invoice or the public register and enter it again.' }),
  NameMissing: () => ({ what: 'The name is missing', todo: 'Enter it, or leave the row out.' }),
  Formula: ({ field, written }) => ({
    what: `The ${fields[field]} is a formula`,
    todo: `${said(written)}Formulas can act by themselves, so they are not taken in.`,
  }),
  NumberInText: ({ field }) => ({
    what: `There seems to be a number in the ${fields[field]}`,
    todo: 'Numbers are kept in their own place only. It is not shown here.',
  }),
  NoSuchDay: ({ field, written }) => ({ what: `The ${fields[field]} is no day of the calendar`, todo: said(written) }),
  NotADate: ({ field, written }) => ({ what: `The ${fields[field]} cannot be read as a date`, todo: said(written) }),
  EraOutOfRange: ({ field, written, date }) => ({
    what: `Era and year of the ${fields[field]} do not fit`,
    todo: `${said(written)}Counted on it would be ${dates.date(date)}.`,
  }),
  YearOutOfRange: ({ field, written }) => ({ what: `The year of the ${fields[field]} is too early or too late`, todo: said(written) }),
  BirthInFuture: ({ written }) => ({ what: 'The date of birth is in the future', todo: said(written) }),
  RelationEndsBeforeBegin: () => ({ what: 'The last day is before the first', todo: 'Look at the last day again.' }),
  FieldProblem: ({ field, problem, written }) => ({
    what: `The ${fields[field]} cannot be taken as it is`,
    todo: `${said(written)}${problems.say(problem)}`,
  }),
  OwnerKindUnclear: () => ({ what: 'It is not clear whether this is an individual or a company', todo: 'An individual has a personal number, a company a corporate one.' }),
  SamePersonTwice: ({ by, other }, place) => ({
    what: by === 'code' ? 'An earlier row has the same code' : 'An earlier row is about the same person',
    todo: `It is ${who(other.name)}, ${place(other)}. Decide which row to use.`,
  }),
  MaybeSamePerson: ({ name }) => ({ what: 'Somebody of this name is registered already', todo: `Is it the same person as ${who(name)} in the vault?` }),
  SameNumberTwice: ({ other }, place) =>
    other.type === 'row'
      ? { what: 'Another row has the same number', todo: `It is that of ${who(other.name)}, ${place(other)}. Enter the wrong one again.` }
      : {
          what: `${who(other.name)} has the same number`,
          todo: other.sameKind
            ? 'If they are one person, say so. Otherwise enter the number again.'
            : 'If one person stands in two relations, import without the number and enter it later from the page of the person.',
        },
  NumberDiffers: () => ({
    what: 'The vault holds another number',
    todo: 'Neither is shown. Replace it only if the person told you that the number changed.',
  }),
  NameDiffers: ({ shapes, by }) =>
    shapes ? { what: 'Only the shape of the characters differs', todo: 'Keep what the documents say.' } : OTHER_NAME[by],
  UnknownEmployee: ({ code }) => ({ what: `There is nobody with the staff number ${code}`, todo: 'Enter the staff number again, or choose on whom this person depends.' }),
  EmployeeMissing: () => ({ what: 'It is not said on whom this person depends', todo: 'Enter a staff number, or choose a person.' }),
  EmployeeInDoubt: ({ other }, place) => ({
    what: `The row of ${who(other.name)} is not decided yet`,
    todo: `It is ${place(other)}. Once that is decided, so is this.`,
  }),
  EmployeeNameDiffers: () => ({ what: 'Staff number and name do not fit', todo: 'Decide on whom this person depends.' }),
};

const notes: ImportNoteTexts = {
  NameOutsideForms: ({ characters }) => `Electronic forms do not take ${characters.join(' ')}. The vault keeps the name as it is.`,
  RelationEnded: ({ date }) => `Ended on ${dates.date(date)}. Is the number still needed?`,
  BelowThreshold: () => 'Paid 50,000 yen or less in the year. Without a payment report no number may be kept.',
  StoredKept: ({ field }) => `The ${fields[field]} of the file cannot be read; that of the vault stays.`,
  SameWithLeadingZero: () => 'The first 0 is missing, but it is the number in the vault.',
  CodeZerosDiffer: ({ code }) => `The leading zeros of the code differ. Taken as “${code}” of the vault.`,
  RepeatsRow: (row, place) => `Says the same as ${place(row)}.`,
  Superseded: (row, place) => `Left out, because ${place(row)} is used.`,
  PurposeNotAllowed: ({ purpose }) => `“${purposeOf(purpose).label}” is no purpose of this business and is not kept.`,
};

export const importDoubts = {
  doubts,
  notes,
  fields,
  answers: {
    addLeadingZero: 'Add the first 0',
    withoutNumber: 'Import without a number',
    leaveEmpty: (field: string): string => `Leave the ${field} empty`,
    keepStored: 'Keep that of the vault',
    takeFile: 'Take that of the file',
    takeNumber: 'Take the number of the file',
    keepNumber: 'Keep the number of the vault',
    individual: 'An individual',
    company: 'A company',
    same: 'The same person',
    other: 'Somebody else',
    take: 'Use this row',
    first: 'Use the earlier row',
    keepParent: (name: string): string => `Depends on ${who(name)}`,
    asDate: (date: string): string => `Take it as ${dates.date(date)}`,
    jump: (name: string): string => `Go to ${who(name)}`,
  },
  type: {
    number: 'Enter the number again (12 digits)',
    numberDo: 'Use this number',
    numberSent: 'It disappears from the screen when you press the button.',
    field: (field: string): string => `Enter the ${field} again`,
    fieldDo: 'Use this',
    corporate: 'Enter the corporate number again (13 digits)',
    date: 'For example 1973/4/2, S48.4.2',
    parent: 'On whom does this person depend?',
    parentHint: 'Staff or the owner, found by name in the vault.',
  },
  sides: { stored: 'Vault', file: 'File', first: 'Earlier row', second: 'This row', hidden: 'hidden', another: 'another number', nothing: 'nothing' },
} satisfies Messages['importDoubts'];
