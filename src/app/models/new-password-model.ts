import { computed, signal } from '@preact/signals';
import type { ReadonlySignal } from '@preact/signals';
import type { Passphrase } from '../../core/domain/password/passphrase.ts';
import type { PasswordJudge, PasswordVerdict } from '../platform/password-judge.ts';

/** A password being chosen: typed twice, judged as it is typed, or made of words. */
export interface NewPasswordModel {
  readonly password: ReadonlySignal<string>;
  readonly again: ReadonlySignal<string>;
  /** Null while nothing is typed or the lists are still loading. */
  readonly verdict: ReadonlySignal<PasswordVerdict | null>;
  /** Words offered and not yet taken. */
  readonly offered: ReadonlySignal<Passphrase | null>;
  readonly differs: ReadonlySignal<boolean>;
  readonly type: (text: string) => void;
  readonly typeAgain: (text: string) => void;
  readonly offerWords: () => Promise<void>;
  readonly takeWords: () => void;
  /** Judges what stands there now and says whether it may be used; waits for the lists. */
  readonly settle: () => Promise<boolean>;
  /** Something is typed, or words were taken. */
  readonly touched: () => boolean;
  readonly clear: () => void;
}

export interface NewPasswordDeps {
  readonly loadJudge: () => Promise<PasswordJudge>;
  readonly makeWords: () => Promise<Passphrase>;
  /** What an attacker would try first: the vault's label, names. Read when judging. */
  readonly personal: () => readonly string[];
}

export const createNewPasswordModel = (deps: NewPasswordDeps): NewPasswordModel => {
  const password = signal('');
  const again = signal('');
  const offered = signal<Passphrase | null>(null);
  const judge = signal<PasswordJudge | null>(null);
  let loading: Promise<void> | null = null;

  const load = (): Promise<void> => {
    loading ??= deps.loadJudge().then(
      (loaded) => {
        judge.value = loaded;
      },
      () => {
        // Asked again at the next letter: offline before the first install the chunk may be missing for a moment.
        loading = null;
      },
    );
    return loading;
  };
  const verdict = computed(() =>
    password.value === '' || judge.value === null ? null : judge.value(password.value, deps.personal()),
  );

  return {
    password,
    again,
    verdict,
    offered,
    differs: computed(() => again.value !== '' && again.value !== password.value),
    type: (text) => {
      password.value = text;
      void load();
    },
    typeAgain: (text) => {
      again.value = text;
    },
    offerWords: async () => {
      offered.value = await deps.makeWords();
      await load();
    },
    takeWords: () => {
      password.value = offered.peek()?.text ?? password.peek();
      again.value = '';
      offered.value = null;
    },
    settle: async () => {
      await load();
      return verdict.peek()?.problem === null && again.peek() === password.peek();
    },
    touched: () => password.peek() !== '' || again.peek() !== '',
    clear: () => {
      password.value = '';
      again.value = '';
      offered.value = null;
    },
  };
};
