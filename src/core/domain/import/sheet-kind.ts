import type { AuditCodeFamilies } from '../audit/codes.ts';
import type { PersonKind } from '../person/person-kind.ts';

/** Of whom a file is a list. */
export const SHEET_KINDS = ['employees', 'dependants', 'payees'] as const;

export type SheetKind = (typeof SHEET_KINDS)[number];

export const isSheetKind = (value: unknown): value is SheetKind => SHEET_KINDS.some((kind) => kind === value);

/** What an entry calls a list of this kind: public/spec/log-v1.md §7.2. */
export const SHEET_CONTENT = { employees: 'staff', dependants: 'dependants', payees: 'payees' } as const satisfies Record<SheetKind, AuditCodeFamilies['content']>;

const PERSON_KIND_OF: { readonly [K in SheetKind]: PersonKind } = {
  employees: 'employee',
  dependants: 'dependant',
  payees: 'payee',
};

export const personKindOf = (kind: SheetKind): PersonKind => PERSON_KIND_OF[kind];
