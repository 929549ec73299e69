import { closeVault, listAll, openVault } from '../subject.ts';
import { must, startLimit } from '../workers.ts';
import type { MakeWorkload } from '../workload.ts';
import { check, shuffled, timed } from '../workload.ts';

/** A page of 16 persons and a page of 16 entries, about: what must be written when a person changes and an entry says so. */
const PERSON_PAGE = 8 * 1024;
const TAIL_PAGE = 4 * 1024;

/** A change of one person, with its entry, until it is on the disk. */
export const saveWorkload: MakeWorkload = async (subject) => {
  const line = await openVault(subject);
  const people = shuffled(await listAll(line));
  const { limit, end } = await startLimit(subject.database, subject.key);
  await limit.openForPuts();
  let at = 0;
  return {
    arms: {
      ours: async () => {
        at += 1;
        const id = people[at % people.length]?.id;
        if (id === undefined) throw new Error('nobody to change');
        const { rev, fields } = must(await line.api.viewPerson(id));
        const before = must(await line.api.viewCheckpoint()).size;
        const address = `${fields.address.split('＃')[0] ?? ''}＃${at}`;
        const sample = await timed(async () => must(await line.api.changePerson({ id, rev, fields: { ...fields, address } })), line);
        const after = must(await line.api.viewPerson(id));
        check(after.fields.address === address && must(await line.api.viewCheckpoint()).size === before + 1, 'save');
        return sample;
      },
      limit: async () => timed(() => limit.put(PERSON_PAGE, TAIL_PAGE)),
    },
    end: async () => {
      await closeVault(line);
      end();
    },
  };
};
