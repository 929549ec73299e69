import { describe, expect, it } from 'vitest';
import type { CivilDate } from '../../../../src/core/domain/date/civil-date.ts';
import { ALL_IDENTITY_DOCUMENTS, ALL_NUMBER_DOCUMENTS, ALL_PROXY_DOCUMENTS, isChannel, isIdentityDocumentCode, isNumberDocumentCode, isProxyDocumentCode, numberDocumentOf } from '../../../../src/core/domain/identity/document.ts';
import type { CheckedPerson, IdentityCheck } from '../../../../src/core/domain/identity/identity-check.ts';
import { parseIdentityCheck, problemsOfCheck } from '../../../../src/core/domain/identity/identity-check.ts';
import { whoChecks } from '../../../../src/core/domain/identity/who-checks.ts';

const today = '2026-11-24' as CivilDate;
const staff: CheckedPerson = { kind: 'employee', employed: true, checkedBefore: false, today };
const payee: CheckedPerson = { ...staff, kind: 'payee', employed: false };
const card: IdentityCheck = { on: today, channel: 'face', numberDocument: 'number-card', identityDocuments: ['number-card'], seenUnchanged: false, proxy: null };

const problems = (change: Partial<IdentityCheck>, person = payee) => problemsOfCheck({ ...card, ...change }, person).map(({ type }) => type);

describe('the check of a number and of who brings it', () => {
  it('both sides of the card are enough, for everybody and by every way', () => {
    for (const person of [staff, payee]) for (const channel of ['face', 'post', 'online'] as const) expect(problems({ channel }, person)).toEqual([]);
    expect(parseIdentityCheck(card, payee)).toEqual({ ok: true, value: card });
  });

  it('the notice of the number is never accepted, and the rule is named', () => {
    for (const channel of ['face', 'post', 'online'] as const) expect(problems({ numberDocument: 'number-notice', channel })).toEqual(['NotAccepted']);
    expect(problemsOfCheck({ ...card, numberDocument: 'number-notice' }, staff)[0]).toMatchObject({ source: numberDocumentOf('number-notice').source, confidence: 'H' });
  });

  it('a notification card only while it says what the residence record says', () => {
    expect(problems({ numberDocument: 'notification-card', identityDocuments: ['driving-licence'] })).toEqual(['NotUnchanged']);
    expect(problems({ numberDocument: 'notification-card', identityDocuments: ['driving-licence'], seenUnchanged: true })).toEqual([]);
  });

  it('without a photo two documents are needed, and two different ones', () => {
    expect(problems({ identityDocuments: ['insurance-confirmation'] })).toEqual(['TwoNeeded']);
    expect(problems({ identityDocuments: ['insurance-confirmation', 'pension-notice'] })).toEqual([]);
    expect(problems({ identityDocuments: ['insurance-confirmation', 'insurance-confirmation'] })).toEqual(['TwiceTheSame']);
    expect(problems({ identityDocuments: ['insurance-confirmation', 'passport'] })).toEqual([]);
    expect(problems({ identityDocuments: [] })).toEqual(['NoIdentity']);
  });

  it('who works here is known by sight, face to face; nobody else is, and no proxy', () => {
    expect(problems({ identityDocuments: ['by-sight'] }, staff)).toEqual([]);
    expect(problems({ identityDocuments: ['by-sight'] }, payee)).toEqual(['StaffAlone']);
    expect(problems({ identityDocuments: ['by-sight'], channel: 'post' }, staff)).toEqual(['IdentityNotThisWay']);
    expect(problems({ identityDocuments: ['by-sight'], proxy: 'mandate' }, staff)).toEqual(['StaffAlone']);
  });

  it('from the second time on the number may be compared with the one that is kept', () => {
    expect(problems({ numberDocument: 'kept-record', identityDocuments: ['by-sight'] }, staff)).toEqual(['NothingKept']);
    expect(problems({ numberDocument: 'kept-record', identityDocuments: ['by-sight'] }, { ...staff, checkedBefore: true })).toEqual([]);
  });

  it('each document by the ways the rule knows', () => {
    expect(problems({ channel: 'online', numberDocument: 'residence-record', identityDocuments: ['login'] })).toEqual(['NumberNotThisWay']);
    expect(problems({ channel: 'post', identityDocuments: ['login'] })).toEqual(['IdentityNotThisWay']);
    expect(problems({ channel: 'online', identityDocuments: ['driving-licence'] })).toEqual([]);
    expect(problems({ channel: 'online', identityDocuments: ['passport'] })).toEqual(['IdentityNotThisWay']);
    expect(problems({ channel: 'post', numberDocument: 'phone-card' })).toEqual(['NumberNotThisWay']);
  });

  it('a proxy shows who it is, and what empowers it', () => {
    expect(problems({ proxy: 'mandate', identityDocuments: ['driving-licence'] })).toEqual([]);
    expect(problems({ proxy: 'family-register', identityDocuments: [] })).toEqual(['NoIdentity']);
  });

  it('not before it took place', () => {
    expect(problems({ on: '2026-11-25' as CivilDate })).toEqual(['InFuture']);
  });

  it('all that is wrong is told at once, each once', () => {
    const all = problems({ on: '2027-01-01' as CivilDate, channel: 'online', numberDocument: 'residence-record', identityDocuments: ['passport', 'residence-card'] });
    expect(all).toEqual(['InFuture', 'NumberNotThisWay', 'IdentityNotThisWay']);
    expect(parseIdentityCheck({ ...card, identityDocuments: [] }, payee).ok).toBe(false);
  });
});

describe('the lists of documents', () => {
  it('have each code and label once, each with a source', () => {
    for (const list of [ALL_NUMBER_DOCUMENTS, ALL_IDENTITY_DOCUMENTS, ALL_PROXY_DOCUMENTS]) {
      expect(new Set(list.map(({ code }) => code)).size).toBe(list.length);
      expect(new Set(list.map(({ label }) => label)).size).toBe(list.length);
      for (const { source } of list) expect(source).toMatch(/^https?:\/\//);
    }
    // The insurance card of old is in none of them.
    expect(ALL_IDENTITY_DOCUMENTS.filter(({ label }) => label.includes('保険証'))).toEqual([]);
  });

  it('know their codes', () => {
    expect([isNumberDocumentCode('number-notice'), isNumberDocumentCode('passport'), isIdentityDocumentCode('passport'), isProxyDocumentCode('mandate'), isChannel('face'), isChannel('video')]).toEqual([true, false, true, true, true, false]);
    expect(() => numberDocumentOf('x' as never)).toThrow(RangeError);
  });
});

describe('who checks', () => {
  it('of dependants the employee, of a spouse of the third category the business by mandate, of all others the business', () => {
    expect(whoChecks('employee', null, []).checker).toBe('business');
    expect(whoChecks('payee', null, ['remuneration-report']).checker).toBe('business');
    expect(whoChecks('dependant', 'employee', ['wage-withholding', 'health-pension']).checker).toBe('employee');
    expect(whoChecks('dependant', 'employee', ['wage-withholding', 'third-category-spouse']).checker).toBe('business-by-mandate');
  });

  it('of the owner and the owner’s family nobody', () => {
    expect(whoChecks('owner', null, ['owner-return']).checker).toBe('nobody');
    expect(whoChecks('dependant', 'owner', ['owner-return'])).toMatchObject({ checker: 'nobody', confidence: 'INF' });
  });
});
