import { signal } from '@preact/signals';
import type { ReadonlySignal } from '@preact/signals';
import type { VaultError } from '../../core/contract/errors.ts';
import type { Result } from '../../core/domain/result.ts';

/** What is read once for a screen and stays as it is until it is read again. */
export interface Reading<Content> {
  /** Null before the first answer. */
  readonly content: ReadonlySignal<Content | null>;
  readonly error: ReadonlySignal<VaultError | null>;
  readonly load: () => Promise<void>;
}

/** A failure leaves what was read before. */
export const createReading = <Content>(read: () => Promise<Result<Content, VaultError>>): Reading<Content> => {
  const content = signal<Content | null>(null);
  const error = signal<VaultError | null>(null);
  return {
    content,
    error,
    load: async () => {
      const answer = await read();
      error.value = answer.ok ? null : answer.error;
      if (answer.ok) content.value = answer.value;
    },
  };
};
