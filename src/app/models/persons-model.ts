import { computed, signal } from '@preact/signals';
import type { ReadonlySignal } from '@preact/signals';
import type { VaultError } from '../../core/contract/errors.ts';
import type { PersonPage, PersonQuery, PersonRow } from '../../core/contract/person-api.ts';
import type { NumberState } from '../../core/domain/person/number-state.ts';
import type { PersonKind } from '../../core/domain/person/person-kind.ts';
import type { OpenVault } from './open-vault.ts';

/** Rows asked for at once: several screens full, well under what the worker gives. */
export const WINDOW_ROWS = 100;

type Filter = Pick<PersonQuery, 'text' | 'kinds' | 'states'>;

interface Shown {
  readonly total: number;
  readonly counts: PersonPage['counts'];
  readonly windows: ReadonlyMap<number, readonly PersonRow[]>;
}

/** Where the list was left: the screen writes it, and finds it again. */
export interface ListPlace {
  /** Pixels, of the list's own frame and of the page. */
  scrollTop: number;
  pageTop: number;
  /** The row that Tab reaches. */
  active: number;
}

/** The list of persons: what it is narrowed to, and the rows that have been seen. It lives as long as the open vault. */
export interface PersonsModel {
  readonly filter: ReadonlySignal<Filter>;
  readonly isNarrowed: ReadonlySignal<boolean>;
  /** Null before the first answer. */
  readonly total: ReadonlySignal<number | null>;
  readonly counts: ReadonlySignal<PersonPage['counts'] | null>;
  readonly error: ReadonlySignal<VaultError | null>;
  /** Null: not here yet. Redraws who asks when it comes. */
  readonly rowAt: (index: number) => PersonRow | null;
  /** The rows in sight, both ends included; what is missing is fetched. */
  readonly see: (first: number, last: number) => void;
  readonly search: (text: string) => void;
  readonly toggleKind: (kind: PersonKind) => void;
  readonly toggleState: (state: NumberState) => void;
  readonly narrow: (filter: Partial<Filter>) => void;
  readonly clear: () => void;
  readonly reload: () => Promise<void>;
  /** Goes up with every new question: the list then begins at its top. */
  readonly question: ReadonlySignal<number>;
  readonly place: ListPlace;
}

const EVERYBODY: Filter = { text: '', kinds: [], states: [] };

const toggled = <T>(list: readonly T[], one: T): readonly T[] =>
  list.includes(one) ? list.filter((other) => other !== one) : [...list, one];

export const createPersonsModel = ({ api, listen }: Pick<OpenVault, 'api' | 'listen'>): PersonsModel => {
  const filter = signal<Filter>(EVERYBODY);
  const shown = signal<Shown | null>(null);
  const error = signal<VaultError | null>(null);
  const question = signal(0);
  let seen = { first: 0, last: 0 };
  // Answers of an earlier round are dropped: a slow one must not overwrite what was typed since.
  let round = 0;
  let asked = new Set<number>();
  // Until a new round has its first answer the rows of the old one stay: an empty flash between letters disturbs.
  let fresh = true;

  const fetchWindow = async (at: number): Promise<void> => {
    if (asked.has(at)) return;
    asked.add(at);
    const mine = round;
    const answer = await api.listPersons({ ...filter.peek(), offset: at * WINDOW_ROWS, limit: WINDOW_ROWS });
    if (mine !== round) return;
    if (!answer.ok) {
      asked.delete(at);
      error.value = answer.error;
      return;
    }
    const { rows, total, counts } = answer.value;
    const before = fresh ? undefined : shown.peek()?.windows;
    fresh = false;
    error.value = null;
    shown.value = { total, counts, windows: new Map([...(before ?? []), [at, rows]]) };
  };

  const begin = async (from: number, to: number): Promise<void> => {
    round += 1;
    fresh = true;
    asked = new Set();
    await Promise.all(windowsOf(from, to).map(fetchWindow));
  };
  const windowsOf = (first: number, last: number): readonly number[] => {
    const begins = Math.floor(Math.max(first, 0) / WINDOW_ROWS);
    const ends = Math.floor(Math.max(last, 0) / WINDOW_ROWS);
    return Array.from({ length: ends - begins + 1 }, (_, at) => begins + at);
  };
  const narrow = (change: Partial<Filter>): void => {
    filter.value = { ...filter.peek(), ...change };
    seen = { first: 0, last: 0 };
    question.value += 1;
    void begin(0, 0);
  };
  const reload = (): Promise<void> => begin(seen.first, seen.last);

  listen((event) => {
    if (event.type === 'PersonsChanged') void reload();
  });
  void begin(0, 0);

  return {
    filter,
    isNarrowed: computed(() => filter.value.text.trim() !== '' || filter.value.kinds.length > 0 || filter.value.states.length > 0),
    total: computed(() => shown.value?.total ?? null),
    counts: computed(() => shown.value?.counts ?? null),
    error,
    rowAt: (index) => shown.value?.windows.get(Math.floor(index / WINDOW_ROWS))?.[index % WINDOW_ROWS] ?? null,
    see: (first, last) => {
      seen = { first, last };
      for (const at of windowsOf(first, last)) void fetchWindow(at);
    },
    search: (text) => narrow({ text }),
    toggleKind: (kind) => narrow({ kinds: toggled(filter.peek().kinds, kind) }),
    toggleState: (state) => narrow({ states: toggled(filter.peek().states, state) }),
    narrow,
    clear: () => narrow(EVERYBODY),
    reload,
    question,
    place: { scrollTop: 0, pageTop: 0, active: 0 },
  };
};
