import type { Subject } from '../subject.ts';
import { closeVault, unlock } from '../subject.ts';
import { must, startVault } from '../workers.ts';
import type { Sample, Workload } from '../workload.ts';
import { check, timed } from '../workload.ts';

const NEWEST = 50;

/**
 * What is verified at each unlock and at each entry, and not again from the beginning: head, tree and last pages at unlock, then an entry
 * on top of them. The same on a log that is many times longer must take as long; the shorter one stands in the place of the limit.
 */
export const growthWorkload = async (longer: Subject, shorter: Subject): Promise<Workload> => {
  const on = (subject: Subject) => async (): Promise<Sample> => {
    const line = await startVault();
    const sample = await timed(async () => {
      await unlock(line, subject);
      const before = must(await line.api.viewCheckpoint()).size;
      must(await line.api.recordVerification({ size: before, good: true }));
      const query = { from: null, to: null, personId: null, memberId: null, actions: [], offset: 0, limit: NEWEST };
      return { before, page: must(await line.api.listEntries(query)) };
    }, line);
    const { before, page } = sample.value;
    check(before > subject.counts.entries && page.total === before + 1 && page.rows.length === NEWEST, 'entry on a long log');
    await closeVault(line);
    const kdf = sample.parts['KDF'] ?? 0;
    return { ms: sample.ms - kdf, parts: sample.parts };
  };
  return Promise.resolve({ arms: { ours: on(longer), limit: on(shorter) }, end: async () => Promise.resolve() });
};
