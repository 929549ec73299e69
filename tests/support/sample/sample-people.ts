import { createHash } from 'node:crypto';
import type { CivilDate } from '../../../src/core/domain/date/civil-date.ts';
import { addDays, addYears, daysBetween, partsOf } from '../../../src/core/domain/date/civil-date.ts';
import { corporateCheckDigit } from '../../../src/core/domain/number/corporate-number.ts';
import { individualCheckDigit } from '../../../src/core/domain/number/individual-number.ts';
import type { PersonKind } from '../../../src/core/domain/person/person-kind.ts';
import type { SeededRandom } from '../seeded-random.ts';
import { createSeededRandom } from '../seeded-random.ts';
import type { Sex } from './sample-names.ts';
import { createNames } from './sample-names.ts';
import { RELATIONS } from './words.data.ts';

/** Somebody of the sample. Nobody is meant: names are drawn by lot, numbers begin with 9000, which no resident is given. */
export interface SamplePerson {
  readonly kind: PersonKind;
  readonly name: string;
  readonly kana: string;
  readonly code: string;
  /** Of a dependant: place in the list of people of the one on whom it hangs. */
  readonly parent: number | null;
  readonly relationship: string;
  readonly corporateNumber: string | null;
  readonly birth: CivilDate | null;
  readonly postalCode: string;
  readonly address: string;
  readonly from: CivilDate | null;
  readonly to: CivilDate | null;
  /** Null: never handed in. */
  readonly number: string | null;
  /** 'hand' on the first day; 'list' with the lists of the payroll program; 'later' one by one. */
  readonly arrives: 'hand' | 'list' | 'later';
  /** The list does not have the number yet. */
  readonly numberLate: boolean;
}

export interface PeopleWish {
  readonly count: number;
  readonly seed: string;
  /** The first day of the vault and its last. */
  readonly start: CivilDate;
  readonly until: CivilDate;
}

const NUMBERS = 10_000_000;
/** Coprime to NUMBERS: every serial has a number of its own, and neighbours have nothing in common. */
const STRIDE = 7_654_321;
const MAX_LATE = 6;

export const seedOf = (text: string): number => createHash('sha256').update(text).digest().readUInt32BE(0);

/** Synthetic numbers of one seed, all different. */
export const createNumbers = (seed: string): ((serial: number) => string) => {
  const first = seedOf(`${seed} numbers`) % NUMBERS;
  return (serial) => {
    const body = `9000${String((first + serial * STRIDE) % NUMBERS).padStart(7, '0')}`;
    return body + String(individualCheckDigit(body));
  };
};

/** No registry office has the code 9999: the number of no company. */
const corporateNumberOf = (serial: number): string => {
  const body = `9999${String(serial).padStart(8, '0')}`;
  return String(corporateCheckDigit(body)) + body;
};

interface Shares {
  readonly ownFamily: number;
  readonly staff: number;
  readonly family: number;
  readonly payees: number;
}

const sharesOf = (count: number): Shares => {
  const ownFamily = count >= 8 ? 2 : count >= 4 ? 1 : 0;
  const rest = count - 1 - ownFamily;
  const payees = Math.round(rest * 0.2);
  const family = Math.min(Math.round(rest * 0.35), Math.max(0, rest - payees - 1));
  return { ownFamily, payees, family, staff: rest - payees - family };
};

const ageAt = (birth: CivilDate, day: CivilDate): number => Math.floor(daysBetween(birth, day) / 365.25);

/** One who may have a family, and what of it there is already. */
interface Head {
  readonly at: number;
  readonly sex: Sex;
  readonly surname: readonly [string, string];
  readonly birth: CivilDate;
  spouse: boolean;
  parents: number;
  sons: number;
  daughters: number;
  lastChild: CivilDate | null;
}

type Relative = Pick<SamplePerson, 'name' | 'kana' | 'relationship' | 'birth'>;

const createFamilies = (random: SeededRandom, names: ReturnType<typeof createNames>, start: CivilDate) => {
  const around = (day: CivilDate, days: number): CivilDate => addDays(day, random.below(2 * days + 1) - days);
  const relative = ({ surname }: Head, sex: Sex, birth: CivilDate, relationship: string): Relative => ({
    ...names.person(sex, birth, surname),
    relationship,
    birth,
  });
  const spouse = (head: Head): Relative => {
    head.spouse = true;
    const sex = head.sex === 'male' ? 'female' : 'male';
    return relative(head, sex, around(head.birth, 1500), head.sex === 'male' ? RELATIONS.wife : RELATIONS.husband);
  };
  const child = (head: Head): Relative | null => {
    const age = ageAt(head.birth, start);
    const young = Math.max(21, age - 21);
    const old = Math.max(young, Math.min(40, age - 1));
    const first = around(addYears(head.birth, young + random.below(old - young + 1)), 120);
    const birth = head.lastChild === null ? first : addDays(head.lastChild, 500 + random.below(900));
    const sex = random.pick(['male', 'female'] as const);
    const relationship = sex === 'male' ? RELATIONS.sons[head.sons] : RELATIONS.daughters[head.daughters];
    if (birth >= start || relationship === undefined) return null;
    head.lastChild = birth;
    if (sex === 'male') head.sons += 1;
    else head.daughters += 1;
    return relative(head, sex, birth, relationship);
  };
  const parent = (head: Head): Relative => {
    head.parents += 1;
    const sex = head.parents === 1 ? 'female' : 'male';
    return relative(head, sex, around(addYears(head.birth, -28), 1500), sex === 'female' ? RELATIONS.mother : RELATIONS.father);
  };
  /** Null: this family is large enough. */
  return (head: Head): Relative | null => {
    if (!head.spouse && random.chance(0.6)) return spouse(head);
    const born = head.sons + head.daughters < 3 && random.chance(0.85) ? child(head) : null;
    if (born !== null) return born;
    if (!head.spouse) return spouse(head);
    return head.parents < 2 ? parent(head) : null;
  };
};

