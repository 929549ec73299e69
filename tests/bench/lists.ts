import { parseCivilDate } from '../../src/core/domain/date/civil-date.ts';
import type { CivilDate } from '../../src/core/domain/date/civil-date.ts';
import { sampleLists } from '../support/sample/sample-lists.ts';
import { samplePeople } from '../support/sample/sample-people.ts';
import type { Lists } from './page/subject.ts';

const day = (text: string): CivilDate => {
  const parsed = parseCivilDate(text);
  if (!parsed.ok) throw new Error(text);
  return parsed.value;
};

/** More than are wanted are drawn, for some of a sample do not come by a list. */
const SPARE = 20;

/** The lists of a business of so many people, as a payroll program gives them away. The same each time. */
export const makeLists = async (people: number): Promise<Lists> => {
  const drawn = samplePeople({ count: people + SPARE, seed: `bench ${people}`, start: day('2024-11-20'), until: day('2026-11-20') });
  const surplus = drawn.filter(({ arrives }) => arrives === 'list').length - people;
  // Payees come last, and nobody hangs on one.
  const left = surplus > 0 ? drawn.map((person, at) => (at >= drawn.length - surplus ? { ...person, arrives: 'later' as const } : person)) : drawn;
  return Promise.all(sampleLists(left).map(async (file) => ({ name: file.name, text: await file.text() })));
};
