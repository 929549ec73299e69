import type { Asker, FaultKind } from './asker.ts';
import { createAsker, FAULT_KINDS } from './asker.ts';
import type { BenchOptions, FaultBench } from './bench.ts';
import { createBench } from './bench.ts';
import { runCase } from './run-case.ts';
import { toldNameOf } from './told-names.ts';
import type { UseCase } from './use-cases.ts';
import { USE_CASES } from './use-cases.ts';

interface Ground extends BenchOptions {
  readonly name: string;
  /** All when left out. */
  readonly useCases?: readonly string[];
}

/** Where the use cases run: each ground has call sites that the others have not. */
const GROUNDS: readonly Ground[] = [
  { name: 'OPFS', folders: 'opfs', realSlots: false },
  { name: 'no OPFS', folders: 'database', realSlots: false, useCases: ['look at the device', 'make a vault', 'unlock', 'register', 'change the password', 'remove a person', 'erase'] },
  { name: 'real KDF', folders: 'opfs', realSlots: true, useCases: ['unlock', 'come in by the code'] },
];

/** Sites at which a disk can forget what it said it had. A single request of a transaction is not one of them. */
const FORGETS = /: (?:access\.(?:write|truncate|flush)|folder\.(?:write|remove)|folders\.remove|files\.(?:put|delete)|on\.dexie\.transaction)/;

const isOf = (kind: FaultKind, site: string): boolean => {
  if (kind === 'lost') return FORGETS.test(site);
  return kind !== 'told' || toldNameOf(site) !== null;
};

const kindsOf = (site: string): readonly FaultKind[] => FAULT_KINDS.filter((kind) => isOf(kind, site));

export interface FaultReport {
  /** By site: kinds of faults that were made there. */
  readonly made: Readonly<Record<string, readonly FaultKind[]>>;
  readonly runs: number;
  readonly problems: readonly string[];
}

interface Planned {
  readonly ground: Ground;
  readonly bench: FaultBench;
  readonly useCase: UseCase;
  readonly site: string;
  readonly nth: number;
  readonly kinds: readonly FaultKind[];
}

type Found = Omit<Planned, 'nth' | 'kinds'> & { readonly calls: number };

/**
 * Which calls of which use cases are made to fail: for each site, the first and the last call of as many use cases as asked for. What
 * makes a store is there each time when a disk forgets: only then may a store be acknowledged that was never kept.
 */
const choose = (found: readonly Found[], most: number): readonly Planned[] => {
  return [...new Set(found.map(({ site }) => site))].flatMap((site) => {
    const places = found.filter((place) => place.site === site);
    // Those that call it most often come first: they have the most states to be hit in.
    const sorted = places.toSorted((a, b) => b.calls - a.calls);
    const makers = sorted.slice(most).filter(({ useCase }) => useCase.makes !== undefined && FORGETS.test(site));
    return [
      ...sorted.slice(0, most).flatMap((place) => callsOf(place, kindsOf(site))),
      ...makers.flatMap((place) => callsOf(place, ['lost'])),
    ];
  });
};

const callsOf = ({ calls, ...place }: Found, kinds: readonly FaultKind[]): readonly Planned[] =>
  [...new Set([1, calls])].map((nth) => ({ ...place, nth, kinds }));

const dryRuns = async (asker: Asker, problems: string[]) => {
  const found: Found[] = [];
  for (const ground of GROUNDS) {
    const bench = await createBench(ground);
    for (const useCase of USE_CASES.filter(({ name }) => ground.useCases?.includes(name) ?? true)) {
      const { calls, problems: wrong } = await runCase(asker, bench, useCase, null);
      problems.push(...wrong.map((problem) => `${ground.name}, ${useCase.name}: ${problem}`));
      for (const [site, count] of calls) found.push({ ground, bench, useCase, site, calls: count });
    }
  }
  return found;
};

/** `most`: use cases in which each site fails. Every kind of fault at each of them. */
export const runFaults = async (most: number): Promise<FaultReport> => {
  const asker = createAsker();
  const problems: string[] = [];
  const found = await dryRuns(asker, problems);
  const made = new Map<string, Set<FaultKind>>();
  let runs = 0;
  for (const { ground, bench, useCase, site, nth, kinds } of choose(found, most)) {
    for (const kind of kinds) {
      const where = `${ground.name}, ${useCase.name}, ${site} call ${nth} ${kind}`;
      try {
        const outcome = await runCase(asker, bench, useCase, { site, nth, kind });
        runs += 1;
        problems.push(...outcome.problems.map((problem) => `${where}: ${problem}`));
        if (outcome.fired) made.set(site, (made.get(site) ?? new Set()).add(kind));
      } catch (error) {
        asker.disarm();
        problems.push(`${where}: ${error instanceof Error ? (error.stack ?? error.message).split('\n').slice(0, 3).join(' | ') : String(error)}`);
      }
    }
  }
  return { made: Object.fromEntries([...made].map(([site, kinds]) => [site, [...kinds]])), runs, problems };
};

export const expectedKinds = kindsOf;
