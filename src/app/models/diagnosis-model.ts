import { batch, computed, signal } from '@preact/signals';
import type { ReadonlySignal } from '@preact/signals';
import type { Incident } from '../../core/contract/diagnosis-api.ts';
import type { VaultResult } from '../../core/contract/errors.ts';
import type { CardId, CheckCounts, CheckId, Finding } from '../../core/domain/diagnosis/checks.ts';
import { byUrgency, CARDS, countOf, unanswered } from '../../core/domain/diagnosis/checks.ts';

/** Every check; one that cannot be made throws or rejects. */
export type Checks = Readonly<Record<CheckId, () => Promise<Finding> | Finding>>;

export interface CheckRow {
  readonly check: CheckId;
  /** Null before the first answer. */
  readonly finding: Finding | null;
  /** It is being looked at, for the first time or again. */
  readonly isBusy: boolean;
}

export interface CheckCard {
  readonly id: CardId;
  readonly rows: readonly CheckRow[];
}

export interface DiagnosisModel {
  /** Problems first, from the moment every check has answered; a row that is looked at again stays where it is. */
  readonly cards: ReadonlySignal<readonly CheckCard[]>;
  readonly done: ReadonlySignal<number>;
  readonly total: number;
  /** Null until every check has answered, or been given up, once. */
  readonly counts: ReadonlySignal<CheckCounts | null>;
  /** What is not as it should be, the worst first. */
  readonly problems: ReadonlySignal<readonly Finding[]>;
  readonly incidents: ReadonlySignal<readonly Incident[]>;
  /** UTC ms of the newest answer. */
  readonly madeAt: ReadonlySignal<number>;
  readonly run: () => Promise<void>;
  readonly again: (check: CheckId) => Promise<void>;
}

/** Of one check: longer than Argon2id takes on a slow tablet, with the others of the worker before it. */
export const CHECK_PATIENCE_MS = 20_000;

export const createDiagnosisModel = (deps: {
  readonly checks: Checks;
  /** Which cards there are: the vault's only while one is open. */
  readonly cards: readonly CardId[];
  readonly listIncidents: () => VaultResult<readonly Incident[]>;
  readonly now: () => number;
  readonly wait: (ms: number) => Promise<void>;
}): DiagnosisModel => {
  const ids: readonly CheckId[] = deps.cards.flatMap((card): readonly CheckId[] => CARDS[card]);
  const findings = signal<ReadonlyMap<CheckId, Finding>>(new Map());
  const busy = signal<ReadonlySet<CheckId>>(new Set(ids));
  const order = signal<readonly CheckId[]>(ids);
  const incidents = signal<readonly Incident[]>([]);
  const madeAt = signal(deps.now());
  const isThrough = signal(false);

  /** An answer that comes after the check was given up, or made again, is of no use. */
  const turns = new Map<CheckId, number>();
  const again = async (check: CheckId): Promise<void> => {
    const turn = (turns.get(check) ?? 0) + 1;
    turns.set(check, turn);
    busy.value = new Set([...busy.peek(), check]);
    const made = async (): Promise<Finding> => deps.checks[check]();
    const givenUp = deps.wait(CHECK_PATIENCE_MS).then(() => unanswered(check));
    const finding = await Promise.race([made().catch(() => unanswered(check)), givenUp]);
    if (turns.get(check) !== turn) return;
    batch(() => {
      findings.value = new Map([...findings.peek(), [check, finding]]);
      busy.value = new Set([...busy.peek()].filter((other) => other !== check));
      madeAt.value = deps.now();
    });
  };

  const known = computed(() => ids.flatMap((id) => findings.value.get(id) ?? []));

  return {
    cards: computed(() =>
      deps.cards.map((id) => {
        const own: readonly CheckId[] = CARDS[id];
        const rowOf = (check: CheckId): CheckRow => ({ check, finding: findings.value.get(check) ?? null, isBusy: busy.value.has(check) });
        return { id, rows: order.value.filter((check) => own.includes(check)).map(rowOf) };
      }),
    ),
    done: computed(() => ids.length - busy.value.size),
    total: ids.length,
    counts: computed(() => (isThrough.value ? countOf(known.value) : null)),
    problems: computed(() => known.value.filter(({ state }) => state !== 'good' && state !== 'note').toSorted(byUrgency)),
    incidents,
    madeAt,
    again,
    run: async () => {
      await Promise.all(ids.map(again));
      const answer = await deps.listIncidents();
      batch(() => {
        if (answer.ok) incidents.value = answer.value;
        order.value = known.value.toSorted(byUrgency).map(({ check }) => check);
        isThrough.value = true;
      });
    },
  };
};
