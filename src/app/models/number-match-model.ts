import { computed, signal } from '@preact/signals';
import type { ReadonlySignal } from '@preact/signals';
import type { VaultError } from '../../core/contract/errors.ts';
import type { PersonId } from '../../core/domain/ids.ts';
import { parseIndividualNumber } from '../../core/domain/number/individual-number.ts';
import type { OpenVault } from './open-vault.ts';

/** Holding a number against the one that is kept, which is not shown. The field is emptied with the answer. */
export interface NumberMatchModel {
  readonly text: ReadonlySignal<string>;
  readonly isReady: ReadonlySignal<boolean>;
  /** Null: not compared since something was typed. */
  readonly outcome: ReadonlySignal<'match' | 'no-match' | null>;
  readonly busy: ReadonlySignal<boolean>;
  readonly error: ReadonlySignal<VaultError | null>;
  readonly type: (text: string) => void;
  readonly match: () => Promise<boolean>;
  readonly clear: () => void;
}

export const createNumberMatchModel = ({ api }: Pick<OpenVault, 'api'>, personId: PersonId): NumberMatchModel => {
  const text = signal('');
  const outcome = signal<'match' | 'no-match' | null>(null);
  const busy = signal(false);
  const error = signal<VaultError | null>(null);
  const isReady = computed(() => parseIndividualNumber(text.value).ok);
  return {
    text,
    isReady,
    outcome,
    busy,
    error,
    type: (next) => {
      text.value = next;
      if (next === '') return;
      outcome.value = null;
      error.value = null;
    },
    match: async () => {
      if (busy.peek() || !isReady.peek()) return false;
      busy.value = true;
      const answer = await api.matchNumber({ personId, text: text.peek() });
      busy.value = false;
      if (answer.ok) {
        text.value = '';
        outcome.value = answer.value.matches ? 'match' : 'no-match';
        error.value = null;
      } else error.value = answer.error;
      return answer.ok;
    },
    clear: () => {
      text.value = '';
      outcome.value = null;
      error.value = null;
    },
  };
};
