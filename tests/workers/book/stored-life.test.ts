import { describe, expect, it } from 'vitest';
import type { CivilDate } from '../../../src/core/domain/date/civil-date.ts';
import type { PersonLife } from '../../../src/core/domain/life/person-life.ts';
import { NO_LIFE } from '../../../src/core/domain/life/person-life.ts';
import type { JsonObject, JsonValue } from '../../../src/core/formats/canonical.ts';
import { encodePersonPage, parsePersonPage } from '../../../workers/vault/book/person-page.ts';
import { NO_STORED_LIFE, parseStoredLife, storedLifeToJson } from '../../../workers/vault/book/stored-life.ts';
import { personRecord } from '../../support/vault-fixture-plans.ts';

const day = (text: string): CivilDate => text as CivilDate;
const LIFE: PersonLife = {
  requests: [
    { askedOn: day('2026-10-01'), way: 'letter', explained: true, refused: { on: day('2026-10-05'), reason: 'unwilling' } },
    { askedOn: day('2026-10-06'), way: 'telephone', explained: false, refused: null },
  ],
  notices: [{ on: day('2026-10-01'), purposes: ['wage-withholding', 'health-pension'] }],
  checks: [{ on: day('2026-10-10'), channel: 'post', numberDocument: 'notification-card', identityDocuments: ['insurance-confirmation', 'pension-notice'], seenUnchanged: true, proxy: 'mandate' }],
  returned: { on: day('2026-10-08'), reason: 'digits' },
  uses: [{ filing: 'wage-slip', year: 2026, destination: 'accountant', on: day('2027-01-20') }],
  papers: [{ filing: 'dependants-declaration', year: 2026, anchor: day('2026-01-24') }],
  pending: [{ filing: 'wage-report', year: 2026, dueOn: day('2027-01-31') }],
  payment: { code: 'fees', staysBelow: true },
  lastPay: day('2026-12-25'),
  destroyedOn: day('2034-01-11'),
};
const json = (): JsonObject => storedLifeToJson({ life: LIFE, unknown: {} }) ?? {};

describe('what is known of a number, as it is stored', () => {
  it('is read as it was written, key by key and as a whole', () => {
    expect(parseStoredLife(json())).toEqual({ life: LIFE, unknown: {} });
    for (const [key, value] of Object.entries(json())) {
      const alone = parseStoredLife({ [key]: value });
      expect(alone, key).toEqual({ life: { ...NO_LIFE, [key]: LIFE[key as keyof PersonLife] }, unknown: {} });
      expect(alone === null ? null : storedLifeToJson(alone), key).toEqual({ [key]: value });
    }
  });

  it('takes no place where nothing is known', () => {
    expect(storedLifeToJson(NO_STORED_LIFE)).toBeNull();
    expect(parseStoredLife(undefined)).toEqual(NO_STORED_LIFE);
    const record = personRecord(0, { logId: 'L'.repeat(22), seq: 1, time: 1 });
    expect(JSON.stringify(encodePersonPage({ no: 0, records: new Map([[0, record]]), unknown: {} }))).not.toContain('life');
  });

  it('lies in the record of its person', () => {
    const record = { ...personRecord(0, { logId: 'L'.repeat(22), seq: 1, time: 1 }), life: { life: LIFE, unknown: {} } };
    const page = { no: 0, records: new Map([[0, record]]), unknown: {} };
    expect(parsePersonPage(0, encodePersonPage(page))).toEqual(page);
    const [plain] = encodePersonPage(page)['persons'] as readonly JsonObject[];
    expect(parsePersonPage(0, { persons: [{ ...plain, life: 1 }] })).toBeNull();
  });

  it('keeps what a newer writer added: keys, longer elements, words', () => {
    const newer: readonly [string, JsonValue][] = [
      ['later', { a: 1 }],
      ['requests', [['2026-10-01', 'pigeon', 0, '', ''], ['2026-10-01', 'letter', 0, '', '', 'more']]],
      ['notices', [['2026-10-01', ['marketing']]]],
      ['checks', [['2026-10-10', 'video', 'number-card', ['number-card'], 0, ''], ['2026-10-10', 'face', 'number-card', ['crown'], 0, '']]],
      ['uses', [['moon-report', 2030, 'tax-office', '2030-01-01'], ['wage-slip', 2026, 'moon', '2027-01-20']]],
      ['papers', [['moon-report', 2030, '2030-01-01']]],
      ['pending', [['moon-report', 2030, '2030-01-01']]],
      ['returned', ['2026-10-08', 'moon']],
      ['payment', ['moon', 0]],
      ['lastPay', 'someday'],
    ];
    for (const [key, value] of newer) {
      const read = parseStoredLife({ [key]: value });
      expect(read?.life, key).toEqual(NO_LIFE);
      expect(read === null ? null : storedLifeToJson(read), key).toEqual({ [key]: value });
    }
    // Behind what this writer adds.
    const read = parseStoredLife({ uses: [['moon-report', 2030, 'tax-office', '2030-01-01']] });
    expect(storedLifeToJson({ life: LIFE, unknown: read?.unknown ?? {} })?.['uses']).toEqual([['wage-slip', 2026, 'accountant', '2027-01-20'], ['moon-report', 2030, 'tax-office', '2030-01-01']]);
  });

  it.each<[string, readonly JsonValue[]]>([
    ['requests', [['2026-13-01', 'letter', 0, '', ''], ['2026-10-01', 'letter', 2, '', ''], ['2026-10-01', 'letter', 0, '2026-10-05', ''], ['2026-10-01', 'letter', 0, '', 'unwilling'], 1, null]],
    ['notices', [['2026-02-30', []], ['2026-10-01', 'wage-withholding'], []]],
    ['checks', [['x', 'face', 'number-card', ['number-card'], 0, ''], ['2026-10-10', 'face', 'passport', ['number-card'], 0, ''], ['2026-10-10', 'face', 'number-card', 'number-card', 0, ''], ['2026-10-10', 'face', 'number-card', [], 2, ''], ['2026-10-10', 'face', 'number-card', [], 0, 'x']]],
    ['uses', [['wage-slip', 0, 'tax-office', '2027-01-20'], ['wage-slip', 10_000, 'tax-office', '2027-01-20'], ['wage-slip', 2026, 'tax-office', '']]],
    ['papers', [['wage-slip', 2026, ''], ['wage-slip', '2026', '2026-01-24']]],
    ['pending', [['wage-slip', 2026, 'x'], ['wage-slip', -1, '2026-01-24']]],
  ])('shows no %s that is none, and loses none of them', (key, values) => {
    const read = parseStoredLife({ [key]: values });
    expect(read?.life).toEqual(NO_LIFE);
    expect(read === null ? null : storedLifeToJson(read)).toEqual({ [key]: values });
  });

  it('is none when it is no object, or a list is none', () => {
    for (const value of [null, 1, [], 'x', { requests: 'x' }, { uses: {} }, { papers: null }]) expect(parseStoredLife(value), JSON.stringify(value)).toBeNull();
    // A key of this name is a key.
    const odd = JSON.parse('{"__proto__":{"a":1}}') as JsonObject;
    expect(JSON.stringify(storedLifeToJson(parseStoredLife(odd) ?? NO_STORED_LIFE))).toBe('{"__proto__":{"a":1}}');
  });
});
