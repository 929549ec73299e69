import { computed, effect, signal } from '@preact/signals';
import type { ReadonlySignal } from '@preact/signals';
import type { CopyOverview } from '../../core/contract/copy-api.ts';
import type { VaultError } from '../../core/contract/errors.ts';
import type { PersonPage } from '../../core/contract/person-api.ts';
import type { FirstSteps } from './first-steps.ts';
import { besideSteps, FIRST_STEPS, firstStepsOf } from './first-steps.ts';
import type { Todo, UnreadPart } from './home-todos.ts';
import { daysSinceCopyOf, todosOf } from './home-todos.ts';
import type { Verified } from './newest-verification.ts';
import { EVERY_ENTRY, newestVerification } from './newest-verification.ts';
import type { LeftSource, Unmatched } from './open-matters.ts';
import { findOpenMatters } from './open-matters.ts';
import type { OpenVault } from './open-vault.ts';

/** Names said in the list of what to do. */
const NAMED = 3;
/** What is read apart, because it takes unlike times. */
type Part = 'persons' | 'copies' | 'record' | 'verified';
/** How it came out the last time. */
type Reading = 'good' | 'failed';

export interface RecordState {
  readonly entries: number;
  /** The newest verification; null: none yet; undefined: still looked for, which in a long record takes a while. */
  readonly verified: Verified | null | undefined;
  /** When a page was last met that could not be read; null: none, or not since the last copy that was read back. */
  readonly damagedAt: number | null;
  /** Whose number still has to be confirmed, as far as known. */
  readonly unmatched: readonly Unmatched[];
  /** Imports whose files may still lie about, as far as known. */
  readonly sources: readonly LeftSource[];
}

/** The state of the vault in a few figures, and what is to be done now. Lives as long as the open vault. */
export interface HomeModel {
  /** Null before the first answer. */
  readonly persons: ReadonlySignal<PersonPage | null>;
  readonly copies: ReadonlySignal<CopyOverview | null>;
  readonly record: ReadonlySignal<RecordState | null>;
  readonly error: ReadonlySignal<VaultError | null>;
  /** Persons, copies and the size of the record have been asked for, and answered or not: now there are figures to show. */
  readonly isRead: ReadonlySignal<boolean>;
  /** The same of the newest verification. */
  readonly isVerifiedRead: ReadonlySignal<boolean>;
  /** Null once all are done, and in samples: then what is to be done is a list. Null while unknown, too. */
  readonly firstSteps: ReadonlySignal<FirstSteps | null>;
  /** The most urgent first; null before the first answer. */
  readonly todos: ReadonlySignal<readonly Todo[] | null>;
  /** Of these the ones that no first step still to be done stands for. */
  readonly besides: ReadonlySignal<readonly Todo[] | null>;
  /** Everything is known, and there is nothing to be done. */
  readonly isAllDone: ReadonlySignal<boolean>;
  /** True once a copy has been read back: until then every saving says that there is none. Null while unknown. */
  readonly hasCopy: ReadonlySignal<boolean | null>;
  readonly daysSinceCopy: ReadonlySignal<number | null>;
  readonly refresh: () => Promise<void>;
}

