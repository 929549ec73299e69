import type { PersonApi, PersonQuery, PersonSheetQuery } from '../../../../src/core/contract/person-api.ts';
import type { WrittenDate } from '../../../../src/core/domain/date/written-date.ts';
import { isCivilDate } from '../../../../src/core/domain/date/civil-date.ts';
import type { PersonId } from '../../../../src/core/domain/ids.ts';
import { isId } from '../../../../src/core/domain/ids.ts';
import { isCorporateNumber } from '../../../../src/core/domain/number/corporate-number.ts';
import { NUMBER_STATES } from '../../../../src/core/domain/person/number-state.ts';
import type { PersonFields } from '../../../../src/core/domain/person/person.ts';
import { isPersonKind, PERSON_KINDS } from '../../../../src/core/domain/person/person-kind.ts';
import { isPurposeCode, PURPOSE_CODES } from '../../../../src/core/domain/person/purpose.ts';
import type { ArgumentShapes, Shape } from './shape.ts';
import { count, flag, list, nullable, oneArgument, oneOf, record, text, textThat } from './shape.ts';

/** Twice what the rules allow: too long is said in words, absurdly long is refused here. */
const LINE_CHARS = 400;
const MAX_VISIBLE_ROWS = 200;
const MAX_SHEET_ROWS = 2000;
const MAX_CANCEL = 1000;

export const personId = textThat((value): value is PersonId => isId(value));

const writtenDate: Shape<WrittenDate> = record<WrittenDate>({
  date: textThat(isCivilDate),
  written: text(LINE_CHARS),
  calendar: oneOf(['western', 'japanese']),
});

/** The service parses the texts anew by the rules of the domain; a date's `written` is what counts there. */
const personFields: Shape<PersonFields> = record<PersonFields>({
  kind: textThat(isPersonKind),
  name: text(LINE_CHARS),
  kana: text(LINE_CHARS),
  code: text(LINE_CHARS),
  parentId: nullable(personId),
  relationship: text(LINE_CHARS),
  corporate: flag,
  corporateNumber: nullable(textThat(isCorporateNumber)),
  birthDate: nullable(writtenDate),
  postalCode: text(LINE_CHARS),
  address: text(LINE_CHARS),
  relationFrom: nullable(writtenDate),
  relationTo: nullable(writtenDate),
  purposes: list(textThat(isPurposeCode), PURPOSE_CODES.length),
});

export const personArguments: ArgumentShapes<PersonApi> = {
  listPersons: oneArgument(
    record<PersonQuery>({
      text: text(LINE_CHARS),
      kinds: list(textThat(isPersonKind), PERSON_KINDS.length),
      states: list(oneOf(NUMBER_STATES), NUMBER_STATES.length),
      offset: count(0),
      limit: count(0, MAX_VISIBLE_ROWS),
    }),
  ),
  viewPersonSheet: oneArgument(
    record<PersonSheetQuery>({
      text: text(LINE_CHARS),
      kinds: list(textThat(isPersonKind), PERSON_KINDS.length),
      states: list(oneOf(NUMBER_STATES), NUMBER_STATES.length),
      limit: count(0, MAX_SHEET_ROWS),
    }),
  ),
  viewPerson: oneArgument(personId),
  registerPerson: oneArgument(record({ id: personId, fields: personFields })),
  changePerson: oneArgument(record({ id: personId, rev: count(1), fields: personFields })),
  previewCancel: oneArgument(personId),
  cancelPersons: oneArgument(list(personId, MAX_CANCEL)),
};
