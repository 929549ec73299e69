import type { Samples, WorkloadName } from './page/main.ts';
import { median, medianParts, medianRatio, percentile } from './statistics.ts';

/** One line of the table. */
export interface Row {
  readonly workload: string;
  readonly unit: 'ms' | 'MB' | 'kB' | 'of 100' | 'index';
  readonly ours: number;
  /** Null: there is none, and `target` is absolute. */
  readonly limit: number | null;
  readonly ratio: number | null;
  /** Most that `ratio`, or where there is none `ours`, may be; null: told, not judged. */
  readonly target: number | null;
  /** Least that `ours` may be; null: there is none. */
  readonly least: number | null;
  readonly rounds: number;
  readonly parts: readonly (readonly [string, number])[];
}

/** Null: no target. */
export const isMissed = ({ ours, ratio, target, least }: Row): boolean | null => {
  if (least !== null) return ours < least;
  return target === null ? null : (ratio ?? ours) > target;
};

const KDF = 'KDF';

type Arm = Samples[string];

const ms = (arm: Arm | undefined): readonly number[] => (arm ?? []).map((sample) => sample.ms);
const kdfOf = (arm: Arm | undefined): readonly number[] => (arm ?? []).map(({ parts }) => parts[KDF] ?? 0);
const without = (all: readonly number[], less: readonly number[]): readonly number[] => all.map((value, at) => value - (less[at] ?? 0));

interface Judged {
  readonly workload: string;
  readonly ours: readonly number[];
  readonly limit: readonly number[];
  readonly target: number | null;
  readonly arm?: Arm | undefined;
  readonly leftOut?: string;
}

const row = ({ workload, ours, limit, target, arm, leftOut }: Judged): Row => {
  const parts = (arm ?? []).map((sample) => Object.fromEntries(Object.entries(sample.parts).filter(([name]) => name !== leftOut)));
  return {
    workload,
    unit: 'ms',
    ours: median(ours),
    limit: median(limit),
    ratio: medianRatio(ours, limit),
    target,
    least: null,
    rounds: ours.length,
    parts: parts.length === 0 ? [] : medianParts(parts, median(ours)),
  };
};

const searchRows = (samples: Samples, at: string): readonly Row[] => {
  const strokes = (arm: Arm | undefined): readonly number[] => (arm ?? []).flatMap(({ parts }) => Object.values(parts));
  const ours = strokes(samples['ours']);
  const first = ms(samples['first']);
  return [
    { workload: `keystroke, 95th percentile, in the worker${at}`, unit: 'ms', ours: percentile(ours, 0.95), limit: percentile(strokes(samples['limit']), 0.95), ratio: null, target: 1, least: null, rounds: ours.length, parts: [] },
    { workload: `first keystroke after an unlock${at}`, unit: 'ms', ours: median(first), limit: null, ratio: null, target: null, least: null, rounds: first.length, parts: [] },
  ];
};

/** `judged`: at this size the targets hold; at others the same lines are told without one. */
export const rowsOf = (name: WorkloadName, samples: Samples, at: string, judged: boolean): readonly Row[] => {
  const target = (value: number): number | null => (judged ? value : null);
  const arm = samples['ours'];
  const [ours, limit, kdf] = [ms(arm), ms(samples['limit']), kdfOf(arm)];
  const plain = (workload: string, most: number): Row => row({ workload: workload + at, ours, limit, target: target(most), arm });
  switch (name) {
    case 'unlock':
      return [
        row({ workload: `unlock to list, without KDF${at}`, ours: without(ours, kdf), limit, target: target(2), arm, leftOut: KDF }),
        row({ workload: `unlock to list, against the KDF alone${at}`, ours, limit: ms(samples['kdf']), target: target(1.2) }),
      ];
    case 'search':
      return searchRows(samples, at);
    case 'save':
      return [plain('save with its entry, strict', 3)];
    case 'import':
      return [plain('import', 4)];
    case 'copy':
      return [plain('copy: resealed, written, read back', 10)];
    case 'restore':
      return [
        row({ workload: `restore, without KDF${at}`, ours: without(ours, kdf), limit, target: target(8), arm, leftOut: KDF }),
        // The limit derives no key, so this one is no measure of the code; it is what somebody waits for.
        row({ workload: `restore, with its KDF${at}`, ours, limit, target: null, arm }),
      ];
    case 'verify':
      return [plain('verify the record', 5)];
    case 'growth':
      return [plain('unlock, an entry, newest entries: longer log against shorter', 1.2)];
  }
};
