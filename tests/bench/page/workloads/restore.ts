import { removeFromDisk, writeToDisk } from '../copy-file.ts';
import { VALUE_NAMES } from '../limit-content.ts';
import { closeVault, eraseVault, openVault, PASSWORD } from '../subject.ts';
import { must, startLimit, startVault } from '../workers.ts';
import type { MakeWorkload } from '../workload.ts';
import { check, timed } from '../workload.ts';

/** A copy back to a store that can be used. Its KDF is among the parts; one line's ratio is without it, the other's with it. */
export const restoreWorkload: MakeWorkload = async (subject) => {
  const { content } = subject;
  const source = await openVault(subject);
  const made = must(await source.api.makeCopy());
  const file = await writeToDisk('bench-ours', made.file);
  await closeVault(source);
  const first = await startLimit(subject.database, subject.key);
  const limitFile = await writeToDisk('bench-limit', await first.limit.writeCopy());
  first.end();
  const { limit, end } = await startLimit(`${subject.database}-restored`, subject.key);
  return {
    arms: {
      ours: async () => {
        const line = await startVault();
        const sample = await timed(
          async () => must(await line.api.restoreCopy({ file, secret: { kind: 'password', password: PASSWORD }, evenIfOlder: true })),
          line,
        );
        const { storeId, counts } = sample.value;
        const listed = must(await line.api.listPersons({ text: '', kinds: [], states: [], offset: 0, limit: 1 }));
        check(storeId !== subject.storeId && listed.total === made.counts.persons && counts.entries === made.counts.entries, 'restore');
        check(listed.counts.withNumber === made.counts.numbers, 'numbers of the restored store');
        line.end();
        await eraseVault(storeId);
        return sample;
      },
      limit: async () => {
        const sample = await timed(() => limit.restore(limitFile));
        check(sample.value.hash === subject.logHash, 'limit of restore');
        check(VALUE_NAMES.every((name, at) => sample.value.lengths[at] === content[name].length), 'bytes of the limit');
        return sample;
      },
    },
    end: async () => {
      end();
      await removeFromDisk('bench-ours');
      await removeFromDisk('bench-limit');
    },
  };
};
