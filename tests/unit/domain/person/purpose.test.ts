import { describe, expect, test } from 'vitest';
import type { Business } from '../../../../src/core/domain/person/entity-type.ts';
import { isEntityType } from '../../../../src/core/domain/person/entity-type.ts';
import { isPersonKind, PERSON_KINDS } from '../../../../src/core/domain/person/person-kind.ts';
import { PURPOSES, PURPOSES_AS_OF } from '../../../../src/core/domain/person/purpose.data.ts';
import type { PurposeSubject } from '../../../../src/core/domain/person/purpose.ts';
import { defaultPurposes, isPurposeCode, mayBeThirdCategory, PURPOSE_CODES, purposeOf, purposesFor } from '../../../../src/core/domain/person/purpose.ts';
import { parseRelationship, relationshipGroupOf } from '../../../../src/core/domain/person/relationship.ts';

const sole: Business = { entityType: 'sole', paysSalary: true };
const alone: Business = { entityType: 'sole', paysSalary: false };
const realtor: Business = { entityType: 'realtor', paysSalary: true };
const company: Business = { entityType: 'company', paysSalary: true };
const employee: PurposeSubject = { kind: 'employee', parentKind: null, relationship: '', corporate: false };
const payee: PurposeSubject = { ...employee, kind: 'payee' };
const wife: PurposeSubject = { kind: 'dependant', parentKind: 'employee', relationship: '妻', corporate: false };

describe('purposes', () => {
  test('the closed list: codes once, labels once, dated, each with a source', () => {
    expect(new Set(PURPOSE_CODES).size).toBe(7);
    expect(new Set(PURPOSES.map(({ label }) => label)).size).toBe(7);
    expect(PURPOSES_AS_OF).toBe('2026-11-22');
    for (const { source, kinds } of PURPOSES) {
      expect(source).toMatch(/^https:/);
      expect(kinds.length).toBeGreaterThan(0);
    }
    expect(isPurposeCode('wage-withholding') && !isPurposeCode('marketing') && !isPurposeCode(1)).toBe(true);
    expect(purposeOf('rent-report').label).toContain('不動産');
  });

  test('accident insurance is never a purpose', () => {
    expect(PURPOSES.filter(({ label }) => label.includes('労災'))).toEqual([]);
  });

  test('only dealers and companies may ask a landlord', () => {
    const rent = (business: Business) => purposesFor('payee', business).some(({ code }) => code === 'rent-report');
    expect([sole, alone, realtor, company].map(rent)).toEqual([false, false, true, true]);
  });

  test('who pays no salaries has no purposes of staff; a company has no owner', () => {
    expect(purposesFor('employee', alone)).toEqual([]);
    expect(purposesFor('owner', alone).map(({ code }) => code)).toEqual(['owner-return']);
    expect(purposesFor('owner', company)).toEqual([]);
  });

  test('defaults', () => {
    expect(defaultPurposes(employee, sole)).toEqual(['wage-withholding', 'employment-insurance', 'health-pension']);
    expect(defaultPurposes({ ...employee, kind: 'owner' }, sole)).toEqual(['owner-return']);
    expect(defaultPurposes(wife, sole)).toEqual(['wage-withholding']);
    expect(defaultPurposes({ ...wife, parentKind: 'owner' }, sole)).toEqual(['owner-return']);
    expect(defaultPurposes(payee, sole)).toEqual(['remuneration-report']);
    expect(defaultPurposes(payee, realtor)).toEqual(['remuneration-report']);
    expect(defaultPurposes(payee, alone)).toEqual([]);
    expect(defaultPurposes({ ...payee, corporate: true }, company)).toEqual([]);
  });

  test('a default is always allowed', () => {
    for (const kind of PERSON_KINDS)
      for (const business of [sole, alone, realtor, company])
        for (const parentKind of [null, 'employee', 'owner'] as const) {
          const allowed = purposesFor(kind, business).map(({ code }) => code);
          expect(allowed).toEqual(expect.arrayContaining([...defaultPurposes({ ...employee, kind, parentKind }, business)]));
        }
  });

  test('third category: the spouse of an employee alone', () => {
    expect(mayBeThirdCategory(wife)).toBe(true);
    expect(mayBeThirdCategory({ ...wife, relationship: '子' })).toBe(false);
    expect(mayBeThirdCategory({ ...wife, parentKind: 'owner' })).toBe(false);
  });
});

test('relationships: list, synonyms, other words', () => {
  expect(['妻', '次女', 'こども', '叔父', ' 母　'].map(parseRelationship)).toEqual(
    ['妻', '二女', '子', '叔父', '母'].map((value) => ({ ok: true, value })),
  );
  expect(['夫', '二男', '叔父', '養母'].map(relationshipGroupOf)).toEqual(['spouse', 'child', 'other', 'parent']);
  expect(parseRelationship('constructor')).toEqual({ ok: false, error: { type: 'TooLong' } });
  expect(parseRelationship('toString')).toEqual({ ok: true, value: 'toString' });
});

test('closed lists refuse what is not in them', () => {
  expect(['owner', 'employee', 'x', 1, null].map(isPersonKind)).toEqual([true, true, false, false, false]);
  expect(['sole', 'realtor', 'company', 'x', undefined].map(isEntityType)).toEqual([true, true, true, false, false]);
});
