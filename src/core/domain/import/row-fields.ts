import type { CivilDate } from '../date/civil-date.ts';
import { parseWrittenDate } from '../date/written-date.ts';
import type { FieldProblem, PersonInput } from '../person/parse-person.ts';
import { parsePersonFields } from '../person/parse-person.ts';
import type { PersonField, PersonFields } from '../person/person.ts';
import { isFormula } from '../text/formula.ts';
import type { ImportDoubt } from './import-doubt.ts';
import type { ImportField } from './import-field.ts';
import { isImportField } from './import-field.ts';
import { withoutNumbers } from './mask-numbers.ts';

/** A row as texts; on whom a dependant hangs and what its number is for is settled later. */
export type RowTexts = Omit<PersonInput, 'parentId' | 'purposes' | 'birthDate' | 'relationFrom' | 'relationTo'> & {
  readonly birthDate: string;
  readonly relationFrom: string;
  readonly relationTo: string;
};

export interface RowFields {
  /** Doubtful fields are '' or null. */
  readonly fields: PersonFields;
  readonly doubts: readonly ImportDoubt[];
}

/** Pass the parser in place of what is missing, and never leave this file. */
const SOMEONE = 'A'.repeat(22);
const SOMETHING = '?';

const BLANKS: { readonly [F in PersonField]: Partial<PersonInput> } = {
  kind: {},
  name: { name: SOMETHING },
  kana: { kana: '' },
  code: { code: '' },
  parentId: {},
  relationship: { relationship: SOMETHING },
  corporate: { corporate: false, corporateNumber: null },
  corporateNumber: { corporateNumber: null },
  birthDate: { birthDate: null },
  postalCode: { postalCode: '' },
  address: { address: '' },
  relationFrom: { relationFrom: null },
  relationTo: { relationTo: null },
  purposes: {},
};

/** Fields whose own rules either let a formula pass or call it something else. */
const NEVER_FORMULAS = ['kana', 'relationship', 'postalCode'] as const;

const isDateField = (field: PersonField): field is 'birthDate' | 'relationFrom' | 'relationTo' =>
  field === 'birthDate' || field === 'relationFrom' || field === 'relationTo';

/** Enough of a cell to recognise it by. */
const SHOWN_CHARS = 60;

const shownText = (texts: RowTexts, field: PersonField): string => {
  const text = field === 'parentId' || field === 'purposes' ? '' : texts[field];
  return typeof text === 'string' ? [...withoutNumbers(text)].slice(0, SHOWN_CHARS).join('') : '';
};

const doubtOfDate = ({ field, type }: FieldProblem, texts: RowTexts): ImportDoubt | null => {
  if (!isDateField(field)) return null;
  const written = withoutNumbers(texts[field]);
  if (type === 'NoSuchDay' || type === 'NotADate' || type === 'YearOutOfRange') return { type, field, written };
  if (type === 'InFuture' && field === 'birthDate') return { type: 'BirthInFuture', field, written };
  if (type === 'EndBeforeBegin' && field === 'relationTo') return { type: 'RelationEndsBeforeBegin', field };
  if (type !== 'EraOutOfRange') return null;
  const date = parseWrittenDate(texts[field]);
  return !date.ok && date.error.type === 'EraOutOfRange' ? { type, field, written, date: date.error.date } : null;
};

const doubtOf = (problem: FieldProblem, texts: RowTexts): ImportDoubt => {
  const { field, type } = problem;
  const shown: ImportField = isImportField(field) ? field : 'name';
  if (field === 'name' && type === 'Empty') return { type: 'NameMissing', field };
  if (type === 'Formula') return { type: 'Formula', field: shown, written: shownText(texts, field) };
  if (type === 'IndividualNumber') return { type: 'NumberInText', field: shown };
  return doubtOfDate(problem, texts) ?? { type: 'FieldProblem', field: shown, problem: type, written: shownText(texts, field) };
};

/**
 * Reads what can be read: a field that is wrong becomes a doubt and is taken out, until the rest parses. Rules between
 * fields are seen only then, hence several rounds; each takes out at least one field.
 */
export const readRowFields = (texts: RowTexts, today: CivilDate): RowFields => {
  let input: PersonInput = { ...texts, parentId: texts.kind === 'dependant' ? SOMEONE : null, purposes: [] };
  const problems = new Map<PersonField, FieldProblem>();
  for (const field of NEVER_FORMULAS) {
    if (!isFormula(texts[field])) continue;
    problems.set(field, { field, type: 'Formula' });
    input = { ...input, ...BLANKS[field] };
  }
  for (let round = 0; round <= Object.keys(BLANKS).length; round += 1) {
    const read = parsePersonFields(input, { today });
    if (read.ok) {
      const fields: PersonFields = {
        ...read.value,
        parentId: null,
        name: problems.has('name') ? '' : read.value.name,
        relationship: problems.has('relationship') ? '' : read.value.relationship,
      };
      return { fields, doubts: [...problems.values()].map((problem) => doubtOf(problem, texts)) };
    }
    for (const problem of read.error) {
      problems.set(problem.field, problem);
      input = { ...input, ...BLANKS[problem.field] };
    }
  }
  throw new Error('a row does not become parseable by taking fields out');
};
