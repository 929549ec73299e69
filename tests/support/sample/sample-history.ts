import type { CivilDate } from '../../../src/core/domain/date/civil-date.ts';
import { addDays } from '../../../src/core/domain/date/civil-date.ts';
import type { KitContent } from '../../../src/core/contract/session-api.ts';
import { parseWrittenDate } from '../../../src/core/domain/date/written-date.ts';
import { encodeBase64url } from '../../../src/core/formats/base64url.ts';
import { ID_BYTES } from '../../../src/core/formats/consts.ts';
import type { PersonId } from '../../../src/core/domain/ids.ts';
import type { PersonFields } from '../../../src/core/domain/person/person.ts';
import { loadIndependentVerifier } from '../independent-verifier.ts';
import { createSeededFill, must } from './sample-device.ts';
import { createNames } from './sample-names.ts';
import { sampleLists } from './sample-lists.ts';
import { createNumbers, westernDate } from './sample-people.ts';
import type { Scribe } from './sample-scribe.ts';
import { MISTAKEN, RELATIONS } from './words.data.ts';

/** Between two visits a small business lets weeks pass. */
export const VISITS = 8;
/** On these the password is changed, and mistyped. */
export const PASSWORD_VISIT = 4;
export const MISTYPED_VISIT = 5;
const DAYS = 600;

export interface Timeline {
  readonly start: CivilDate;
  readonly until: CivilDate;
  /** Of the visits after the first days; the last one is on `until`. */
  readonly visits: readonly CivilDate[];
}

export const timelineOf = (until: CivilDate): Timeline => {
  const start = addDays(until, -DAYS);
  return { start, until, visits: Array.from({ length: VISITS }, (_, at) => addDays(start, Math.round(((at + 1) * DAYS) / VISITS))) };
};

/** A copy that counts: made, saved, read back. */
export const makeCopy = async ({ device: { api }, wait }: Scribe) => {
  wait(60);
  const copy = must(await api.makeCopy());
  wait(60);
  must(await api.verifyCopy({ copyId: copy.copyId, file: copy.file }));
  return copy;
};

/** First day: three groups of the code asked back, the owner with family by hand, a slip taken out again, the first copy. */
export const firstDay = async (scribe: Scribe, kit: KitContent, seed: string): Promise<void> => {
  const { device: { api }, people, wait } = scribe;
  wait(300);
  const groups = kit.recoveryCode.split('-');
  const asked = must(await api.startRehearsal());
  must(await api.confirmRehearsal(asked.map((group) => ({ group, text: groups[group] ?? '' }))));
  for (const [at, { arrives, number }] of people.entries()) {
    if (arrives !== 'hand') continue;
    await scribe.register(at);
    if (number !== null) await scribe.enterNumber(at, number);
  }
  const bytes = new Uint8Array(ID_BYTES);
  createSeededFill(`${seed} mistaken`)(bytes);
  const mistaken = encodeBase64url(bytes) as PersonId;
  const { fields } = must(await api.viewPerson(scribe.idOf(0)));
  wait(60);
  must(await api.registerPerson({ id: mistaken, fields: { ...fields, kind: 'payee', ...MISTAKEN, birthDate: null, purposes: [] } }));
  wait(30);
  must(await api.cancelPersons([mistaken]));
  await makeCopy(scribe);
};

/** The lists of the payroll program, in one commit. Whoever is in doubt would be left out: in a sample nobody may be. */
export const importLists = async ({ device: { api }, people, wait, learnIds }: Scribe): Promise<void> => {
  const files = sampleLists(people);
  if (files.length === 0) return;
  wait(600);
  const { importId, rows } = must(await api.readImport(files));
  const doubt = rows.find(({ doubts }) => doubts.length > 0);
  wait(120);
  const { registered, leftOut } = must(await api.commitImport(importId));
  const listed = people.filter(({ arrives }) => arrives === 'list').length;
  if (registered !== listed || leftOut > 0) throw new Error(`${registered} of ${listed} came in with the lists; in doubt is ${JSON.stringify(doubt)}`);
  wait(300);
  must(await api.confirmSourceDestroyed(importId));
  learnIds();
};

const arrivals = async (scribe: Scribe, since: CivilDate, day: CivilDate): Promise<void> => {
  for (const [at, { arrives, from, number }] of scribe.people.entries()) {
    if (arrives !== 'later' || from === null || from <= since || from > day) continue;
    await scribe.register(at);
    if (number !== null) await scribe.enterNumber(at, number);
  }
};

