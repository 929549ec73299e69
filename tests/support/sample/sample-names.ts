import type { CivilDate } from '../../../src/core/domain/date/civil-date.ts';
import type { SeededRandom } from '../seeded-random.ts';
import { BUSINESSES, COMPANY_FORMS, COMPANY_STEMS, COMPANY_TRADES, GIVEN_NAMES, OFFICES, PLACES, ROOM_MARK, SURNAMES } from './words.data.ts';

export type Sex = keyof typeof GIVEN_NAMES;

export interface Named {
  readonly name: string;
  readonly kana: string;
}

type Pair = readonly [written: string, read: string];

const pairsOf = (list: string): readonly Pair[] =>
  list.split(',').map((word) => {
    const [written = '', read = ''] = word.split(' ');
    return [written, read];
  });

const SURNAME_PAIRS = pairsOf(SURNAMES);
const GIVEN_PAIRS = { male: GIVEN_NAMES.male.map(pairsOf), female: GIVEN_NAMES.female.map(pairsOf) } as const;
const STEM_PAIRS = pairsOf(COMPANY_STEMS);
const TRADE_PAIRS = pairsOf(COMPANY_TRADES);
const PLACE_PAIRS = pairsOf(PLACES);
const FORMS = COMPANY_FORMS.split(',');
const OFFICE_NAMES = OFFICES.split(',');
const MAX_DRAWS = 1000;

const generationOf = (birth: CivilDate): number => (birth < '1975' ? 0 : birth < '2000' ? 1 : 2);

/** Words drawn by lot. What must not come twice is drawn again until it is new. */
export const createNames = (random: SeededRandom) => {
  const taken = new Set<string>();
  const unlessTaken = <T>(draw: () => T, keyOf: (drawn: T) => string): T => {
    for (let draws = 0; draws < MAX_DRAWS; draws += 1) {
      const drawn = draw();
      if (taken.has(keyOf(drawn))) continue;
      taken.add(keyOf(drawn));
      return drawn;
    }
    throw new Error('There are no names left for so many people');
  };

  const surname = (): Pair => random.pick(SURNAME_PAIRS);
  const person = (sex: Sex, birth: CivilDate, [written, read]: Pair): Named => {
    const [given, givenRead] = random.pick(GIVEN_PAIRS[sex][generationOf(birth)] ?? SURNAME_PAIRS);
    return { name: `${written}　${given}`, kana: `${read}　${givenRead}` };
  };

  return {
    unlessTaken,
    surname,
    person,
    place: (): { readonly postalCode: string; readonly address: string } => {
      const [postalCode, town] = random.pick(PLACE_PAIRS);
      const [house, room] = [`${1 + random.below(9)}-${1 + random.below(28)}-${1 + random.below(20)}`, 101 + random.below(12) * 100];
      return { postalCode, address: `${town}${house}${random.chance(0.3) ? ` ${room}${ROOM_MARK}` : ''}` };
    },
    company: (): Named =>
      unlessTaken(
        () => {
          const [[stem, stemRead], [trade, tradeRead]] = [random.pick(STEM_PAIRS), random.pick(TRADE_PAIRS)];
          const form = random.pick(FORMS);
          const name = random.chance(0.7) ? `${form}${stem}${trade}` : `${stem}${trade}${form}`;
          return { name, kana: `${stemRead}${tradeRead}` };
        },
        ({ name }) => name,
      ),
    payee: (): Named =>
      unlessTaken(
        () => {
          const own = surname();
          const { name, kana } = person(random.pick(['male', 'female'] as const), random.pick(['1965', '1985'] as CivilDate[]), own);
          return random.chance(0.3) ? { name: `${own[0]}${random.pick(OFFICE_NAMES)}　${name}`, kana } : { name, kana };
        },
        ({ name }) => name,
      ),
    business: (owner: string): string => `${owner}${random.pick(BUSINESSES.split(','))}`,
  };
};
