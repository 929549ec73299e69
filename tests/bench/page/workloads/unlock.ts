import { closeVault, unlock } from '../subject.ts';
import { startLimit, startVault, must } from '../workers.ts';
import type { MakeWorkload } from '../workload.ts';
import { check, timed } from '../workload.ts';

/** Rows of the first window of the list. */
const WINDOW = 100;

/** From the password to the first rows of the list; workers have started before, as they have while somebody types. */
export const unlockWorkload: MakeWorkload = async (subject) => {
  const { counts, database, key } = subject;
  return Promise.resolve({
    arms: {
      ours: async () => {
        const line = await startVault();
        const sample = await timed(async () => {
          await unlock(line, subject);
          return must(await line.api.listPersons({ text: '', kinds: [], states: [], offset: 0, limit: WINDOW }));
        }, line);
        const { total, rows } = sample.value;
        check(total === counts.persons && rows.length === Math.min(WINDOW, total) && rows.every(({ name }) => name !== ''), 'unlock');
        await closeVault(line);
        return sample;
      },
      limit: async () => {
        const { limit, end } = await startLimit(database, key);
        const sample = await timed(() => limit.list(WINDOW));
        check(sample.value.total === counts.persons && sample.value.rows.length === Math.min(WINDOW, counts.persons), 'limit of unlock');
        end();
        return sample;
      },
      kdf: async () => {
        const line = await startVault();
        const ms = await line.bench.deriveOnce();
        line.end();
        return { ms, parts: {} };
      },
    },
    end: async () => Promise.resolve(),
  });
};
