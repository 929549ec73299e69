import { signal } from '@preact/signals';
import type { ReadonlySignal } from '@preact/signals';
import type { VaultError } from '../../core/contract/errors.ts';
import type { PersonSheet, PersonSheetQuery } from '../../core/contract/person-api.ts';
import type { OpenVault } from './open-vault.ts';

/** About eighty sheets of A4: beyond, a list is no use on paper, and the page would be slow to lay out. */
export const MOST_PERSONS_ON_PAPER = 2000;

export type PersonSheetFilter = Omit<PersonSheetQuery, 'limit'>;

/** The list of persons as it goes on paper: once read, it stays as it is until it is read again. */
export interface PersonSheetModel {
  /** Null before the first answer. */
  readonly sheet: ReadonlySignal<PersonSheet | null>;
  readonly error: ReadonlySignal<VaultError | null>;
  readonly load: () => Promise<void>;
}

export const createPersonSheetModel = ({ api }: Pick<OpenVault, 'api'>, filter: PersonSheetFilter): PersonSheetModel => {
  const sheet = signal<PersonSheet | null>(null);
  const error = signal<VaultError | null>(null);
  return {
    sheet,
    error,
    load: async () => {
      const answer = await api.viewPersonSheet({ ...filter, limit: MOST_PERSONS_ON_PAPER });
      error.value = answer.ok ? null : answer.error;
      if (answer.ok) sheet.value = answer.value;
    },
  };
};
