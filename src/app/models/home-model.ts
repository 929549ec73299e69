import { computed, effect, signal } from '@preact/signals';
import type { ReadonlySignal } from '@preact/signals';
import type { CopyOverview } from '../../core/contract/copy-api.ts';
import type { VaultError } from '../../core/contract/errors.ts';
import type { LogQuery, LogRow } from '../../core/contract/log-api.ts';
import type { PersonPage } from '../../core/contract/person-api.ts';
import { auditCode } from '../../core/domain/audit/codes.ts';
import { daysBetween, tokyoDateOf } from '../../core/domain/date/civil-date.ts';
import { isVerificationOld } from '../../core/domain/audit/verification-age.ts';
import { isRehearsalDue } from '../../core/domain/recovery/rehearsal.ts';
import type { OpenVault } from './open-vault.ts';

/** Names said in the list of what to do. */
const NAMED = 3;
/** What is read apart, because it takes unlike times. */
type Part = 'persons' | 'copies' | 'record' | 'verified';

const EVERY_ENTRY: LogQuery = { from: null, to: null, personId: null, memberId: null, actions: [], offset: 0, limit: 1 };

export type Todo =
  /** The paper has not been checked yet: no number can be stored. */
  | { readonly type: 'rehearse' }
  /** Checked more than a year ago. */
  | { readonly type: 'rehearse-again' }
  /** The newest verification found something. */
  | { readonly type: 'record-broken'; readonly at: number }
  /** An import was begun, and rows of it wait for a decision. */
  | { readonly type: 'import-doubts'; readonly count: number }
  | { readonly type: 'first-person' }
  | { readonly type: 'first-copy'; readonly persons: number }
  /** Made, and never read back. */
  | { readonly type: 'unverified-copy' }
  /** The vault came back from a copy, and none was made since. */
  | { readonly type: 'restored-copy' }
  | { readonly type: 'old-copy'; readonly urgent: boolean; readonly days: number; readonly changes: number }
  | { readonly type: 'numbers-missing'; readonly count: number; readonly names: readonly string[] };

/** The way from a new vault to one that can be relied on, in the order in which it goes: who is registered is asked for the number at once. */
export const FIRST_STEPS = ['kit', 'person', 'number', 'copy'] as const;
export type FirstStep = (typeof FIRST_STEPS)[number];

/** What a step asks for already while it is not done. */
const STEP_OF: Readonly<Partial<Record<Todo['type'], FirstStep>>> = {
  rehearse: 'kit',
  'first-person': 'person',
  'numbers-missing': 'number',
  'first-copy': 'copy',
  'unverified-copy': 'copy',
};

export interface FirstSteps {
  readonly done: readonly FirstStep[];
  /** The first that is not done. */
  readonly now: FirstStep;
}

export interface RecordState {
  readonly entries: number;
  /** The newest verification; null: none yet; undefined: still looked for, which in a long record takes a while. */
  readonly verified: Verified | null | undefined;
}

export interface Verified {
  readonly at: number;
  readonly good: boolean;
  /** Entries that have come since, the verification's own not counted. */
  readonly since: number;
  /** Too long ago to be said of the record as it is: more than a month, or before the vault came back from a copy. */
  readonly isStale: boolean;
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
  const read = signal<ReadonlySet<Part>>(new Set());
  const answered = (part: Part): void => {
    if (!read.peek().has(part)) read.value = new Set([...read.peek(), part]);
  };

