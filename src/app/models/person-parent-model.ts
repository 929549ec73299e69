import { signal } from '@preact/signals';
import type { ReadonlySignal } from '@preact/signals';
import type { PersonRow } from '../../core/contract/person-api.ts';
import type { OpenVault } from './open-vault.ts';

const OFFERED = 8;

/** Finding the employee or owner on whom a dependant hangs, as one types. */
export interface PersonParentModel {
  readonly text: ReadonlySignal<string>;
  readonly rows: ReadonlySignal<readonly PersonRow[]>;
  readonly total: ReadonlySignal<number>;
  /** The row the arrow keys stand on; -1: none. */
  readonly active: ReadonlySignal<number>;
  readonly search: (text: string) => Promise<void>;
  readonly move: (by: 1 | -1) => void;
}

export const createPersonParentModel = ({ api }: Pick<OpenVault, 'api'>): PersonParentModel => {
  const text = signal('');
  const rows = signal<readonly PersonRow[]>([]);
  const total = signal(0);
  const active = signal(-1);
  let round = 0;
  return {
    text,
    rows,
    total,
    active,
    search: async (next) => {
      text.value = next;
      round += 1;
      const mine = round;
      const answer = await api.listPersons({ text: next, kinds: ['owner', 'employee'], states: [], offset: 0, limit: OFFERED });
      if (mine !== round || !answer.ok) return;
      rows.value = answer.value.rows;
      total.value = answer.value.total;
      active.value = -1;
    },
    move: (by) => {
      const size = rows.peek().length;
      if (size > 0) active.value = (Math.max(active.peek(), by === 1 ? -1 : 0) + by + size) % size;
    },
  };
};
