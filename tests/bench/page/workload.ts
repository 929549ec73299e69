import type { Parts } from './measured.ts';
import type { Subject } from './subject.ts';
import type { VaultLine } from './workers.ts';

/** One measured call. */
export interface Sample {
  readonly ms: number;
  /** Of `ms`, where the vault's worker spent it; what is missing is between the parts, or on the way to the page. */
  readonly parts: Parts;
}

/** What is done once in each round, side by side. `ours` and `limit` are always among them; an arm throws when its work was not done. */
export type Arms = Readonly<Record<string, () => Promise<Sample>>>;

export interface Workload {
  readonly arms: Arms;
  /** After the last round. */
  readonly end: () => Promise<void>;
}

/** Prepares what is not measured. */
export type MakeWorkload = (subject: Subject) => Promise<Workload>;

export const check = (good: boolean, what: string): void => {
  if (!good) throw new Error(`the work was not done: ${what}`);
};

/** Times a call on the page, and asks the vault's worker for its parts where there is one. */
export const timed = async <T>(run: () => Promise<T>, line?: VaultLine): Promise<Sample & { readonly value: T }> => {
  await line?.bench.takeParts();
  const from = performance.now();
  const value = await run();
  const ms = performance.now() - from;
  return { ms, parts: (await line?.bench.takeParts()) ?? {}, value };
};

/** A Fisher–Yates that is the same in every run. */
export const shuffled = <T>(all: readonly T[], seed = 1): readonly T[] => {
  const mixed = [...all];
  let state = seed;
  for (let at = mixed.length - 1; at > 0; at -= 1) {
    state = (state * 48_271) % 2_147_483_647;
    const other = state % (at + 1);
    const [a, b] = [mixed[at], mixed[other]];
    if (a !== undefined && b !== undefined) [mixed[at], mixed[other]] = [b, a];
  }
  return mixed;
};