/**
 * The people of a business: owner first, then the owner's family, staff, payees, and whoever hangs on staff. The same wish gives
 * the same people.
 */
export const samplePeople = ({ count, seed, start, until }: PeopleWish): readonly SamplePerson[] => {
  const random = createSeededRandom(seedOf(`${seed} people`));
  const names = createNames(random);
  const numbers = createNumbers(seed);
  const familyOf = createFamilies(random, names, start);
  const { ownFamily, staff, family, payees } = sharesOf(count);
  const people: SamplePerson[] = [];
  const heads: Head[] = [];

  const numberAt = (missing: number): string | null => (random.chance(missing) ? null : numbers(people.length));
  const dayBetween = (from: CivilDate, to: CivilDate): CivilDate => addDays(from, random.below(Math.max(1, daysBetween(from, to))));
  const none = { code: '', parent: null, relationship: '', corporateNumber: null, birth: null, from: null, to: null, numberLate: false } as const;

  const addHead = (kind: 'owner' | 'employee', ages: readonly [number, number], more: (birth: CivilDate) => Partial<SamplePerson>): void => {
    const sex = random.pick(['male', 'female'] as const);
    const surname = names.surname();
    const birth = names.unlessTaken(
      () => {
        const day = dayBetween(addYears(until, -ages[1]), addYears(until, -ages[0]));
        return { ...names.person(sex, day, surname), birth: day };
      },
      (made) => `${made.name} ${made.birth}`,
    );
    heads.push({ at: people.length, sex, surname, birth: birth.birth, spouse: false, parents: 0, sons: 0, daughters: 0, lastChild: null });
    people.push({ ...none, kind, ...birth, ...names.place(), number: numberAt(kind === 'owner' ? 0 : 0.08), arrives: 'list', ...more(birth.birth) });
  };

  addHead('owner', [42, 66], () => ({ arrives: 'hand', from: dayBetween(addYears(start, -20), addYears(start, -3)) }));
  const later = Math.min(5, Math.floor(staff / 8));
  for (let no = 1; no <= staff; no += 1) {
    addHead('employee', [23, 64], (birth) => {
      const code = String(no).padStart(4, '0');
      if (no > staff - later) return { code, arrives: 'later', from: dayBetween(addDays(start, 30), addDays(until, -30)) };
      const from = dayBetween(addYears(birth, 19), addDays(start, -20));
      return { code, from, to: random.chance(0.08) ? dayBetween(from, addDays(start, -1)) : null };
    });
  }

  const addRelative = (head: Head, arrives: SamplePerson['arrives']): boolean => {
    const made = familyOf(head);
    const parent = people[head.at];
    if (made === null || parent === undefined) return false;
    const { postalCode, address } = arrives === 'hand' ? parent : { postalCode: '', address: '' };
    people.push({ ...none, kind: 'dependant', ...made, parent: head.at, postalCode, address, number: numberAt(0.12), arrives });
    return true;
  };
  const [owner, ...others] = heads;
  for (let no = 0; owner !== undefined && no < ownFamily; no += 1) addRelative(owner, 'hand');
  const carriers = others.filter(({ at }) => people[at]?.arrives === 'list');
  for (let left = family; left > 0; ) if (addRelative(random.pick(carriers), 'list')) left -= 1;

  for (let no = 1; no <= payees; no += 1) {
    const code = `P${String(no).padStart(3, '0')}`;
    const common = { ...none, kind: 'payee', code, ...names.place(), arrives: 'list' } as const;
    if (random.chance(0.3)) people.push({ ...common, ...names.company(), corporateNumber: corporateNumberOf(no), number: null });
    else people.push({ ...common, ...names.payee(), number: numberAt(0.15) });
  }

  let late = 0;
  return people.map((person) => {
    const numberLate = person.arrives === 'list' && person.number !== null && late < MAX_LATE && random.chance(0.1);
    if (numberLate) late += 1;
    return numberLate ? { ...person, numberLate } : person;
  });
};

/** As people write a day: in the western calendar, as payroll programs do. */
export const westernDate = (day: CivilDate): string => {
  const { year, month, day: date } = partsOf(day);
  return `${year}/${month}/${date}`;
};
