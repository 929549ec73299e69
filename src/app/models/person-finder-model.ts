import { signal } from '@preact/signals';
import type { ReadonlySignal } from '@preact/signals';
import type { PersonRow } from '../../core/contract/person-api.ts';
import type { PersonKind } from '../../core/domain/person/person-kind.ts';
import type { OpenVault } from './open-vault.ts';

const OFFERED = 8;

/** Finding one person of the vault as one types. */
export interface PersonFinderModel {
  readonly text: ReadonlySignal<string>;
  readonly rows: ReadonlySignal<readonly PersonRow[]>;
  /** Null before the first search. */
  readonly total: ReadonlySignal<number | null>;
  /** The row the arrow keys stand on; -1: none. */
  readonly active: ReadonlySignal<number>;
  readonly search: (text: string) => Promise<void>;
  readonly move: (by: 1 | -1) => void;
  readonly close: () => void;
}

/** `kinds` empty: everybody. */
export const createPersonFinderModel = ({ api }: Pick<OpenVault, 'api'>, kinds: readonly PersonKind[]): PersonFinderModel => {
  const text = signal('');
  const rows = signal<readonly PersonRow[]>([]);
  const total = signal<number | null>(null);
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
      const answer = await api.listPersons({ text: next, kinds, states: [], offset: 0, limit: OFFERED });
      if (mine !== round || !answer.ok) return;
      rows.value = answer.value.rows;
      total.value = answer.value.total;
      active.value = -1;
    },
    move: (by) => {
      const size = rows.peek().length;
      if (size > 0) active.value = (Math.max(active.peek(), by === 1 ? -1 : 0) + by + size) % size;
    },
    close: () => {
      round += 1;
      rows.value = [];
      total.value = null;
      active.value = -1;
    },
  };
};
