import { computed, signal } from '@preact/signals';
import type { ReadonlySignal } from '@preact/signals';
import type { VaultError } from '../../core/contract/errors.ts';
import type { CancelPreview, OldKeys } from '../../core/contract/person-api.ts';
import type { PersonId } from '../../core/domain/ids.ts';
import type { OpenVault } from './open-vault.ts';

/** Taking back a registration made by mistake: what goes along, who else goes, and the word that confirms it. */
export interface PersonCancelModel {
  readonly preview: ReadonlySignal<CancelPreview | null>;
  /** Dependants that go too; the others stay without the one they hang on. */
  readonly goingAlong: ReadonlySignal<readonly PersonId[]>;
  readonly typed: ReadonlySignal<string>;
  readonly isConfirmed: ReadonlySignal<boolean>;
  readonly busy: ReadonlySignal<boolean>;
  readonly error: ReadonlySignal<VaultError | null>;
  readonly load: () => Promise<void>;
  readonly choose: (id: PersonId, goes: boolean) => void;
  readonly type: (text: string) => void;
  /** Null: it is not done. */
  readonly cancel: () => Promise<{ readonly oldKeys: OldKeys } | null>;
}

const folded = (text: string): string => text.normalize('NFKC').replace(/\s/g, '').toLowerCase();

/** `words`: what may be typed to confirm, in the language of the screen. */
export const createPersonCancelModel = (
  { api }: Pick<OpenVault, 'api'>,
  id: PersonId,
  words: () => readonly string[],
): PersonCancelModel => {
  const preview = signal<CancelPreview | null>(null);
  const goingAlong = signal<readonly PersonId[]>([]);
  const typed = signal('');
  const busy = signal(false);
  const error = signal<VaultError | null>(null);
  const isConfirmed = computed(() => words().some((word) => folded(word) === folded(typed.value)));

  return {
    preview,
    goingAlong,
    typed,
    isConfirmed,
    busy,
    error,
    load: async () => {
      const answer = await api.previewCancel(id);
      if (answer.ok) preview.value = answer.value;
      error.value = answer.ok ? null : answer.error;
    },
    choose: (dependant, goes) => {
      const others = goingAlong.peek().filter((one) => one !== dependant);
      goingAlong.value = goes ? [...others, dependant] : others;
    },
    type: (text) => {
      typed.value = text;
    },
    cancel: async () => {
      if (busy.peek() || !isConfirmed.peek()) return null;
      busy.value = true;
      const answer = await api.cancelPersons([id, ...goingAlong.peek()]);
      busy.value = false;
      error.value = answer.ok ? null : answer.error;
      return answer.ok ? answer.value : null;
    },
  };
};
