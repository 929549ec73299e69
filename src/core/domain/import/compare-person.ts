import type { WrittenDate } from '../date/written-date.ts';
import type { PersonFields } from '../person/person.ts';
import { foldForSearch } from '../text/fold.ts';
import { sameText } from './compare-text.ts';
import type { ImportDoubt, MatchedBy } from './import-doubt.ts';
import type { ImportField, ImportFieldChange, ShownField } from './import-field.ts';
import type { ReadRow } from './import-row.ts';
import { withoutNumbers } from './mask-numbers.ts';
import { withoutZeros } from './vault-index.ts';

export interface FieldComparison {
  /** What the vault would hold afterwards. An empty cell never empties a field. */
  readonly merged: PersonFields;
  readonly changes: readonly Extract<ImportFieldChange, { readonly before: string }>[];
  readonly doubts: readonly ImportDoubt[];
}

type TextField = 'kana' | 'code' | 'relationship' | 'postalCode' | 'address';
type DateField = 'birthDate' | 'relationFrom' | 'relationTo';

const TEXT_FIELDS: readonly TextField[] = ['kana', 'code', 'relationship', 'postalCode', 'address'];
const DATE_FIELDS: readonly DateField[] = ['birthDate', 'relationFrom', 'relationTo'];

const textsDiffer = (field: TextField, before: string, after: string): boolean =>
  after !== '' && !sameText(before, after) && !(field === 'code' && withoutZeros(before) === withoutZeros(after));

const datesDiffer = (before: WrittenDate | null, after: WrittenDate | null): after is WrittenDate =>
  after !== null && before?.date !== after.date;

/** Compares a row with the person it is about; where the user said so, the vault's value stays. `by`: what that person was found by. */
export const compareWithPerson = (row: ReadRow, stored: PersonFields, by: MatchedBy): FieldComparison => {
  const { fields, edits } = row;
  const keep: ReadonlySet<ImportField> = edits.keepStored;
  let merged = stored;
  const changes: { readonly field: ShownField; readonly before: string; readonly after: string }[] = [];
  const doubts: ImportDoubt[] = [];

  if (fields.name !== '' && !sameText(stored.name, fields.name) && !keep.has('name')) {
    if (edits.takeFile.has('name')) {
      changes.push({ field: 'name', before: stored.name, after: fields.name });
      merged = { ...merged, name: fields.name };
    } else {
      const shapes = foldForSearch(stored.name) === foldForSearch(fields.name);
      const [known, inFile] = [withoutNumbers(stored.name), withoutNumbers(fields.name)];
      doubts.push({ type: 'NameDiffers', field: 'name', by, stored: known, inFile, shapes });
    }
  }
  for (const field of TEXT_FIELDS) {
    const before = stored[field];
    const after = fields[field];
    if (keep.has(field) || !textsDiffer(field, before, after)) continue;
    changes.push({ field, before, after });
    merged = { ...merged, [field]: after };
  }
  for (const field of DATE_FIELDS) {
    const before = stored[field];
    const after = fields[field];
    if (keep.has(field) || !datesDiffer(before, after)) continue;
    changes.push({ field, before: before?.written ?? '', after: after.written });
    merged = { ...merged, [field]: after };
  }
  if (row.entitySaid && fields.corporate !== stored.corporate) doubts.push({ type: 'OwnerKindUnclear', field: 'number' });
  const corporateNumber = fields.corporateNumber;
  if (corporateNumber !== null && corporateNumber !== stored.corporateNumber && !keep.has('corporateNumber')) {
    changes.push({ field: 'corporateNumber', before: stored.corporateNumber ?? '', after: corporateNumber });
    merged = { ...merged, corporateNumber };
  }
  if (row.purposes !== null && !keep.has('purposes')) {
    const after = row.purposes;
    if (after.length !== stored.purposes.length || after.some((purpose) => !stored.purposes.includes(purpose))) {
      changes.push({ field: 'purposes', before: stored.purposes.join(' '), after: after.join(' ') });
      merged = { ...merged, purposes: after };
    }
  }
  return { merged, changes, doubts };
};
