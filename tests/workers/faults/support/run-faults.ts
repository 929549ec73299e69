import { vaultArguments } from '../../../../workers/vault/service/border/vault-arguments.ts';
import type { Asker, FaultKind } from './asker.ts';
import { createAsker, FAULT_KINDS } from './asker.ts';
import type { BenchOptions, FaultBench } from './bench.ts';
import { createBench } from './bench.ts';
import { runCase } from './run-case.ts';
import { toldNameOf } from './told-names.ts';
import type { UseCase } from './use-case.ts';
import { USE_CASES } from './use-cases.ts';

interface Ground extends BenchOptions {
  readonly name: string;
  /** All when left out. */
  readonly useCases?: readonly string[];
}

/** Where the use cases run: each ground has call sites that the others have not. */
const GROUNDS: readonly Ground[] = [
  { name: 'OPFS', folders: 'opfs', realSlots: false },
  { name: 'no OPFS', folders: 'database', realSlots: false, useCases: ['look at the device', 'try the parts', 'make a vault', 'unlock', 'register', 'change the password', 'remove a person', 'erase'] },
  { name: 'real KDF', folders: 'opfs', realSlots: true, useCases: ['unlock', 'come in by the code'] },
];

/** Sites at which a disk can forget what it said it had. A single request of a transaction is not one of them. */
const FORGETS = /: (?:access\.(?:write|truncate|flush)|folder\.(?:write|remove)|folders\.remove|files\.(?:put|delete)|on\.dexie\.transaction)/;

const isOf = (kind: FaultKind, site: string): boolean => {
  if (kind === 'short') return site.endsWith('arrayBuffer');
  if (kind === 'lost') return FORGETS.test(site);
  return kind !== 'told' || toldNameOf(site) !== null;
};

const kindsOf = (site: string): readonly FaultKind[] => FAULT_KINDS.filter((kind) => isOf(kind, site));

/** Where a commit is stored whole, or is not. */
const COMMITS = /#writeOnce: on\.dexie\.transaction/;
/** What tells an answer that came before its commit from one that came behind it. */
const OF_COMMITS: readonly FaultKind[] = ['reported', 'lost', 'killed'];

/**
 * storage: each place there fails in every way, in as many use cases as asked for; keys: so does each other place, of cryptography and of
 * files somebody gives. commits: the last commit of each use case. Shares of one table, so that they can run side by side.
 */
export interface FaultShare {
  readonly of: 'storage' | 'keys' | 'commits';
  readonly most: number;
}

export interface FaultReport {
  /** By site: kinds of faults that were made there. */
  readonly made: Readonly<Record<string, readonly FaultKind[]>>;
  readonly runs: number;
  /** Methods of the vault that use cases called, and all that there are. */
  readonly called: readonly string[];
  readonly methods: readonly string[];
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
const choosePlaces = (found: readonly Found[], most: number): readonly Planned[] => {
  return [...new Set(found.map(({ site }) => site))].flatMap((site) => {
    const places = found.filter((place) => place.site === site);
    // Those that call it most often come first: they have the most states to be hit in.
    const cheap = places.filter((place) => !isDear(place));
    const sorted = (cheap.length > 0 ? cheap : places).toSorted((a, b) => b.calls - a.calls);
    const makers = sorted.slice(most).filter(({ useCase }) => useCase.makes !== undefined && FORGETS.test(site));
    return [
      ...sorted.slice(0, most).flatMap((place) => callsOf(place, kindsOf(site))),
      ...makers.flatMap((place) => callsOf(place, ['lost'])),
    ];
  });
};

/** Of each use case that promises something the last commit is lost, said to have failed, and cut off. */
const chooseCommits = (found: readonly Found[]): readonly Planned[] =>
  found
    .filter(({ ground, useCase, site }) => ground === GROUNDS[0] && (useCase.isDone !== null || useCase.makes !== undefined) && COMMITS.test(site))
    .map(({ calls, ...place }) => ({ ...place, nth: calls, kinds: OF_COMMITS }));

/** The code comes by the derivation of keys more often than the password does, and by few places that it does not. */
const isDear = ({ ground, useCase }: Found): boolean => useCase.dear === true || (ground.realSlots && useCase.name !== 'unlock');

const callsOf = ({ calls, ...place }: Found, kinds: readonly FaultKind[]): readonly Planned[] =>
  [...new Set([1, calls])].map((nth) => ({ ...place, nth, kinds }));

const dryRuns = async (asker: Asker, problems: string[], called: Set<string>) => {
  const found: Found[] = [];
  for (const ground of GROUNDS) {
    const bench = await createBench(ground);
    for (const useCase of USE_CASES.filter(({ name }) => ground.useCases?.includes(name) ?? true)) {
      const { calls, methods, problems: wrong } = await runCase(asker, bench, useCase, null);
      problems.push(...wrong.map((problem) => `${ground.name}, ${useCase.name}: ${problem}`));
      for (const method of methods) called.add(method);
      for (const [site, count] of calls) found.push({ ground, bench, useCase, site, calls: count });
    }
  }
  return found;
};

export const runFaults = async ({ of, most }: FaultShare): Promise<FaultReport> => {
  const asker = createAsker();
  const problems: string[] = [];
  const called = new Set<string>();
  const found = await dryRuns(asker, problems, called);
  const made = new Map<string, Set<FaultKind>>();
  let runs = 0;
  for (const { ground, bench, useCase, site, nth, kinds } of of === 'commits' ? chooseCommits(found) : choosePlaces(found.filter((place) => isOfShare(of, place.site)), most)) {
    for (const kind of kinds) {
      const where = `${ground.name}, ${useCase.name}, ${site} call ${nth} ${kind}`;
      try {
        const outcome = await runCase(asker, bench, useCase, { site, nth, kind });
        runs += 1;
        if (runs % 500 === 0) process.stdout.write(`${runs} runs, ${problems.length} problems\n`);
        problems.push(...outcome.problems.map((problem) => `${where}: ${problem}`));
        if (outcome.fired) made.set(site, (made.get(site) ?? new Set()).add(kind));
      } catch (error) {
        asker.disarm();
        problems.push(`${where}: ${error instanceof Error ? (error.stack ?? error.message).split('\n').slice(0, 3).join(' | ') : String(error)}`);
      }
    }
  }
  return { made: Object.fromEntries([...made].map(([site, kinds]) => [site, [...kinds]])), runs, called: [...called].toSorted(), methods: Object.keys(vaultArguments).toSorted(), problems };
};

/** Whether a place fails in this share. */
export const isOfShare = (of: FaultShare['of'], site: string): boolean => site.startsWith('storage/') === (of === 'storage');

export const expectedKinds = kindsOf;
