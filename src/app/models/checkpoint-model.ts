import { signal } from '@preact/signals';
import type { ReadonlySignal } from '@preact/signals';
import type { VaultError } from '../../core/contract/errors.ts';
import type { CheckpointView } from '../../core/contract/log-api.ts';
import type { OpenVault } from './open-vault.ts';

/** The fingerprint of the record as it is now. */
export interface CheckpointModel {
  /** Null before the first answer. */
  readonly checkpoint: ReadonlySignal<CheckpointView | null>;
  readonly error: ReadonlySignal<VaultError | null>;
  readonly load: () => Promise<void>;
}

export const createCheckpointModel = ({ api }: Pick<OpenVault, 'api'>): CheckpointModel => {
  const checkpoint = signal<CheckpointView | null>(null);
  const error = signal<VaultError | null>(null);
  return {
    checkpoint,
    error,
    load: async () => {
      const answer = await api.viewCheckpoint();
      error.value = answer.ok ? null : answer.error;
      if (answer.ok) checkpoint.value = answer.value;
    },
  };
};
