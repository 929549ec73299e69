import { computed, signal } from '@preact/signals';
import type { ReadonlySignal, Signal } from '@preact/signals';
import type { EntityType } from '../../../core/domain/person/entity-type.ts';
import { parseDisplayName, parseVaultLabel } from '../../../core/domain/vault/limits.ts';

/** What is asked before a vault is made, step by step. A problem is null while its field is good. */
export interface CreateForm {
  readonly label: Signal<string>;
  readonly entityType: Signal<EntityType | null>;
  readonly paysSalary: Signal<'yes' | 'no' | null>;
  readonly ownerName: Signal<string>;
  readonly labelProblem: ReadonlySignal<string | null>;
  readonly nameProblem: ReadonlySignal<string | null>;
  readonly touched: () => boolean;
}

export const createCreateForm = (): CreateForm => {
  const label = signal('');
  const entityType = signal<EntityType | null>(null);
  const paysSalary = signal<'yes' | 'no' | null>(null);
  const ownerName = signal('');
  return {
    label,
    entityType,
    paysSalary,
    ownerName,
    labelProblem: computed(() => {
      const parsed = parseVaultLabel(label.value);
      return parsed.ok ? null : parsed.error.type;
    }),
    nameProblem: computed(() => {
      const parsed = parseDisplayName(ownerName.value);
      return parsed.ok ? null : parsed.error.type;
    }),
    touched: () => label.peek() !== '' || ownerName.peek() !== '' || entityType.peek() !== null,
  };
};
