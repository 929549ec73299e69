import { batch, computed, signal } from '@preact/signals';
import type { ReadonlySignal } from '@preact/signals';
import type { CopyInspection, RestoredVault, RestoreInput } from '../../core/contract/copy-api.ts';
import type { VaultError } from '../../core/contract/errors.ts';
import type { SessionModel } from './session-model.ts';

export interface RefusedFile {
  readonly fileName: string;
  readonly error: VaultError;
}

export type RestoreStage =
  | { readonly at: 'choose' }
  | { readonly at: 'inspecting' }
  /** Looked at: newest usable first. */
  | { readonly at: 'chosen'; readonly usable: readonly CopyInspection[]; readonly refused: readonly RefusedFile[]; readonly isRestoring: boolean }
  /** `isEntering`: the page is on its way into the vault that is back. */
  | { readonly at: 'done'; readonly restored: RestoredVault; readonly isEntering: boolean };

/**
 * Bringing a vault back. It lives as long as the page, not as the open vault: it begins before a vault is open and
 * ends with one, and the words of the result must outlast the change.
 */
export interface RestoreModel {
  readonly stage: ReadonlySignal<RestoreStage>;
  readonly error: ReadonlySignal<VaultError | null>;
  /** The copy that would be restored. */
  readonly chosen: ReadonlySignal<CopyInspection | null>;
  /** What this device has and the copy lacks; null: nothing. `entries` 0: the vault says so and cannot count. */
  readonly older: ReadonlySignal<{ readonly entries: number } | null>;
  readonly isAgreed: ReadonlySignal<boolean>;
  readonly inspect: (files: readonly File[]) => Promise<void>;
  readonly choose: (index: number) => void;
  readonly agree: (agreed: boolean) => void;
  /** True when the vault is back and open. */
  readonly restore: (secret: RestoreInput['secret']) => Promise<boolean>;
  readonly forgetError: () => void;
  readonly reset: () => void;
}

export const createRestoreModel = (session: Pick<SessionModel, 'api' | 'enter'>): RestoreModel => {
  const stage = signal<RestoreStage>({ at: 'choose' });
  const error = signal<VaultError | null>(null);
  const index = signal<number | null>(null);
  const isAgreed = signal(false);
  /** The worker found the copy to be older although the inspection had not. */
  const isToldOlder = signal(false);
  let files: readonly File[] = [];

  const chosen = computed(() => {
    const now = stage.value;
    return now.at === 'chosen' ? (now.usable.find((one) => one.index === index.value) ?? null) : null;
  });
  const reset = (): void =>
    batch(() => {
      files = [];
      stage.value = { at: 'choose' };
      error.value = null;
      index.value = null;
      isAgreed.value = false;
      isToldOlder.value = false;
    });

  return {
    stage,
    error,
    chosen,
    isAgreed,
    older: computed(() => {
      const missing = chosen.value?.entriesMissing ?? 0;
      if (missing > 0) return { entries: missing };
      return isToldOlder.value ? { entries: 0 } : null;
    }),
    inspect: async (given) => {
      reset();
      stage.value = { at: 'inspecting' };
      const answer = await session.api.inspectCopies(given);
      if (!answer.ok) {
        stage.value = { at: 'choose' };
        error.value = answer.error;
        return;
      }
      files = given;
      const { usable, refused } = answer.value;
      batch(() => {
        stage.value = { at: 'chosen', usable, refused, isRestoring: false };
        index.value = usable[0]?.index ?? null;
      });
    },
    choose: (next) =>
      batch(() => {
        index.value = next;
        isAgreed.value = false;
        isToldOlder.value = false;
        error.value = null;
      }),
    agree: (agreed) => {
      isAgreed.value = agreed;
    },
    restore: async (secret) => {
      const before = stage.peek();
      const file = index.peek() === null ? undefined : files[index.peek() ?? 0];
      if (before.at !== 'chosen' || before.isRestoring || file === undefined) return false;
      batch(() => {
        stage.value = { ...before, isRestoring: true };
        error.value = null;
      });
      const answer = await session.api.restoreCopy({ file, secret, evenIfOlder: isAgreed.peek() });
      if (!answer.ok) {
        batch(() => {
          stage.value = before;
          isToldOlder.value = answer.error.type === 'FileRefused' && answer.error.reason === 'Older';
          error.value = isToldOlder.peek() ? null : answer.error;
        });
        return false;
      }
      files = [];
      stage.value = { at: 'done', restored: answer.value, isEntering: true };
      const entered = await session.enter();
      batch(() => {
        stage.value = { at: 'done', restored: answer.value, isEntering: false };
        if (!entered.ok) error.value = entered.error;
      });
      return entered.ok;
    },
    forgetError: () => {
      error.value = null;
    },
    reset,
  };
};
