/** The relation in which the business stands to a person. One human may be several persons: staff and payee. */
export const PERSON_KINDS = ['owner', 'employee', 'dependant', 'payee'] as const;

export type PersonKind = (typeof PERSON_KINDS)[number];

export const isPersonKind = (value: unknown): value is PersonKind => PERSON_KINDS.some((kind) => kind === value);
