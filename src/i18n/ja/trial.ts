import type { PersonInput } from '../../core/domain/person/parse-person.ts';

/** A person of the sample business; `parent` is a place in the list, `number` the first eleven digits of a made-up one. */
export interface SamplePerson {
  readonly input: Omit<PersonInput, 'parentId'>;
  readonly parent: number | null;
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

/** The sample business. Every number begins with 9000: none of them belongs to anyone. */
export const trial = {
  label: '体験用の見本',
  owner: '見本',
  persons: [
    {
      input: { ...nobody, kind: 'owner', name: '見本 一郎', kana: 'ミホン イチロウ', birthDate: '昭和45年5月3日' },
      parent: null,
      number: '90001000010',
    },
    {
      input: {
        ...nobody,
        kind: 'employee',
        name: '髙橋 美咲',
        kana: 'タカハシ ミサキ',
        code: '0002',
        birthDate: '平成2年4月1日',
        postalCode: '160-0023',
        address: '東京都新宿区西新宿0-0-0',
        relationFrom: '2012-10-01',
        purposes: ['wage-withholding', 'employment-insurance'],
      },
      parent: null,
      number: '90001000021',
    },
    {
      input: {
        ...nobody,
        kind: 'employee',
        name: '渡邉 健',
        kana: 'ワタナベ ケン',
        code: '0003',
        birthDate: '昭和60年12月24日',
        relationFrom: '2019-04-01',
        purposes: ['wage-withholding', 'employment-insurance'],
      },
      parent: null,
      number: '90001000032',
    },
    {
      input: {
        ...nobody,
        kind: 'employee',
        name: '鈴木 花子',
        kana: 'スズキ ハナコ',
        code: '0004',
        relationFrom: '2026-10-01',
        purposes: ['wage-withholding'],
      },
      parent: null,
      number: null,
    },
    {
      input: {
        ...nobody,
        kind: 'dependant',
        name: '髙橋 翔太',
        kana: 'タカハシ ショウタ',
        relationship: '長男',
        birthDate: '平成28年7月7日',
        purposes: ['wage-withholding'],
      },
      parent: 1,
      number: '90001000043',
    },
    {
      input: {
        ...nobody,
        kind: 'payee',
        name: '森 詩織',
        kana: 'モリ シオリ',
        code: 'S-01',
        relationFrom: '2025-06-01',
        purposes: ['remuneration-report'],
      },
      parent: null,
      number: null,
    },
  ] satisfies readonly SamplePerson[],
};