export const createHomeModel = (vault: Pick<OpenVault, 'api' | 'listen' | 'view' | 'now' | 'waiting' | 'doubts'>): HomeModel => {
  const { api } = vault;
  const persons = signal<PersonPage | null>(null);
  const copies = signal<CopyOverview | null>(null);
  const record = signal<RecordState | null>(null);
  const error = signal<VaultError | null>(null);
  /** What was answered at least once. */
  const read = signal<ReadonlyMap<Part, Reading>>(new Map());
  const answered = (part: Part, good: boolean): void => {
    const reading = good ? 'good' : 'failed';
    if (read.peek().get(part) !== reading) read.value = new Map([...read.peek(), [part, reading]]);
  };

  const readPersons = async (): Promise<void> => {
    const answer = await api.listPersons({ text: '', kinds: [], states: ['not-asked'], offset: 0, limit: NAMED });
    if (answer.ok) persons.value = answer.value;
    error.value = answer.ok ? null : answer.error;
    answered('persons', answer.ok);
  };
  const readCopies = async (): Promise<void> => {
    const answer = await api.overviewCopies();
    if (answer.ok) copies.value = answer.value;
    answered('copies', answer.ok);
  };
  /** The size first, which is at hand; the verifications are looked for from end to end. */
  const readRecord = async (): Promise<void> => {
    const all = await api.listEntries(EVERY_ENTRY);
    if (all.ok) {
      const { verified, damagedAt = null, unmatched = [], sources = [] } = record.peek() ?? {};
      record.value = { entries: all.value.total, verified, damagedAt, unmatched, sources };
    }
    answered('record', all.ok);
    const verified = all.ok ? await newestVerification(api, all.value.rows[0], vault.now()) : undefined;
    const matters = all.ok ? await findOpenMatters(api, all.value.rows[0]) : undefined;
    const isWhole = all.ok && verified !== undefined && matters !== undefined;
    if (isWhole) record.value = { entries: all.value.total, verified, ...matters };
    answered('verified', isWhole);
  };

  /** Many events at once, as after an import, make one reading after the one that is under way. */
  const oneAtATime = (readPart: () => Promise<void>): (() => Promise<void>) => {
    let running: Promise<void> | null = null;
    let again = false;
    const run = async (): Promise<void> => {
      try {
        do {
          again = false;
          await readPart();
        } while (again);
      } finally {
        running = null;
      }
    };
    return () => {
      again = running !== null;
      running ??= run();
      return running;
    };
  };
  const [personsOnce, copiesOnce, recordOnce] = [oneAtATime(readPersons), oneAtATime(readCopies), oneAtATime(readRecord)];
  const refresh = async (): Promise<void> => {
    await Promise.all([personsOnce(), copiesOnce(), recordOnce()]);
  };

  const unread = computed((): readonly UnreadPart[] => {
    const failed = (part: Part): boolean => read.value.get(part) === 'failed';
    return [...(failed('copies') ? (['copies'] as const) : []), ...(failed('record') || failed('verified') ? (['record'] as const) : [])];
  });
  const firstSteps = computed((): FirstSteps | null => {
    const counts = persons.value?.counts;
    return counts === undefined || copies.value === null ? null : firstStepsOf({ view: vault.view.value, counts, copies: copies.value });
  });
  const todos = computed((): readonly Todo[] | null => {
    const page = persons.value;
    if (page === null) return null;
    return todosOf({
      page,
      copies: copies.value,
      verified: record.value?.verified,
      damagedAt: record.value?.damagedAt ?? null,
      unmatched: record.value?.unmatched ?? [],
      sources: record.value?.sources ?? [],
      unread: unread.value,
      view: vault.view.value,
      doubts: vault.doubts.value,
      now: vault.now(),
    });
  });
  const besides = computed(() => (todos.value === null ? null : besideSteps(todos.value, firstSteps.value)));

  effect(() => {
    // What the screen shows: steps still to be done, and what stands beside them.
    const steps = firstSteps.value;
    vault.waiting.value = (steps === null ? 0 : FIRST_STEPS.length - steps.done.length) + (besides.value?.length ?? 0);
  });
  vault.listen((event) => {
    if (event.type === 'PersonsChanged') void Promise.all([personsOnce(), copiesOnce()]);
    else if (event.type === 'CopiesChanged') void copiesOnce();
    else if (event.type === 'LogGrew') void recordOnce();
  });
  void refresh();

  return {
    persons,
    copies,
    record,
    error,
    isRead: computed(() => (['persons', 'copies', 'record'] as const).every((part) => read.value.has(part))),
    isVerifiedRead: computed(() => read.value.has('verified')),
    firstSteps,
    todos,
    besides,
    // Of what is still looked for nothing is known: a record found broken must not follow a word that all is well.
    isAllDone: computed(() => read.value.has('verified') && firstSteps.value === null && besides.value?.length === 0),
    hasCopy: computed(() => (copies.value === null ? null : copies.value.lastVerifiedAt !== null)),
    daysSinceCopy: computed(() => daysSinceCopyOf(copies.value, vault.now())),
    refresh,
  };
};
