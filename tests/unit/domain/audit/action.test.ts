import { expect, test } from 'vitest';
import { AUDIT_ACTIONS, isAuditAction, mayDo } from '../../../../src/core/domain/audit/action.ts';
import { PAGE_KINDS } from '../../../../src/core/formats/page.ts';
import { AUDIT_CODES, AUDIT_PAGES, auditCode, isAuditCode } from '../../../../src/core/domain/audit/codes.ts';
import { MEMBER_ROLES } from '../../../../src/core/domain/member/role.ts';

/** What an entry line may hold; see the log's spec. */
const LINE = /^[A-Za-z0-9_.:/+=-]+$/;

test('actions are a closed list that fits an entry line', () => {
  expect(AUDIT_ACTIONS).toHaveLength(38);
  expect(AUDIT_ACTIONS.filter((action) => !LINE.test(action))).toEqual([]);
  expect([isAuditAction('reveal'), isAuditAction('peek'), isAuditAction('toString')]).toEqual([true, false, false]);
});

test('the owner may do everything', () => {
  expect(AUDIT_ACTIONS.filter((action) => !mayDo('owner', action))).toEqual([]);
});

test('who holds no key for numbers reads none, and nobody but the owner renews keys', () => {
  for (const action of ['reveal', 'match', 'use'] as const)
    expect(MEMBER_ROLES.filter((role) => mayDo(role, action))).toEqual(['owner', 'handler']);
  for (const action of ['cancel', 'person-merged', 'rotate', 'leak-suspected', 'table', 'restore', 'copy-made'] as const)
    expect(MEMBER_ROLES.filter((role) => mayDo(role, action))).toEqual(['owner']);
  expect(mayDo('registrar', 'number-put') && !mayDo('registrar', 'number-replace')).toBe(true);
  expect(mayDo('auditor', 'chain-verified') && !mayDo('auditor', 'register')).toBe(true);
});

test('codes are family and value, closed, and fit an entry line', () => {
  const all = Object.entries(AUDIT_CODES).flatMap(([family, values]) => values.map((value) => `${family}:${value}`));
  expect(new Set(all).size).toBe(all.length);
  expect(all.filter((code) => !LINE.test(code) || !isAuditCode(code) || code.length > 40)).toEqual([]);
  expect(auditCode('reason', 'inquiry')).toBe('reason:inquiry');
  expect(['purpose:inquiry', 'inquiry', 'reason:', '', 'to:moon'].filter(isAuditCode)).toEqual([]);
});

test('damage can be told of every kind of page', () => {
  expect(AUDIT_PAGES).toEqual([...PAGE_KINDS, 'other']);
});
