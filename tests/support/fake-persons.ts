import { parseWrittenDate } from '../../src/core/domain/date/written-date.ts';
import type { PersonId } from '../../src/core/domain/ids.ts';
import { parseCorporateNumber } from '../../src/core/domain/number/corporate-number.ts';
import type { PersonFields } from '../../src/core/domain/person/person.ts';
import { defaultPurposes } from '../../src/core/domain/person/purpose.ts';
import { GIVEN_NAMES, SURNAMES } from './fake-names.data.ts';
import { createSeededRandom } from './seeded-random.ts';
import { syntheticFields, syntheticNumber } from './synthetic.ts';

export interface FakePerson {
  readonly id: PersonId;
  rev: number;
  fields: PersonFields;
  number: string | null;
  readonly registeredAt: number;
  changedAt: number;
}

const BUSINESS = { entityType: 'sole', paysSalary: true } as const;
const pairs = (text: string): readonly (readonly [string, string])[] =>
  text.split(',').map((pair) => {
    const [kanji = '', kana = ''] = pair.split(' ');
    return [kanji, kana];
  });
const SURNAME_PAIRS = pairs(SURNAMES);
const GIVEN_PAIRS = pairs(GIVEN_NAMES);

export const fakePersonId = (no: number): PersonId => `p${String(no).padStart(21, '0')}` as PersonId;

export const fakeNumber: (no: number) => string = syntheticNumber;

const date = (text: string) => {
  const parsed = parseWrittenDate(text);
  return parsed.ok ? parsed.value : null;
};

export const fakeFields = (change: Partial<PersonFields>): PersonFields => {
  const { kind = 'employee', corporate = false, relationship = '' } = change;
  const parentKind = kind === 'dependant' ? 'employee' : null;
  const purposes = defaultPurposes({ kind, parentKind, relationship, corporate }, BUSINESS);
  return syntheticFields({ name: '髙橋　美咲', kana: 'タカハシ　ミサキ', purposes, ...change });
};

/** The dozen of a small workshop: owner, staff, family, payees, every state. */
export const workshop = (now: number): readonly FakePerson[] => {
  const company = parseCorporateNumber('7123456789012');
  const list: readonly (readonly [Partial<PersonFields>, boolean])[] = [
    [{ kind: 'owner', name: '佐藤　一郎', kana: 'サトウ　イチロウ', birthDate: date('昭和48年4月2日'), postalCode: '1600023', address: '東京都新宿区西新宿２−８−１', relationFrom: date('H20.4.1') }, true],
    [{ name: '髙橋　美咲', kana: 'タカハシ　ミサキ', code: '0002', birthDate: date('1985/7/15'), postalCode: '1640011', address: '東京都中野区中央４−１−１', relationFrom: date('平成24年10月1日') }, true],
    [{ name: '渡邉　健', kana: 'ワタナベ　ケン', code: '0003', birthDate: date('H1.2.3'), relationFrom: date('2019/4/1') }, true],
    [{ name: '山﨑　さくら', kana: 'ヤマザキ　サクラ', code: '0004', relationFrom: date('2021/4/1') }, true],
    [{ name: '鈴木　花子', kana: 'スズキ　ハナコ', code: '0005', relationFrom: date('令和8年11月1日') }, false],
    [{ name: '田中　実', kana: 'タナカ　ミノル', code: '0006', relationFrom: date('2015/4/1'), relationTo: date('2024/3/31') }, true],
    [{ kind: 'payee', name: '森　詩織', kana: 'モリ　シオリ', code: 'P03', address: '京都府京都市中京区烏丸通' }, false],
    [{ kind: 'payee', name: '株式会社ナナ印刷', kana: 'ナナインサツ', code: 'P02', corporate: true, corporateNumber: company.ok ? company.value : null, address: '東京都文京区本郷2-2-2' }, false],
    [{ kind: 'dependant', name: '佐藤　恵子', kana: 'サトウ　ケイコ', parentId: fakePersonId(0), relationship: '妻', birthDate: date('昭和50年12月1日') }, true],
    [{ kind: 'dependant', name: '髙橋　陽', kana: 'タカハシ　ヨウ', parentId: fakePersonId(1), relationship: '子', birthDate: date('2019/9/9') }, true],
    [{ kind: 'dependant', name: '髙橋　蓮', kana: 'タカハシ　レン', parentId: fakePersonId(1), relationship: '子', birthDate: date('令和6年1月1日') }, false],
    [{ kind: 'payee', name: '青木税理士事務所　青木　誠', kana: 'アオキ　マコト', code: 'P01', address: '東京都千代田区神田神保町1-1' }, true],
  ];
  return list.map(([fields, hasNumber], no) => ({
    id: fakePersonId(no),
    rev: 1,
    fields: fakeFields(fields),
    number: hasNumber ? fakeNumber(no) : null,
    registeredAt: now - 40 * 86_400_000,
    changedAt: now - 12 * 86_400_000,
  }));
};

/** As many as one wants, the same for the same count. */
export const manyPersons = (count: number, now: number): readonly FakePerson[] => {
  const random = createSeededRandom(count);
  return Array.from({ length: count }, (_, no) => {
    const [surname, surnameKana] = random.pick(SURNAME_PAIRS);
    const [given, givenKana] = random.pick(GIVEN_PAIRS);
    const kind = no === 0 ? 'owner' : random.pick(['employee', 'employee', 'employee', 'dependant', 'payee'] as const);
    const fields = fakeFields({
      kind,
      name: `${surname}　${given}`,
      kana: `${surnameKana}　${givenKana}`,
      code: kind === 'employee' ? String(no).padStart(5, '0') : kind === 'payee' ? `P${no}` : '',
      parentId: kind === 'dependant' ? fakePersonId(0) : null,
      relationship: kind === 'dependant' ? '子' : '',
      relationTo: random.chance(0.1) ? date('2024/3/31') : null,
    });
    return {
      id: fakePersonId(no),
      rev: 1,
      fields,
      number: random.chance(0.85) ? fakeNumber(no) : null,
      registeredAt: now,
      changedAt: now,
    };
  });
};
