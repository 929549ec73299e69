import { createVault, eraseVault, filesOf, importLists } from '../subject.ts';
import { must, startLimit, startVault } from '../workers.ts';
import type { MakeWorkload } from '../workload.ts';
import { check, timed } from '../workload.ts';

/** Lists of everybody into an empty vault: read, judged and previewed, then stored. The user's look at the preview takes no time here. */
export const importWorkload: MakeWorkload = async (subject) => {
  const { counts, content } = subject;
  const files = filesOf(subject.lists);
  const { limit, end } = await startLimit(`${subject.database}-import`, subject.key);
  await limit.hold(content);
  return {
    arms: {
      ours: async () => {
        const line = await startVault();
        const { storeId } = await createVault(line);
        const sample = await timed(() => importLists(line, files), line);
        const { registered, numbers } = sample.value.outcome;
        const listed = must(await line.api.listPersons({ text: '', kinds: [], states: [], offset: 0, limit: 1 }));
        check(registered === counts.persons && numbers === counts.numbers && listed.total === registered, 'import');
        check(listed.counts.withNumber === numbers, 'numbers of the import');
        line.end();
        await eraseVault(storeId);
        return sample;
      },
      limit: async () => {
        const sample = await timed(() => limit.importLists(files));
        check(sample.value.hash === subject.logHash && sample.value.lengths[1] === content.persons.length, 'limit of import');
        return sample;
      },
    },
    end: async () => Promise.resolve(end()),
  };
};