const change = async ({ device: { api }, idOf, wait }: Scribe, at: number, next: Partial<PersonFields>): Promise<void> => {
  const { id, rev, fields } = must(await api.viewPerson(idOf(at)));
  wait(120);
  must(await api.changePerson({ id, rev, fields: { ...fields, ...next } }));
};

const pickPeople = ({ people, ids, random }: Scribe, most: number, fits: (at: number) => boolean): readonly number[] => {
  const fitting = [...people.keys()].filter((at) => ids.has(at) && fits(at));
  return Array.from({ length: Math.min(most, fitting.length) }, () => fitting.splice(random.below(fitting.length), 1)[0] ?? 0);
};

/** Somebody asks what is kept of him, a typing is compared with the paper: right, and once in a while wrong. */
const looks = async (scribe: Scribe): Promise<void> => {
  const { device: { api }, idOf, numbers, wait, random } = scribe;
  for (const at of pickPeople(scribe, 3, (one) => numbers.has(one))) {
    wait(70);
    const { digits } = must(await api.revealNumber({ personId: idOf(at), reason: random.pick(['inquiry', 'input-check'] as const) }));
    if (digits !== numbers.get(at)) throw new Error('another number was shown');
  }
  for (const at of pickPeople(scribe, 2, (one) => numbers.has(one))) {
    wait(50);
    const other = random.chance(0.3) ? [...numbers.keys()][0] : at;
    const { matches } = must(await api.matchNumber({ personId: idOf(at), text: numbers.get(other ?? at) ?? '' }));
    if (matches !== (other === at)) throw new Error('the comparison came out wrong');
  }
};

/** What happens on one visit beside looking: each thing once in the story. */
const EVENTS: readonly ((scribe: Scribe, day: CivilDate, seed: string) => Promise<void>)[] = [
  async ({ device: { api }, wait }) => {
    wait(60);
    must(await api.changeSettings({ idleMinutes: 10 }));
  },
  async (scribe) => {
    for (const [at, { number, numberLate }] of scribe.people.entries()) if (numberLate && number !== null) await scribe.enterNumber(at, number);
    const { people } = scribe;
    const spouses = pickPeople(scribe, 2, (at) => people[at]?.relationship === RELATIONS.wife && people[people[at]?.parent ?? 0]?.kind === 'employee');
    for (const at of spouses) await change(scribe, at, { purposes: ['wage-withholding', 'third-category-spouse'] });
  },
  async (scribe, day) => {
    const leaving = pickPeople(scribe, 1, (at) => {
      const { kind, to, arrives } = scribe.people[at] ?? {};
      return kind === 'employee' && to === null && arrives === 'list';
    });
    const written = parseWrittenDate(westernDate(day));
    for (const at of leaving) await change(scribe, at, { relationTo: written.ok ? written.value : null });
    await makeCopy(scribe);
  },
  async ({ device: { api }, wait }) => {
    wait(60);
    const { file, size } = must(await api.exportLog('verify'));
    const { verifyLog } = await loadIndependentVerifier();
    const { ok: good } = verifyLog(new Uint8Array(await file.arrayBuffer()));
    must(await api.recordVerification({ size, good }));
    if (!good) throw new Error('the record does not verify');
  },
  async (scribe, _, seed) => {
    const { people, numbers } = scribe;
    for (const at of pickPeople(scribe, 1, (one) => one > 0 && numbers.has(one))) await scribe.enterNumber(at, createNumbers(seed)(people.length));
    await makeCopy(scribe);
  },
  async (scribe) => {
    const { place } = createNames(scribe.random);
    for (const at of pickPeople(scribe, 3, (one) => scribe.people[one]?.kind === 'employee')) await change(scribe, at, place());
  },
];

/** One visit between unlock and lock. `uses`: how many numbers go onto filings. */
export const visit = async (scribe: Scribe, no: number, { start, visits }: Timeline, uses: number, seed: string): Promise<void> => {
  const day = visits[no] ?? start;
  await arrivals(scribe, visits[no - 1] ?? start, day);
  await EVENTS[no]?.(scribe, day, seed);
  await looks(scribe);
  await scribe.useNumbers(uses);
};