  const readPersons = async (): Promise<void> => {
    const answer = await api.listPersons({ text: '', kinds: [], states: ['not-asked'], offset: 0, limit: NAMED });
    if (answer.ok) persons.value = answer.value;
    error.value = answer.ok ? null : answer.error;
    answered('persons');
  };
  const readCopies = async (): Promise<void> => {
    const answer = await api.overviewCopies();
    if (answer.ok) copies.value = answer.value;
    answered('copies');
  };
  /** Logs stand one behind the other, newest first, each whole: whoever knows an entry's place knows how far its log reaches. */
  const verifiedBy = async (check: LogRow, newest: LogRow): Promise<Verified> => {
    let since = 0;
    let at: LogRow | undefined = newest;
    while (at !== undefined && at.logId !== check.logId) {
      since += at.seq + 1;
      const earlier = await api.listEntries({ ...EVERY_ENTRY, offset: since });
      at = earlier.ok ? earlier.value.rows[0] : undefined;
    }
    return {
      at: check.time,
      good: !check.codes.includes(auditCode('result', 'bad')),
      since: at === undefined ? since : Math.max(0, since + at.seq - check.seq),
      isStale: isVerificationOld(check.time, vault.now()) || newest.logId !== check.logId,
    };
  };
  /** The size first, which is at hand; the verifications are looked for from end to end. */
  const readRecord = async (): Promise<void> => {
    const all = await api.listEntries(EVERY_ENTRY);
    if (all.ok) record.value = { entries: all.value.total, verified: record.peek()?.verified };
    answered('record');
    const checks = await api.listEntries({ ...EVERY_ENTRY, actions: ['chain-verified'] });
    if (all.ok && checks.ok) {
      const [last, newest] = [checks.value.rows[0], all.value.rows[0]];
      record.value = { entries: all.value.total, verified: last === undefined ? null : await verifiedBy(last, newest ?? last) };
    }
    answered('verified');
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

  const daysSinceCopy = computed(() => {
    const at = copies.value?.lastVerifiedAt ?? null;
    return at === null ? null : Math.max(0, daysBetween(tokyoDateOf(at), tokyoDateOf(vault.now())));
  });
  const copyTodo = computed((): Todo | null => {
    const overview = copies.value;
    const count = persons.value?.counts.all ?? 0;
    if (overview === null || count === 0 || overview.age === 'green') return null;
    if (overview.copies.length === 0) return { type: 'first-copy', persons: count };
    if (overview.lastVerifiedAt === null)
      return overview.copies.some(({ verifiedAt }) => verifiedAt !== null) ? { type: 'restored-copy' } : { type: 'unverified-copy' };
    return { type: 'old-copy', urgent: overview.age === 'red', days: daysSinceCopy.value ?? 0, changes: overview.changesSince };
  });
  const firstSteps = computed((): FirstSteps | null => {
    const { rehearsedAt, experience } = vault.view.value;
    const counts = persons.value?.counts;
    const overview = copies.value;
    if (counts === undefined || overview === null || experience) return null;
    const isDone: Readonly<Record<FirstStep, boolean>> = {
      kit: rehearsedAt !== null,
      person: counts.all > 0,
      // A vault that came back from a copy knows of those that were read back before.
      copy: overview.copies.some(({ verifiedAt }) => verifiedAt !== null),
      // Companies alone need no number.
      number: counts.all > 0 && (counts.withNumber > 0 || counts.withoutNumber === 0),
    };
    const now = FIRST_STEPS.find((step) => !isDone[step]);
    return now === undefined ? null : { done: FIRST_STEPS.filter((step) => isDone[step]), now };
  });
  const todos = computed((): readonly Todo[] | null => {
    const page = persons.value;
    if (page === null) return null;
    const missing = page.counts.withoutNumber;
    const copy = copyTodo.value;
    // A copy that is only due waits behind the numbers; one that is missing does not.
    const isDue = copy?.type === 'old-copy' && !copy.urgent;
    const { rehearsedAt, clockDoubtful } = vault.view.value;
    const verified = record.value?.verified;
    const doubts = vault.doubts.value;
    // With the date in doubt nothing falls due.
    const isAgain = rehearsedAt !== null && !clockDoubtful && isRehearsalDue(tokyoDateOf(rehearsedAt), tokyoDateOf(vault.now()));
    const list: readonly (Todo | null)[] = [
      verified?.good === false ? { type: 'record-broken', at: verified.at } : null,
      rehearsedAt === null ? { type: 'rehearse' } : null,
      page.counts.all === 0 && doubts === 0 ? { type: 'first-person' } : null,
      isDue ? null : copy,
      doubts > 0 ? { type: 'import-doubts', count: doubts } : null,
      missing > 0 ? { type: 'numbers-missing', count: missing, names: page.rows.map(({ name }) => name) } : null,
      isDue ? copy : null,
      isAgain ? { type: 'rehearse-again' } : null,
    ];
    return list.filter((todo) => todo !== null);
  });

  const besides = computed(() => {
    const steps = firstSteps.value;
    return (
      todos.value?.filter(({ type }) => {
        const step = STEP_OF[type];
        return steps === null || step === undefined || steps.done.includes(step);
      }) ?? null
    );
  });

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
    hasCopy: computed(() => (copies.value === null ? null : copies.value.lastVerifiedAt !== null)),
    daysSinceCopy,
    refresh,
  };
};
