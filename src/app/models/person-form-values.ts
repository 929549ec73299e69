import type { PersonView } from '../../core/contract/person-api.ts';
import { isId } from '../../core/domain/ids.ts';
import type { PersonId } from '../../core/domain/ids.ts';
import { formatCorporateNumber } from '../../core/domain/number/corporate-number.ts';
import type { PersonInput } from '../../core/domain/person/parse-person.ts';
import type { PersonFields } from '../../core/domain/person/person.ts';
import type { PersonKind } from '../../core/domain/person/person-kind.ts';
import { isPersonKind } from '../../core/domain/person/person-kind.ts';
import { formatPostalCode } from '../../core/domain/person/postal-code.ts';
import type { PurposeCode } from '../../core/domain/person/purpose.ts';
import { isPurposeCode } from '../../core/domain/person/purpose.ts';
import type { Draft } from './drafts.ts';

/** The fields of text, as they stand in the form. */
export type FormTexts = Readonly<
  Record<
    | 'name'
    | 'kana'
    | 'code'
    | 'relationship'
    | 'corporateNumber'
    | 'birthDate'
    | 'postalCode'
    | 'address'
    | 'relationFrom'
    | 'relationTo',
    string
  >
>;

/** On whom a dependant hangs. The kind is null where only the name is known. */
export interface FormParent {
  readonly id: PersonId;
  readonly name: string;
  readonly kind: PersonKind | null;
}

export interface FormValues {
  readonly kind: PersonKind | null;
  readonly texts: FormTexts;
  readonly corporate: boolean;
  readonly parent: FormParent | null;
  /** Null until somebody has ticked. */
  readonly purposes: readonly PurposeCode[] | null;
}

export interface PersonFormStart {
  /** Null: a new person. */
  readonly person: PersonView | null;
  readonly kind: PersonKind | null;
  readonly parent: FormParent | null;
  readonly draft: Draft['fields'] | null;
}

export const NO_TEXTS: FormTexts = {
  name: '',
  kana: '',
  code: '',
  relationship: '',
  corporateNumber: '',
  birthDate: '',
  postalCode: '',
  address: '',
  relationFrom: '',
  relationTo: '',
};

/** Dates come back as the person wrote them. */
export const textsOf = (fields: PersonFields): FormTexts => ({
  name: fields.name,
  kana: fields.kana,
  code: fields.code,
  relationship: fields.relationship,
  corporateNumber: fields.corporateNumber === null ? '' : formatCorporateNumber(fields.corporateNumber),
  birthDate: fields.birthDate?.written ?? '',
  postalCode: formatPostalCode(fields.postalCode),
  address: fields.address,
  relationFrom: fields.relationFrom?.written ?? '',
  relationTo: fields.relationTo?.written ?? '',
});

/** What is typed into a field that the chosen kind does not show is left out, not complained about. */
export const inputOf = ({ kind, texts, corporate, parent, purposes }: FormValues): PersonInput => ({
  kind: kind ?? '',
  ...texts,
  code: kind === 'employee' || kind === 'payee' ? texts.code : '',
  parentId: kind === 'dependant' ? (parent?.id ?? null) : null,
  relationship: kind === 'dependant' ? texts.relationship : '',
  corporate: kind === 'payee' && corporate,
  corporateNumber: kind === 'payee' && corporate ? texts.corporateNumber : null,
  birthDate: corporate ? null : texts.birthDate,
  purposes: purposes ?? [],
});

const TEXT_NAMES = Object.keys(NO_TEXTS).filter((name): name is keyof FormTexts => Object.hasOwn(NO_TEXTS, name));

/** As the vault keeps it over a lock. `person`: someone already registered, as the fields were filled from; null for a new person. */
export const draftOf = (values: FormValues, person: Pick<PersonView, 'id' | 'rev'> | null): Draft => ({
  route: person === null ? 'register' : 'edit',
  fields: {
    ...values.texts,
    personId: person?.id ?? '',
    rev: person === null ? '' : String(person.rev),
    kind: values.kind ?? '',
    corporate: values.corporate ? 'yes' : '',
    parentId: values.parent?.id ?? '',
    parentName: values.parent?.name ?? '',
    parentKind: values.parent?.kind ?? '',
    purposes: values.purposes === null ? 'default' : values.purposes.join(' '),
  },
});

/** A draft over what is there: it may come from an older version, so nothing in it is taken for granted. */
export const withDraft = (values: FormValues, draft: Draft['fields']): FormValues => {
  const { kind, parentId = '', parentName = '', parentKind, purposes = 'default' } = draft;
  return {
    kind: isPersonKind(kind) ? kind : values.kind,
    texts: Object.fromEntries(TEXT_NAMES.map((name) => [name, draft[name] ?? values.texts[name]])) as FormTexts,
    corporate: draft.corporate === 'yes',
    parent: isId(parentId) ? { id: parentId as PersonId, name: parentName, kind: isPersonKind(parentKind) ? parentKind : null } : null,
    purposes: purposes === 'default' ? null : purposes.split(' ').filter(isPurposeCode),
  };
};

/** The person a draft belongs to; null for one of a new person. */
export const personOfDraft = (draft: Draft['fields']): PersonId | null =>
  isId(draft.personId) ? (draft.personId as PersonId) : null;

/** What the person was at when it was typed: one changed since must not be put back unseen. Null where the draft does not say. */
export const revOfDraft = (draft: Draft['fields'] | null): number | null => (/^\d{1,9}$/.test(draft?.rev ?? '') ? Number(draft?.rev) : null);

/** True where the draft may go into the form of `here`: what was typed about one person must not be saved over another. Null: the address names nobody. */
export const isDraftFor = (draft: Draft['fields'], here: PersonId | null): boolean => here === null || personOfDraft(draft) === here;

/** True for a draft that names one of them: as the one who is changed, or as the one a dependant hangs on. */
export const isDraftAbout = (draft: Draft['fields'], ids: readonly PersonId[]): boolean =>
  ids.some((id) => id === draft.personId || id === draft.parentId);
