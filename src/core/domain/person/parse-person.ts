import type { CivilDate } from '../date/civil-date.ts';
import type { WrittenDate, WrittenDateProblem } from '../date/written-date.ts';
import { parseWrittenDate } from '../date/written-date.ts';
import type { PersonId } from '../ids.ts';
import { isId } from '../ids.ts';
import type { CorporateNumber, CorporateNumberProblem } from '../number/corporate-number.ts';
import { parseCorporateNumber } from '../number/corporate-number.ts';
import type { Result } from '../result.ts';
import { err, ok } from '../result.ts';
import { isFormula } from '../text/formula.ts';
import type { KanaProblem, NameProblem } from '../text/name.ts';
import { parseKana, parseName } from '../text/name.ts';
import type { TextProblem } from '../text/plain-text.ts';
import { findTextProblem } from '../text/plain-text.ts';
import type { Business } from './entity-type.ts';
import type { PersonField, PersonFields } from './person.ts';
import { ADDRESS_MAX, CODE_MAX } from './person.ts';
import type { PersonKind } from './person-kind.ts';
import { isPersonKind } from './person-kind.ts';
import { parsePostalCode } from './postal-code.ts';
import type { PurposeCode } from './purpose.ts';
import { isPurposeCode, PURPOSE_CODES, purposesFor, purposesOfKind } from './purpose.ts';
import type { RelationshipProblem } from './relationship.ts';
import { parseRelationship } from './relationship.ts';

/** As typed, read from a file, or fields that were parsed before: PersonFields is a PersonInput. */
export interface PersonInput {
  readonly kind: string;
  readonly name: string;
  readonly kana: string;
  readonly code: string;
  readonly parentId: string | null;
  readonly relationship: string;
  readonly corporate: boolean;
  readonly corporateNumber: string | null;
  readonly birthDate: string | WrittenDate | null;
  readonly postalCode: string;
  readonly address: string;
  readonly relationFrom: string | WrittenDate | null;
  readonly relationTo: string | WrittenDate | null;
  readonly purposes: readonly string[];
}

export type FieldProblemType =
  | NameProblem['type']
  | KanaProblem['type']
  | RelationshipProblem['type']
  | CorporateNumberProblem['type']
  | Exclude<WrittenDateProblem['type'], 'Empty'>
  | TextProblem
  | 'NotSevenDigits'
  /** Not in the closed list. */
  | 'Unknown'
  /** A dependant must hang on someone. */
  | 'Missing'
  | 'OnlyForDependant'
  | 'OnlyForPayee'
  | 'OnlyForCompany'
  | 'NotForCompany'
  /** The purpose does not exist for this kind of person, or for this business. */
  | 'NotForKind'
  | 'NotForBusiness'
  | 'InFuture'
  | 'EndBeforeBegin';

export interface FieldProblem {
  readonly field: PersonField;
  readonly type: FieldProblemType;
}

/** Checks that need more than the input; each is left out when its fact is not given. */
export interface PersonContext {
  /** Today in Tokyo: nobody is born after it. */
  readonly today?: CivilDate;
  /** Purposes are held to what this business may ask for. */
  readonly business?: Business;
}

const parseLine = (text: string, max: number): Result<string, { readonly type: TextProblem | 'Formula' }> => {
  const line = text.trim();
  if (isFormula(line)) return err({ type: 'Formula' });
  const problem = findTextProblem(line, max);
  return problem === null ? ok(line) : err({ type: problem });
};

const parseOptionalDate = (input: string | WrittenDate | null): Result<WrittenDate | null, WrittenDateProblem> => {
  const text = typeof input === 'string' || input === null ? input : input.written;
  return text === null || text.trim() === '' ? ok(null) : parseWrittenDate(text);
};

const parseParent = (
  kind: PersonKind,
  parentId: string | null,
): Result<PersonId | null, { readonly type: 'Missing' | 'OnlyForDependant' | 'Unknown' }> => {
  if (kind !== 'dependant') return parentId === null ? ok(null) : err({ type: 'OnlyForDependant' });
  if (parentId === null) return err({ type: 'Missing' });
  return isId(parentId) ? ok(parentId as PersonId) : err({ type: 'Unknown' });
};

