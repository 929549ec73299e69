import { computed, signal } from '@preact/signals';
import type { ReadonlySignal } from '@preact/signals';
import type { VaultError } from '../../core/contract/errors.ts';
import type { LogPage, LogQuery } from '../../core/contract/log-api.ts';
import { addDays, tokyoDateOf } from '../../core/domain/date/civil-date.ts';
import type { PersonId } from '../../core/domain/ids.ts';
import type { ActionChoice } from './action-groups.ts';
import { actionsChosen } from './action-groups.ts';
import { findActions } from './record-actions.ts';
import type { OpenVault } from './open-vault.ts';

export const ENTRIES_PER_SCREEN = 50;

export interface RecordFilter {
  /** 'YYYY-MM-DD', '' when open. */
  readonly from: string;
  readonly to: string;
  readonly person: { readonly id: PersonId; readonly name: string } | null;
  readonly memberId: string | null;
  readonly action: ActionChoice;
}

export type Span = 'today' | 'month' | 'year';
const DAYS: Record<Span, number> = { today: 0, month: 29, year: 364 };

/** The record as it is looked at: what it is narrowed to, which stretch is shown. It lives as long as the open vault. */
export interface RecordsModel {
  readonly filter: ReadonlySignal<RecordFilter>;
  readonly isNarrowed: ReadonlySignal<boolean>;
  /** Null before the first answer. */
  readonly shown: ReadonlySignal<LogPage | null>;
  /** Entries of all logs, whatever the filter; null before it is known. */
  readonly all: ReadonlySignal<number | null>;
  /** Acts that have an entry: what a filter offers. Null while that is not known, and where the record is too long to find out. */
  readonly actions: ReadonlySignal<ReadonlySet<string> | null>;
  readonly offset: ReadonlySignal<number>;
  readonly busy: ReadonlySignal<boolean>;
  readonly error: ReadonlySignal<VaultError | null>;
  readonly narrow: (change: Partial<RecordFilter>) => void;
  readonly lastDays: (span: Span) => void;
  readonly clear: () => void;
  readonly turn: (to: 'newer' | 'older') => void;
  readonly reload: () => Promise<void>;
  /** The person of whose page the user came. Named by the first row about it. */
  readonly showPerson: (id: PersonId) => Promise<void>;
}

const EVERYTHING: RecordFilter = { from: '', to: '', person: null, memberId: null, action: 'all' };

/** What the vault is asked for a filter; which stretch of it is the caller's to say. */
export const recordQueryOf = ({ from, to, person, memberId, action }: RecordFilter): Omit<LogQuery, 'offset' | 'limit'> => ({
  from: from === '' ? null : from,
  to: to === '' ? null : to,
  personId: person?.id ?? null,
  memberId,
  actions: actionsChosen(action),
});

export const createRecordsModel = ({ api, listen, now }: Pick<OpenVault, 'api' | 'listen' | 'now'>): RecordsModel => {
  const filter = signal<RecordFilter>(EVERYTHING);
  const shown = signal<LogPage | null>(null);
  const all = signal<number | null>(null);
  const actions = signal<ReadonlySet<string> | null>(null);
  const offset = signal(0);
  const busy = signal(false);
  const error = signal<VaultError | null>(null);
  const isNarrowed = computed(() => {
    const { from, to, person, memberId, action } = filter.value;
    return from !== '' || to !== '' || person !== null || memberId !== null || action !== 'all';
  });
  /** Of what has come since the record was looked through. */
  const addActions = (rows: LogPage['rows']): void => {
    const known = actions.peek();
    const fresh = known === null ? [] : rows.map(({ action }) => action).filter((action) => !known.has(action));
    if (known !== null && fresh.length > 0) actions.value = new Set([...known, ...fresh]);
  };
  // A slow answer must not overwrite what was asked since.
  let round = 0;

  const reload = async (): Promise<void> => {
    round += 1;
    const mine = round;
    busy.value = true;
    const answer = await api.listEntries({ ...recordQueryOf(filter.peek()), offset: offset.peek(), limit: ENTRIES_PER_SCREEN });
    if (mine !== round) return;
    busy.value = false;
    if (!answer.ok) {
      error.value = answer.error;
      return;
    }
    error.value = null;
    shown.value = answer.value;
    addActions(answer.value.rows);
    if (!isNarrowed.peek()) all.value = answer.value.total;
  };
  const narrow = (change: Partial<RecordFilter>): void => {
    filter.value = { ...filter.peek(), ...change };
    offset.value = 0;
    void reload();
  };

  listen((event) => {
    if (event.type !== 'LogGrew') return;
    all.value = all.peek() === null ? null : Math.max(all.peek() ?? 0, event.size);
    // Further back nothing may move under the finger; the newest stretch shows what has just been done.
    if (offset.peek() === 0) void reload();
  });
  void reload().then(async () => {
    const found = await findActions(api);
    actions.value = found;
    addActions(shown.peek()?.rows ?? []);
  });

  return {
    filter,
    isNarrowed,
    shown,
    all,
    actions,
    offset,
    busy,
    error,
    narrow,
    lastDays: (span) => {
      const today = tokyoDateOf(now());
      narrow({ from: addDays(today, -DAYS[span]), to: today });
    },
    clear: () => narrow(EVERYTHING),
    turn: (to) => {
      const last = Math.max(0, (shown.peek()?.total ?? 0) - 1);
      const next = offset.peek() + (to === 'older' ? ENTRIES_PER_SCREEN : -ENTRIES_PER_SCREEN);
      if (next > last) return;
      offset.value = Math.max(0, next);
      void reload();
    },
    reload,
    showPerson: async (id) => {
      const person = await api.viewPerson(id);
      narrow({ ...EVERYTHING, person: { id, name: person.ok ? person.value.fields.name : '' } });
    },
  };
};
