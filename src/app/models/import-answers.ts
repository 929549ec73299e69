import type { PersonId } from '../../core/domain/ids.ts';
import type { ImportDoubt, MatchedBy } from '../../core/domain/import/import-doubt.ts';
import type { ImportField } from '../../core/domain/import/import-field.ts';
import type { ImportPreviewRow, RowChange } from '../../core/domain/import/import-preview.ts';

/** The words of an answer that is one touch. */
export type AnswerWord =
  | 'addLeadingZero'
  | 'withoutNumber'
  | 'leaveEmpty'
  | 'keepStored'
  | 'takeFile'
  | 'takeNumber'
  | 'keepNumber'
  | 'individual'
  | 'company'
  | 'same'
  | 'other'
  | 'take'
  | 'first'
  | 'keepParent'
  | 'asDate';

/** What the user can answer to a doubt, in the order in which it is offered. */
export type Answer =
  | { readonly type: 'act'; readonly word: AnswerWord; readonly change: RowChange }
  /** The number is typed again; the field is emptied when it has been sent. */
  | { readonly type: 'number' }
  /** A public number of thirteen digits. */
  | { readonly type: 'corporate' }
  | { readonly type: 'date'; readonly field: ImportField }
  | { readonly type: 'text'; readonly field: ImportField; readonly written: string }
  | { readonly type: 'parent' }
  /** The row that has to be decided first. */
  | { readonly type: 'jump'; readonly rowId: string; readonly name: string };

const act = (word: AnswerWord, change: RowChange): Answer => ({ type: 'act', word, change });
const withoutNumber = act('withoutNumber', { type: 'leaveEmpty', field: 'number' });
const leaveEmpty = (field: ImportField): Answer => act('leaveEmpty', { type: 'leaveEmpty', field });
const keepStored = (field: ImportField): Answer => act('keepStored', { type: 'keepStored', field });
const text = (field: ImportField, written = ''): Answer => ({ type: 'text', field, written });
const individual = act('individual', { type: 'entity', corporate: false });
const same = (personId: PersonId, by: 'name' | 'number'): Answer => act('same', { type: 'sameAs', personId, by });
const other = act('other', { type: 'otherPerson' });

/** Cells that a row cannot go without, and those that are no text. */
const NEEDED: readonly ImportField[] = ['name', 'parentCode'];

/** A cell that cannot stay as it is: typed again, taken from the vault, or left empty. */
const mend = (field: ImportField, written: string, row: Pick<ImportPreviewRow, 'personId'>): readonly Answer[] => {
  if (field === 'number') return [{ type: 'number' }, withoutNumber];
  if (field === 'corporateNumber') return [{ type: 'corporate' }, leaveEmpty(field)];
  const typed: readonly Answer[] = field === 'purposes' ? [] : [text(field, written)];
  const kept = row.personId !== null && field !== 'parentCode' ? [keepStored(field)] : [];
  const empty = NEEDED.includes(field) || field === 'purposes' ? [] : [leaveEmpty(field)];
  return [...typed, ...kept, ...empty];
};

const mendDate = (field: ImportField, row: Pick<ImportPreviewRow, 'personId'>): readonly Answer[] => [
  { type: 'date', field },
  ...(row.personId === null ? [] : [keepStored(field)]),
  leaveEmpty(field),
];

/** Under another name it may be somebody else: each undoes what the person was found by. */
const SOMEBODY_ELSE: Readonly<Record<MatchedBy, Answer>> = { code: text('code'), number: { type: 'number' }, name: other };

