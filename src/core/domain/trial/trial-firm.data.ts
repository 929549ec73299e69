import type { PersonInput } from '../person/parse-person.ts';

/** By these names the year's acts speak of the sample people. */
export type TrialWho = 'owner' | 'senior' | 'daughter' | 'leaver' | 'joiner' | 'spouse' | 'accountant' | 'designer' | 'newcomer';

/** `parent`: on whom a dependant hangs. `number`: the first eleven digits of a made-up one; null where it was never brought. */
export interface TrialPerson {
  readonly input: Omit<PersonInput, 'parentId'>;
  readonly parent: TrialWho | null;
  readonly number: string | null;
}

const nobody = {
  kana: '',
  code: '',
  relationship: '',
  corporate: false,
  corporateNumber: null,
  birthDate: null,
  postalCode: '',
  address: '',
  relationFrom: null,
  relationTo: null,
  purposes: [],
};

/** On the device and in the record, where its entries stand under it. */
export const TRIAL_LABEL = '見本デザイン室（体験用）';
export const TRIAL_OWNER = '見本';

/**
 * A sole proprietor with staff, families and payees. The names say that nobody has them: sample, fictitious, for trial. The numbers
 * begin with 9000, as no resident's does. Dates of a relation that lies in the year itself are the year's to give.
 * A landlord is missing on purpose: a sole proprietor may not ask one for the number.
 */
export const TRIAL_PEOPLE: Readonly<Record<TrialWho, TrialPerson>> = {
  owner: {
    input: { ...nobody, kind: 'owner', name: '見本 太郎', kana: 'ミホン タロウ', birthDate: '昭和45年5月3日', purposes: ['owner-return'] },
    parent: null,
    number: '90001000010',
  },
  senior: {
    input: {
      ...nobody,
      kind: 'employee',
      name: '仮野 花',
      kana: 'カリノ ハナ',
      code: '0001',
      birthDate: '昭和60年4月1日',
      address: '見本県見本市見本町1-1',
      relationFrom: '2012-10-01',
      purposes: ['wage-withholding', 'employment-insurance'],
    },
    parent: null,
    number: '90001000021',
  },
  daughter: {
    input: {
      ...nobody,
      kind: 'dependant',
      name: '仮野 つぼみ',
      kana: 'カリノ ツボミ',
      relationship: '長女',
      birthDate: '平成28年7月7日',
      purposes: ['wage-withholding'],
    },
    parent: 'senior',
    number: '90001000032',
  },
  leaver: {
    input: {
      ...nobody,
      kind: 'employee',
      name: '例原 進',
      kana: 'レイハラ ススム',
      code: '0002',
      birthDate: '平成2年12月24日',
      address: '見本県見本市例町2-2',
      relationFrom: '2019-04-01',
      purposes: ['wage-withholding', 'employment-insurance'],
    },
    parent: null,
    number: '90001000043',
  },
  joiner: {
    input: {
      ...nobody,
      kind: 'employee',
      name: '架空 望',
      kana: 'カクウ ノゾム',
      code: '0003',
      birthDate: '平成9年2月11日',
      address: '見本県見本市架空町3-3',
      purposes: ['wage-withholding', 'employment-insurance'],
    },
    parent: null,
    number: '90001000054',
  },
  spouse: {
    input: {
      ...nobody,
      kind: 'dependant',
      name: '架空 みどり',
      kana: 'カクウ ミドリ',
      relationship: '妻',
      birthDate: '平成10年6月1日',
      purposes: ['wage-withholding'],
    },
    parent: 'joiner',
    number: '90001000065',
  },
  accountant: {
    input: {
      ...nobody,
      kind: 'payee',
      name: '試木税理士事務所 試木 正',
      kana: 'タメシギ タダシ',
      code: 'S-01',
      relationFrom: '2018-01-01',
      purposes: ['remuneration-report'],
    },
    parent: null,
    number: '90001000076',
  },
  designer: {
    input: { ...nobody, kind: 'payee', name: '空想 あおい', kana: 'クウソウ アオイ', code: 'S-02', purposes: ['remuneration-report'] },
    parent: null,
    number: '90001000087',
  },
  newcomer: {
    input: {
      ...nobody,
      kind: 'employee',
      name: '仮原 ひかる',
      kana: 'カリハラ ヒカル',
      code: '0004',
      birthDate: '平成14年9月9日',
      purposes: ['wage-withholding', 'employment-insurance'],
    },
    parent: null,
    number: null,
  },
};
