import { removeFromDisk, writeToDisk } from '../copy-file.ts';
import { VALUE_NAMES } from '../limit-content.ts';
import { closeVault, openVault } from '../subject.ts';
import { must, startLimit } from '../workers.ts';
import type { MakeWorkload } from '../workload.ts';
import { check, timed } from '../workload.ts';

/** A copy: resealed, written to the disk, read back from there and checked. */
export const copyWorkload: MakeWorkload = async (subject) => {
  const { counts, content } = subject;
  const line = await openVault(subject);
  const { limit, end } = await startLimit(subject.database, subject.key);
  return {
    arms: {
      ours: async () => {
        const sample = await timed(async () => {
          const made = must(await line.api.makeCopy());
          const file = await writeToDisk('bench-ours', made.file);
          return { made, file, row: must(await line.api.verifyCopy({ copyId: made.copyId, file })) };
        }, line);
        const { made, file, row } = sample.value;
        check(row.verifiedAt !== null && row.bytes === file.size && file.size > content.persons.length, 'copy');
        check(made.counts.persons === counts.persons && made.counts.numbers === counts.numbers && made.counts.entries >= counts.entries, 'counts of the copy');
        return sample;
      },
      limit: async () => {
        const sample = await timed(async () => {
          const file = await writeToDisk('bench-limit', await limit.writeCopy());
          return limit.readBack(file);
        });
        check(sample.value.hash === subject.logHash, 'limit of copy');
        check(VALUE_NAMES.every((name, at) => sample.value.lengths[at] === content[name].length), 'bytes of the limit');
        return sample;
      },
    },
    end: async () => {
      await closeVault(line);
      end();
      await removeFromDisk('bench-ours');
      await removeFromDisk('bench-limit');
    },
  };
};
