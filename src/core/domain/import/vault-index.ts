import type { PersonId } from '../ids.ts';
import type { PersonKind } from '../person/person-kind.ts';
import { foldForSearch } from '../text/fold.ts';
import type { ExistingPerson } from './import-context.ts';

/** Codes are compared without regard to width, case and spaces. */
export const foldCode = (code: string): string => code.normalize('NFKC').toUpperCase().replace(/\s/g, '');

/** And, where nothing else is found, without the leading zeros that a spreadsheet drops. */
export const withoutZeros = (code: string): string => foldCode(code).replace(/^0+(?=.)/, '');

/** The persons of the vault by what rows are recognised by. */
export interface VaultIndex {
  readonly byId: (id: PersonId) => ExistingPerson | null;
  readonly byCode: (kind: PersonKind, code: string) => readonly ExistingPerson[];
  readonly byLooseCode: (kind: PersonKind, code: string) => readonly ExistingPerson[];
  readonly byName: (kind: PersonKind, name: string) => readonly ExistingPerson[];
}

const NOBODY: readonly ExistingPerson[] = [];

export const createVaultIndex = (existing: readonly ExistingPerson[]): VaultIndex => {
  const ids = new Map<PersonId, ExistingPerson>();
  const codes = new Map<string, ExistingPerson[]>();
  const looseCodes = new Map<string, ExistingPerson[]>();
  const names = new Map<string, ExistingPerson[]>();
  const add = (map: Map<string, ExistingPerson[]>, kind: PersonKind, key: string, person: ExistingPerson): void => {
    if (key === '') return;
    const found = map.get(`${kind} ${key}`);
    if (found === undefined) map.set(`${kind} ${key}`, [person]);
    else found.push(person);
  };
  for (const person of existing) {
    const { kind, code, name } = person.fields;
    ids.set(person.id, person);
    add(codes, kind, foldCode(code), person);
    add(looseCodes, kind, withoutZeros(code), person);
    add(names, kind, foldForSearch(name), person);
  }
  return {
    byId: (id) => ids.get(id) ?? null,
    byCode: (kind, code) => codes.get(`${kind} ${foldCode(code)}`) ?? NOBODY,
    byLooseCode: (kind, code) => looseCodes.get(`${kind} ${withoutZeros(code)}`) ?? NOBODY,
    byName: (kind, name) => names.get(`${kind} ${foldForSearch(name)}`) ?? NOBODY,
  };
};
