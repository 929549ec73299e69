import type { ValueName } from './limit-content.ts';
import type { Lists, Subject } from './subject.ts';
import { fillLimit, listAll, makeLimitKey, makeSubject, openVault } from './subject.ts';
import type { MakeWorkload, Sample } from './workload.ts';
import { copyWorkload } from './workloads/copy.ts';
import { growthWorkload } from './workloads/growth.ts';
import { importWorkload } from './workloads/import.ts';
import { restoreWorkload } from './workloads/restore.ts';
import { saveWorkload } from './workloads/save.ts';
import { searchWorkload } from './workloads/search.ts';
import { unlockWorkload } from './workloads/unlock.ts';
import { verifyWorkload } from './workloads/verify.ts';

const WORKLOADS = {
  unlock: unlockWorkload,
  search: searchWorkload,
  save: saveWorkload,
  import: importWorkload,
  copy: copyWorkload,
  restore: restoreWorkload,
  verify: verifyWorkload,
  growth: async (subject) => growthWorkload(subject, subjects.at(0) ?? subject),
} as const satisfies Readonly<Record<string, MakeWorkload>>;

export type WorkloadName = keyof typeof WORKLOADS;

export type Samples = Readonly<Record<string, readonly Pick<Sample, 'ms' | 'parts'>[]>>;

interface MemoryReport {
  readonly breakdown: readonly { readonly bytes: number; readonly attribution: readonly { readonly scope: string }[] }[];
}

// The types of the platform do not have it.
const measureMemory = async (): Promise<MemoryReport> => {
  const measure: unknown = Reflect.get(performance, 'measureUserAgentSpecificMemory');
  if (typeof measure !== 'function') throw new Error('this browser does not tell its memory');
  return (await Reflect.apply(measure, performance, [])) as MemoryReport;
};

/** Measured is the one made last. */
const subjects: Subject[] = [];

const current = (): Subject => {
  const subject = subjects.at(-1);
  if (subject === undefined) throw new Error('nothing was prepared');
  return subject;
};

export interface Prepared {
  readonly persons: number;
  readonly numbers: number;
  readonly entries: number;
  /** Of the four values, plain. */
  readonly bytes: Readonly<Record<ValueName, number>>;
}

/** What the program outside calls. */
const bench = {
  prepareVault: async (lists: Lists, entries: number): Promise<Prepared> => {
    const subject = await makeSubject(lists, entries);
    subjects.push(subject);
    const { counts, content } = subject;
    const { index, persons, numbers, log } = content;
    return { ...counts, bytes: { index: index.length, persons: persons.length, numbers: numbers.length, log: log.length } };
  },
  fillLimit: () => fillLimit(current()),
  /** The limit alone, for its room on the disk: what is sealed has no content that could be told. */
  fillLimitOf: async (bytes: Prepared['bytes']): Promise<void> => {
    const { index, persons, numbers, log } = bytes;
    const content = { index: new Uint8Array(index), persons: new Uint8Array(persons), numbers: new Uint8Array(numbers), log: new Uint8Array(log) };
    await fillLimit({ database: 'bench-limit', key: await makeLimitKey(), content });
  },
  /** Opens every database of this origin once, so that the engine tidies up what it wrote. */
  openDatabases: async (): Promise<number> => {
    const all = await indexedDB.databases();
    for (const { name } of all) {
      await new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open(name ?? '');
        opening.addEventListener('success', () => {
          opening.result.close();
          resolve();
        });
        opening.addEventListener('error', () => reject(opening.error ?? new Error('a database did not open')));
      });
    }
    return all.length;
  },
  /** The arms of a workload, one after the other in each round, and the other way round in every second. The first round is dropped. */
  run: async (name: WorkloadName, rounds: number, only?: string): Promise<Samples> => {
    const { arms, end } = await WORKLOADS[name](current());
    const samples: Record<string, Pick<Sample, 'ms' | 'parts'>[]> = {};
    for (let round = 0; round <= rounds; round += 1) {
      const order = Object.entries(arms).filter(([arm]) => only === undefined || arm === only);
      if (round % 2 === 1) order.reverse();
      for (const [arm, run] of order) {
        const { ms, parts } = await run();
        if (round > 0) (samples[arm] ??= []).push({ ms, parts });
      }
    }
    await end();
    return samples;
  },
  /** Bytes the browser counts for the page and for the worker of a vault whose list was read; what is garbage is collected before. */
  memory: async (): Promise<{ readonly page: number; readonly worker: number }> => {
    const line = await openVault(current());
    const rows = await listAll(line);
    if (rows.length !== current().counts.persons) throw new Error('the list was not read');
    const { breakdown } = await measureMemory();
    const bytesOf = (scope: string): number =>
      breakdown.filter(({ attribution }) => attribution.some((one) => one.scope === scope)).reduce((sum, { bytes }) => sum + bytes, 0);
    return { page: bytesOf('Window'), worker: bytesOf('DedicatedWorkerGlobalScope') };
  },
};

export type Bench = typeof bench;

Reflect.set(globalThis, 'bench', bench);
document.body.textContent = 'ready';
