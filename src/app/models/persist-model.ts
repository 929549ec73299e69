import { signal } from '@preact/signals';
import type { ReadonlySignal } from '@preact/signals';

/** Whether the browser has promised not to clear the data by itself. */
export type PersistAnswer = 'unknown' | 'granted' | 'refused' | 'unsupported';

export interface PersistModel {
  readonly answer: ReadonlySignal<PersistAnswer>;
  /** The browser is putting the question to the user (Firefox): nothing comes back until it is answered. */
  readonly asking: ReadonlySignal<boolean>;
  /** Only within a gesture of the user: some browsers ask, and answer no to whoever asks unprompted. */
  readonly ask: () => Promise<PersistAnswer>;
  readonly check: () => Promise<void>;
}

export const createPersistModel = (storage: StorageManager | undefined): PersistModel => {
  const answer = signal<PersistAnswer>('unknown');
  const asking = signal(false);
  const supported = storage !== undefined && 'persist' in storage;
  if (!supported) answer.value = 'unsupported';
  return {
    answer,
    asking,
    ask: async () => {
      if (!supported) return answer.value;
      asking.value = true;
      answer.value = (await storage.persist().catch(() => false)) ? 'granted' : 'refused';
      asking.value = false;
      return answer.value;
    },
    // Not granted says nothing about having been asked.
    check: async () => {
      if (supported && (await storage.persisted().catch(() => false))) answer.value = 'granted';
    },
  };
};
