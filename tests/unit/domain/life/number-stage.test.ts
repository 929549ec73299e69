import { describe, expect, it } from 'vitest';
import type { NumberRequest } from '../../../../src/core/domain/ask/number-request.ts';
import type { CivilDate } from '../../../../src/core/domain/date/civil-date.ts';
import type { IdentityCheck } from '../../../../src/core/domain/identity/identity-check.ts';
import { whoChecks } from '../../../../src/core/domain/identity/who-checks.ts';
import type { StageFacts } from '../../../../src/core/domain/life/number-stage.ts';
import { dueFrom, numberStageOf, openFilings } from '../../../../src/core/domain/life/number-stage.ts';
import type { PersonLife } from '../../../../src/core/domain/life/person-life.ts';
import { NO_LIFE } from '../../../../src/core/domain/life/person-life.ts';

const day = (text: string): CivilDate => text as CivilDate;
const asked: NumberRequest = { askedOn: day('2026-10-01'), way: 'letter', explained: true, refused: null };
const check: IdentityCheck = { on: day('2026-10-02'), channel: 'face', numberDocument: 'number-card', identityDocuments: ['number-card'], seenUnchanged: false, proxy: null };
const facts: StageFacts = { corporate: false, hasNumber: true, relationTo: null, whoChecks: whoChecks('employee', null, []), life: NO_LIFE, asOf: day('2026-11-24') };

const stage = (change: Partial<StageFacts>, life: Partial<PersonLife> = {}) => numberStageOf({ ...facts, ...change, life: { ...NO_LIFE, ...life } });

describe('where a number stands', () => {
  it('before it is given: not asked, asked, refused, sent back', () => {
    const without = { hasNumber: false };
    expect(stage(without)).toBe('not-asked');
    expect(stage(without, { requests: [asked] })).toBe('asked');
    expect(stage(without, { requests: [{ ...asked, refused: { on: day('2026-10-03'), reason: 'unwilling' } }] })).toBe('refused');
    expect(stage(without, { requests: [asked], returned: { on: day('2026-10-04'), reason: 'digits' } })).toBe('returned');
    expect(stage(without, { destroyedOn: day('2026-10-05') })).toBe('destroyed');
  });

  it('given, until somebody has checked it; of the owner’s and of dependants nobody here has to', () => {
    expect(stage({})).toBe('given');
    expect(stage({}, { checks: [check] })).toBe('checked');
    expect(stage({ whoChecks: whoChecks('owner', null, []) })).toBe('checked');
    expect(stage({ whoChecks: whoChecks('dependant', 'employee', ['wage-withholding']) })).toBe('checked');
    expect(stage({ whoChecks: whoChecks('dependant', 'employee', ['third-category-spouse']) })).toBe('given');
  });

  it('in use, while the relation lasts, its last day included', () => {
    const life = { checks: [check], uses: [{ filing: 'wage-slip', year: 2026, destination: 'tax-office', on: day('2027-01-20') }] } as const;
    expect(stage({}, life)).toBe('kept');
    expect(stage({ relationTo: day('2026-11-24') }, life)).toBe('kept');
    expect(stage({ relationTo: day('2026-11-23') }, life)).toBe('due');
  });

  it('a company has none', () => {
    expect(stage({ corporate: true })).toBe('corporate');
  });
});

describe('after the relation', () => {
  const relationTo = day('2026-03-31');
  const papers = [{ filing: 'employment-insurance', year: 2026, anchor: relationTo }] as const;

  it('a number stays as long as a paper must be kept with it, and no day longer', () => {
    expect(stage({ relationTo, asOf: day('2026-04-01') }, { papers })).toBe('use-ended');
    expect(stage({ relationTo, asOf: day('2030-03-31') }, { papers })).toBe('use-ended');
    expect(stage({ relationTo, asOf: day('2030-04-01') }, { papers })).toBe('due');
    expect(dueFrom({ relationTo, life: { ...NO_LIFE, papers } })).toBe('2030-04-01');
  });

  it('where nothing must be kept it may not stay', () => {
    expect(stage({ relationTo, asOf: day('2026-04-01') })).toBe('due');
    expect(dueFrom({ relationTo, life: NO_LIFE })).toBe('2026-04-01');
    // A paper whose time was over before the relation was holds nothing back, and makes nothing due.
    const early = { papers: [{ filing: 'health-pension', year: 2010, anchor: day('2010-05-01') }] } as const;
    expect(stage({ relationTo: day('2026-12-31'), asOf: day('2026-11-24') }, { ...early, checks: [check] })).toBe('checked');
    expect(dueFrom({ relationTo: day('2026-12-31'), life: { ...NO_LIFE, ...early } })).toBe('2027-01-01');
  });

  it('a filing that is still to be made holds it, however late, until its use is recorded', () => {
    const pending = [{ filing: 'wage-report', year: 2026, dueOn: day('2027-01-31') }] as const;
    expect(stage({ relationTo, asOf: day('2027-02-20') }, { pending })).toBe('use-ended');
    expect(dueFrom({ relationTo, life: { ...NO_LIFE, pending } })).toBeNull();
    const used = { filing: 'wage-report', year: 2026, destination: 'municipality', on: day('2027-01-15') } as const;
    expect(openFilings({ ...NO_LIFE, pending, uses: [{ ...used, year: 2025 }] })).toEqual(pending);
    expect(stage({ relationTo, asOf: day('2027-02-20') }, { pending, uses: [used] })).toBe('due');
  });

  it('the day it is judged by decides: a clock that is not believed makes nothing due', () => {
    expect(stage({ relationTo, asOf: day('2026-03-31') }, { checks: [check] })).toBe('checked');
  });

  it('a relation that ends before it begins ends all the same', () => {
    expect(stage({ relationTo: day('1990-01-01') })).toBe('due');
  });

  it('of which nothing is needed any more without a number', () => {
    expect(dueFrom({ relationTo: null, life: { ...NO_LIFE, papers } })).toBeNull();
  });
});