/** Every doubt of the domain has its answers; leaving the row out is offered for all of them and not listed here. */
export const answersTo = (doubt: ImportDoubt, row: Pick<ImportPreviewRow, 'personId'>): readonly Answer[] => {
  switch (doubt.type) {
    case 'LeadingZeroDropped':
      return [act('addLeadingZero', { type: 'addLeadingZero' }), { type: 'number' }, withoutNumber];
    case 'SpreadsheetExponent':
    case 'NotDigits':
    case 'NotTwelveDigits':
    case 'AllZero':
    case 'CheckDigit':
      return [{ type: 'number' }, withoutNumber];
    case 'NumberForCompany':
      return [individual, { type: 'corporate' }, withoutNumber];
    case 'NotThirteenDigits':
    case 'CorporateCheckDigit':
      return [{ type: 'corporate' }, leaveEmpty('corporateNumber'), individual];
    case 'NameMissing':
      return [text('name')];
    case 'Formula':
      return mend(doubt.field, '', row);
    case 'NumberInText':
      return mend(doubt.field, '', row);
    case 'NoSuchDay':
    case 'NotADate':
    case 'YearOutOfRange':
    case 'BirthInFuture':
      return mendDate(doubt.field, row);
    case 'EraOutOfRange':
      return [act('asDate', { type: 'field', field: doubt.field, text: doubt.date }), ...mendDate(doubt.field, row)];
    case 'RelationEndsBeforeBegin':
      return mendDate('relationTo', row);
    case 'FieldProblem':
      return mend(doubt.field, doubt.written, row);
    case 'OwnerKindUnclear':
      return [individual, act('company', { type: 'entity', corporate: true })];
    case 'SamePersonTwice':
      return [
        act('first', { type: 'leaveOut' }),
        act('take', { type: 'take' }),
        ...(doubt.by === 'name' ? [other] : []),
        ...(doubt.by === 'code' ? [text('code')] : []),
      ];
    case 'MaybeSamePerson':
      return [same(doubt.personId, 'name'), other];
    case 'SameNumberTwice':
      return [
        ...(doubt.other.type === 'person' && doubt.other.sameKind ? [same(doubt.other.personId, 'number')] : []),
        { type: 'number' },
        withoutNumber,
      ];
    case 'NumberDiffers':
      return [act('keepNumber', { type: 'keepStored', field: 'number' }), act('takeNumber', { type: 'takeFile', field: 'number' })];
    case 'NameDiffers':
      return [keepStored('name'), act('takeFile', { type: 'takeFile', field: 'name' }), ...(doubt.shapes ? [] : [SOMEBODY_ELSE[doubt.by]])];
    case 'UnknownEmployee':
    case 'EmployeeMissing':
      return [text('parentCode'), { type: 'parent' }];
    case 'EmployeeInDoubt':
      return [{ type: 'jump', rowId: doubt.other.rowId, name: doubt.other.name }, { type: 'parent' }];
    case 'EmployeeNameDiffers':
      return [act('keepParent', { type: 'keepStored', field: 'parentCode' }), text('parentCode'), { type: 'parent' }];
  }
};

/** Two values held against each other; null: nothing to show side by side. */
export interface Sides {
  readonly labels: 'stored-file' | 'first-second';
  readonly lines: readonly {
    readonly field: ImportField;
    /** Null: a number, which is hidden. */
    readonly left: string | null;
    readonly right: string | null;
  }[];
}

export const sidesOf = (doubt: ImportDoubt, row: Pick<ImportPreviewRow, 'name' | 'code' | 'birthDate'>): Sides | null => {
  switch (doubt.type) {
    case 'NameDiffers':
      return { labels: 'stored-file', lines: [{ field: 'name', left: doubt.stored, right: doubt.inFile }] };
    case 'EmployeeNameDiffers':
      return { labels: 'stored-file', lines: [{ field: 'name', left: doubt.known, right: doubt.inFile }] };
    case 'MaybeSamePerson':
      return {
        labels: 'stored-file',
        lines: [
          { field: 'name', left: doubt.name, right: row.name },
          { field: 'code', left: doubt.code, right: row.code },
          { field: 'birthDate', left: doubt.birthDate, right: row.birthDate },
        ],
      };
    case 'SamePersonTwice':
      if (doubt.differences.length === 0) return null;
      return {
        labels: 'first-second',
        lines: doubt.differences.map((one) =>
          one.field === 'number' ? { field: one.field, left: null, right: null } : { field: one.field, left: one.first, right: one.second },
        ),
      };
    default:
      return null;
  }
};
