import { computed, signal } from '@preact/signals';
import type { ReadonlySignal } from '@preact/signals';
import { isRecoveryGroup, RECOVERY_GROUPS } from '../../core/domain/recovery/recovery-code.ts';

/** Places of the code's groups, from 0. */
export const RECOVERY_PLACES: readonly number[] = Array.from({ length: RECOVERY_GROUPS }, (_, place) => place);

/** A recovery code that is typed from its sheet, group by group. */
export interface RecoveryCodeModel {
  readonly groups: ReadonlySignal<readonly string[]>;
  /** How many groups are missing or mistyped. */
  readonly left: ReadonlySignal<number>;
  readonly type: (groups: readonly string[]) => void;
  /** Groups joined by '-'; null while one is missing or mistyped. */
  readonly take: () => string | null;
  /** Something is typed. */
  readonly touched: () => boolean;
  readonly clear: () => void;
}

export const createRecoveryCodeModel = (): RecoveryCodeModel => {
  const empty = RECOVERY_PLACES.map(() => '');
  const groups = signal<readonly string[]>(empty);
  const left = computed(() => RECOVERY_PLACES.filter((place) => !isRecoveryGroup(groups.value[place] ?? '', place)).length);
  return {
    groups,
    left,
    type: (typed) => {
      groups.value = typed;
    },
    take: () => (left.peek() === 0 ? groups.peek().join('-') : null),
    touched: () => groups.peek().some((group) => group !== ''),
    clear: () => {
      groups.value = empty;
    },
  };
};
