import type { PersonRow } from '../../../../src/core/contract/person-api.ts';
import { foldForSearch } from '../../../../src/core/domain/text/fold.ts';
import { closeVault, listAll, openVault } from '../subject.ts';
import { must, startLimit } from '../workers.ts';
import type { MakeWorkload, Sample } from '../workload.ts';
import { check, shuffled } from '../workload.ts';

/** People who are looked for in one round, each by reading, name or code, letter after letter. */
const LOOKED_FOR = 12;
const LETTERS = 6;
/** Rows of the window that is asked for. */
const WINDOW = 100;

const typed = ({ name, kana, code }: PersonRow, which: number): readonly string[] => {
  const text = [kana, name, code].filter((one) => one !== '')[which % 3] ?? name;
  // Signs, not halves of them: nobody types those.
  const signs = [...text].slice(0, LETTERS);
  return signs.map((_, at) => signs.slice(0, at + 1).join('')).filter((one) => foldForSearch(one) !== '');
};

const sampleOf = (all: readonly { readonly ms: number }[]): Sample => ({
  ms: Math.max(...all.map(({ ms }) => ms)),
  parts: Object.fromEntries(all.map(({ ms }, at) => [String(at), ms])),
});

/** What people do between unlocking and typing; the vault folds names meanwhile. */
const PAUSE_MS = 300;

const pause = (ms: number): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, ms);
  });

/** A keystroke in the search, timed in the worker after an unlock. Every keystroke of a round is in `parts`; `first` comes without any pause. */
export const searchWorkload: MakeWorkload = async (subject) => {
  const once = await openVault(subject);
  const people = await listAll(once);
  await closeVault(once);
  const texts = people.map((row) => [row.name, row.kana, row.code].map(foldForSearch));
  const { limit, end } = await startLimit(subject.database, subject.key);
  await limit.searchIn(`${texts.map((fields) => fields.join('\t')).join('\n')}\n`);
  const order = shuffled(people);
  const rounds = Math.max(1, Math.floor(people.length / LOOKED_FOR));
  let round = 0;
  const needles = (): readonly string[] => order.slice(round * LOOKED_FOR, (round + 1) * LOOKED_FOR).flatMap(typed);
  const expected = (text: string): number => {
    const needle = foldForSearch(text);
    return texts.filter((fields) => fields.some((field) => field.includes(needle))).length;
  };
  const search = async (asked: readonly string[], before: number): Promise<Sample> => {
    const line = await openVault(subject);
    must(await line.api.listPersons({ text: '', kinds: [], states: [], offset: 0, limit: WINDOW }));
    await pause(before);
    const answers = await line.bench.search(asked);
    check(asked.length > 0 && answers.every(({ total }, at) => total > 0 && total === expected(asked[at] ?? '')), 'search');
    await closeVault(line);
    return sampleOf(answers);
  };

  return {
    arms: {
      ours: async () => {
        round = (round + 1) % rounds;
        return search(needles(), PAUSE_MS);
      },
      limit: async () => {
        const asked = needles().map(foldForSearch);
        const answers = await limit.search(asked);
        check(answers.every(({ total }, at) => total === expected(asked[at] ?? '')), 'limit of search');
        return sampleOf(answers);
      },
      first: () => search(needles().slice(0, 1), 0),
    },
    end: async () => Promise.resolve(end()),
  };
};
