import { describe, expect, it } from 'vitest';
import type { Asked } from '../../../../src/core/domain/ask/ask-guard.ts';
import { guardOf, thresholdOf, THRESHOLDS } from '../../../../src/core/domain/ask/ask-guard.ts';
import type { NumberRequest } from '../../../../src/core/domain/ask/number-request.ts';
import { askingStateOf, explainsBlank, REMINDER_DAYS, sortRequests } from '../../../../src/core/domain/ask/number-request.ts';
import type { CivilDate } from '../../../../src/core/domain/date/civil-date.ts';
import { addDays } from '../../../../src/core/domain/date/civil-date.ts';
import type { Business } from '../../../../src/core/domain/person/entity-type.ts';

const day = (text: string): CivilDate => text as CivilDate;
const sole: Business = { entityType: 'sole', paysSalary: true };
const realtor: Business = { entityType: 'realtor', paysSalary: true };
const company: Business = { entityType: 'company', paysSalary: true };
const payee: Asked = { kind: 'payee', corporate: false, purposes: ['remuneration-report'], payment: null };
const landlord: Asked = { ...payee, purposes: ['rent-report'] };

describe('whom a number may not be asked of', () => {
  const guard = (asked: Asked, business = sole) => guardOf(asked, business)?.type ?? null;

  it('a landlord, unless the business is a company or deals in real estate', () => {
    expect([guard(landlord), guard(landlord, realtor), guard(landlord, company)]).toEqual(['landlord', null, null]);
    expect(guardOf(landlord, sole)).toMatchObject({ confidence: 'H', source: expect.stringMatching(/^https/) });
    // Who lets the shop and keeps the books may be asked for the books.
    expect(guard({ ...landlord, purposes: ['rent-report', 'remuneration-report'] })).toBeNull();
  });

  it('who is sure to stay at or below what is reported', () => {
    const fees = (staysBelow: boolean): Asked => ({ ...payee, payment: { code: 'fees', staysBelow } });
    expect([guard(fees(true)), guard(fees(false))]).toEqual(['below-threshold', null]);
    expect(guard({ ...landlord, payment: { code: 'rent', staysBelow: true } }, company)).toBe('below-threshold');
    // The rent alone is small: the fees are reported all the same.
    expect(guard({ ...payee, purposes: ['rent-report', 'remuneration-report'], payment: { code: 'rent', staysBelow: true } }, company)).toBeNull();
  });

  it('family who stand on no declaration, and whoever nothing is filed for', () => {
    expect(guard({ kind: 'dependant', corporate: false, purposes: [], payment: null })).toBe('no-dependant');
    expect(guard({ kind: 'employee', corporate: false, purposes: [], payment: null })).toBe('no-purpose');
    expect(guard({ kind: 'employee', corporate: false, purposes: ['wage-withholding'], payment: null }, { ...sole, paysSalary: false })).toBe('no-purpose');
    expect(guard({ kind: 'employee', corporate: false, purposes: ['wage-withholding'], payment: null })).toBeNull();
  });

  it('a company', () => {
    expect(guard({ ...payee, corporate: true })).toBe('company');
  });

  it('the sums of law', () => {
    expect(THRESHOLDS.map(({ code, yen }) => [code, yen])).toEqual([['fees', 50_000], ['agents', 500_000], ['rent', 150_000]]);
    expect(() => thresholdOf('x' as never)).toThrow(RangeError);
  });
});

describe('the record of requests', () => {
  const asked = (askedOn: string, change: Partial<NumberRequest> = {}): NumberRequest => ({ askedOn: day(askedOn), way: 'spoken', explained: false, refused: null, ...change });
  const refused = { on: day('2026-10-05'), reason: 'unwilling' } as const;

  it('stands where the newest of them does, in whatever order they were written down', () => {
    expect(askingStateOf([], day('2026-10-01'))).toEqual({ type: 'not-asked' });
    const [first, second] = [asked('2026-09-01', { refused }), asked('2026-10-01')];
    expect(askingStateOf([second, first], day('2026-10-02'))).toMatchObject({ type: 'asked', last: second, overdue: false });
    expect(askingStateOf([asked('2026-10-01', { refused }), first], day('2026-10-02'))).toMatchObject({ type: 'refused' });
    expect(sortRequests([second, first])).toEqual([first, second]);
  });

  it('says when it is time to ask again', () => {
    const on = day('2026-10-01');
    const remindOn = addDays(on, REMINDER_DAYS);
    expect(askingStateOf([asked(on)], addDays(remindOn, -1))).toMatchObject({ remindOn, overdue: false });
    expect(askingStateOf([asked(on)], remindOn)).toMatchObject({ remindOn, overdue: true });
  });

  it('explains a blank field once the duty was explained and it was asked for again', () => {
    expect(explainsBlank([asked('2026-09-01', { refused, explained: true })])).toBe(false);
    expect(explainsBlank([asked('2026-09-01', { refused }), asked('2026-10-01')])).toBe(false);
    expect(explainsBlank([asked('2026-09-01', { refused }), asked('2026-10-01', { explained: true })])).toBe(true);
  });
});