const parseRelationshipOf = (
  kind: PersonKind,
  text: string,
): Result<string, { readonly type: RelationshipProblem['type'] | 'OnlyForDependant' }> => {
  if (kind === 'dependant') return parseRelationship(text);
  return text.trim() === '' ? ok('') : err({ type: 'OnlyForDependant' });
};

const parseCorporate = (
  { corporate, corporateNumber }: PersonInput,
): Result<CorporateNumber | null, { readonly type: CorporateNumberProblem['type'] | 'OnlyForCompany' }> => {
  if (corporateNumber === null || corporateNumber.trim() === '') return ok(null);
  return corporate ? parseCorporateNumber(corporateNumber) : err({ type: 'OnlyForCompany' });
};

const parsePurposes = (
  kind: PersonKind,
  purposes: readonly string[],
  business: Business | undefined,
): Result<readonly PurposeCode[], { readonly type: 'Unknown' | 'NotForKind' | 'NotForBusiness' }> => {
  if (!purposes.every(isPurposeCode)) return err({ type: 'Unknown' });
  const ofKind = purposesOfKind(kind).map(({ code }) => code);
  if (!purposes.every((code) => ofKind.includes(code))) return err({ type: 'NotForKind' });
  const allowed = business === undefined ? ofKind : purposesFor(kind, business).map(({ code }) => code);
  if (!purposes.every((code) => allowed.includes(code))) return err({ type: 'NotForBusiness' });
  return ok(PURPOSE_CODES.filter((code) => purposes.includes(code)));
};

/** Rules between fields that are each right in themselves. */
const findContradictions = (fields: PersonFields, today: CivilDate | undefined): readonly FieldProblem[] => {
  const problems: FieldProblem[] = [];
  const { kind, corporate, birthDate, relationFrom, relationTo } = fields;
  if (corporate && kind !== 'payee') problems.push({ field: 'corporate', type: 'OnlyForPayee' });
  if (corporate && birthDate !== null) problems.push({ field: 'birthDate', type: 'NotForCompany' });
  if (birthDate !== null && today !== undefined && birthDate.date > today)
    problems.push({ field: 'birthDate', type: 'InFuture' });
  if (relationFrom !== null && relationTo !== null && relationTo.date < relationFrom.date)
    problems.push({ field: 'relationTo', type: 'EndBeforeBegin' });
  return problems;
};

/**
 * Reads the fields of a person and says of every field at once what is wrong with it, at most one problem a field
 * before the fields are compared with one another. Parsing what was parsed changes nothing.
 */
export const parsePersonFields = (
  input: PersonInput,
  { today, business }: PersonContext = {},
): Result<PersonFields, readonly FieldProblem[]> => {
  const { kind } = input;
  if (!isPersonKind(kind)) return err([{ field: 'kind', type: 'Unknown' }]);
  const problems: FieldProblem[] = [];
  const take = <T>(field: PersonField, result: Result<T, { readonly type: FieldProblemType | 'Empty' }>, otherwise: T): T => {
    if (result.ok) return result.value;
    problems.push({ field, type: result.error.type });
    return otherwise;
  };
  const fields: PersonFields = {
    kind,
    name: take('name', parseName(input.name), ''),
    kana: take('kana', parseKana(input.kana), ''),
    code: take('code', parseLine(input.code.normalize('NFKC'), CODE_MAX), ''),
    parentId: take('parentId', parseParent(kind, input.parentId), null),
    relationship: take('relationship', parseRelationshipOf(kind, input.relationship), ''),
    corporate: input.corporate,
    corporateNumber: take('corporateNumber', parseCorporate(input), null),
    birthDate: take('birthDate', parseOptionalDate(input.birthDate), null),
    postalCode: take('postalCode', parsePostalCode(input.postalCode), ''),
    address: take('address', parseLine(input.address, ADDRESS_MAX), ''),
    relationFrom: take('relationFrom', parseOptionalDate(input.relationFrom), null),
    relationTo: take('relationTo', parseOptionalDate(input.relationTo), null),
    purposes: take('purposes', parsePurposes(kind, input.purposes, business), []),
  };
  problems.push(...findContradictions(fields, today));
  return problems.length === 0 ? ok(fields) : err(problems);
};
