import { beforeEach, describe, expect, it } from 'vitest';
import type { VaultError } from '../../../src/core/contract/errors.ts';
import type { CivilDate } from '../../../src/core/domain/date/civil-date.ts';
import type { UseInput } from '../../../src/core/contract/life-api.ts';
import type { IdentityCheck } from '../../../src/core/domain/identity/identity-check.ts';
import { LIFE_LIMITS } from '../../../src/core/domain/life/person-life.ts';
import type { PersonId } from '../../../src/core/domain/ids.ts';
import type { Result } from '../../../src/core/domain/result.ts';
import { MAX_AT_ONCE } from '../../../workers/vault/service/life/life-service.ts';
import { createVerifyBoth } from '../../support/verify-both.ts';
import { must } from '../session/support/device.ts';
import type { RehearsedVault } from './support.ts';
import { ALL, fields, makeRehearsedVault, numberOf, personId } from './support.ts';

const DAY_MS = 86_400_000;

let vault: RehearsedVault;
let staff: PersonId;
let today: CivilDate;

const card = (change: Partial<IdentityCheck> = {}): IdentityCheck => ({ on: today, channel: 'face', numberDocument: 'number-card', identityDocuments: ['number-card'], seenUnchanged: false, proxy: null, ...change });
/** The whole of an answer that is none. */
const refusalOf = <T>(answer: Result<T, VaultError>): VaultError | null => (answer.ok ? null : answer.error);
const enter = async (id: PersonId, n: number): Promise<void> => {
  must(await vault.worker.api.enterNumber({ personId: id, text: numberOf(n), again: null, replaces: false, sameAs: null }));
};
const register = async (change: Parameters<typeof fields>[0] = {}): Promise<PersonId> => {
  const id = personId();
  must(await vault.worker.api.registerPerson({ id, fields: fields(change) }));
  return id;
};
const rowsOf = async (action: string) => must(await vault.worker.api.listEntries({ ...ALL, actions: [action] })).rows;

beforeEach(async () => {
  vault = await makeRehearsedVault();
  staff = await register();
  today = must(await vault.worker.api.viewLife(staff)).asOf;
});

describe('what happened to a number', () => {
  it('begins with nothing, and says what may be asked and who checks', async () => {
    const { api } = vault.worker;
    expect(must(await api.viewLife(staff))).toMatchObject({ stage: 'not-asked', asking: { type: 'not-asked' }, guard: null, whoChecks: { checker: 'business' }, keepings: [], dueFrom: null });
    expect(refusalOf(await api.viewLife(personId()))).toEqual({ type: 'NotFound' });
  });

  it('goes from the asking over a refusal to the number and its check, one entry each', async () => {
    const { api } = vault.worker;
    must(await api.giveNotice([staff]));
    must(await api.askForNumbers({ personIds: [staff], way: 'letter', explained: true }));
    expect(must(await api.viewLife(staff)).stage).toBe('asked');
    expect(must(await api.refuseNumber({ personId: staff, reason: 'no-document' }))).toMatchObject({ stage: 'refused', life: { requests: [{ askedOn: today, way: 'letter', explained: true, refused: { on: today, reason: 'no-document' } }] } });
    must(await api.askForNumbers({ personIds: [staff], way: 'spoken', explained: false }));
    await enter(staff, 1);
    expect(must(await api.viewLife(staff)).stage).toBe('given');
    expect(must(await api.recordCheck({ personId: staff, check: card({ identityDocuments: ['by-sight'] }) }))).toMatchObject({ stage: 'checked', life: { notices: [{ on: today, purposes: ['wage-withholding'] }] } });

    const rows = await Promise.all(['notice-given', 'number-asked', 'number-refused', 'identity-checked'].map(rowsOf));
    expect(rows.map((some) => some.map(({ codes }) => codes))).toEqual([
      [['purpose:wage-withholding']],
      [['asked-by:spoken'], ['asked-by:letter']],
      [['refusal:no-document']],
      [['channel:face', 'number-document:number-card', 'identity-document:by-sight']],
    ]);
    const both = await createVerifyBoth();
    const { app, independent } = await both(new Uint8Array(await must(await api.exportLog('verify')).file.arrayBuffer()));
    expect(app).toMatchObject({ ok: true, unknownActions: [], unknownCodes: [] });
    expect(independent).toEqual(app);
  });

  it('is there after the lock, and in the record of the person', async () => {
    must(await vault.worker.api.askForNumbers({ personIds: [staff], way: 'mail', explained: false }));
    must(await vault.worker.api.lock());
    const again = await vault.device.boot();
    must(await vault.unlock(again));
    expect(must(await again.api.viewLife(staff)).asking).toMatchObject({ type: 'asked', last: { way: 'mail' } });
  });

  it('of many is one commit; all of them or none', async () => {
    const { api } = vault.worker;
    const other = await register({ name: '二人目' });
    must(await api.askForNumbers({ personIds: [staff, other, staff], way: 'spoken', explained: false }));
    expect((await rowsOf('number-asked')).map(({ personName }) => personName)).toHaveLength(2);
    expect(refusalOf(await api.askForNumbers({ personIds: [staff, personId()], way: 'spoken', explained: false }))).toEqual({ type: 'NotFound' });
    expect(await rowsOf('number-asked')).toHaveLength(2);
    const tooMany = Array.from({ length: MAX_AT_ONCE + 1 }, personId);
    for (const personIds of [[], tooMany]) {
      const refused = { type: 'InvalidInput', fields: [{ field: 'personIds', problem: 'OutOfRange' }] };
      expect(refusalOf(await api.askForNumbers({ personIds, way: 'spoken', explained: false }))).toEqual(refused);
      expect(refusalOf(await api.giveNotice(personIds))).toEqual(refused);
    }
  });

  it('keeps the newest twenty times of asking; the record has all', async () => {
    const { api } = vault.worker;
    for (let n = 0; n <= LIFE_LIMITS.requests; n += 1) must(await api.askForNumbers({ personIds: [staff], way: n === 0 ? 'mail' : 'spoken', explained: false }));
    const { requests } = must(await api.viewLife(staff)).life;
    expect([requests.length, requests.some(({ way }) => way === 'mail')]).toEqual([LIFE_LIMITS.requests, false]);
    expect(await rowsOf('number-asked')).toHaveLength(LIFE_LIMITS.requests + 1);
  });
});

describe('the use of a number', () => {
  const slip = (change: Partial<UseInput> = {}): UseInput => ({ personId: staff, filing: 'wage-slip', year: 2026, destination: 'tax-office', ...change });

  it('is an entry with filing, year and destination before the digits are given, and one fact however often it is', async () => {
    const { api } = vault.worker;
    await enter(staff, 1);
    must(await api.recordCheck({ personId: staff, check: card() }));
    expect(must(await api.useNumber(slip()))).toMatchObject({ digits: numberOf(1), view: { stage: 'kept', life: { uses: [{ filing: 'wage-slip', year: 2026, destination: 'tax-office', on: today }], papers: [] } } });
    must(await api.useNumber(slip()));
    must(await api.useNumber(slip({ destination: 'accountant' })));
    expect(must(await api.viewLife(staff)).life.uses).toHaveLength(2);
    expect((await rowsOf('use')).map(({ codes }) => codes)).toEqual([
      ['filing:wage-slip', 'year:2026', 'to:accountant', 'purpose:wage-withholding'],
      ['filing:wage-slip', 'year:2026', 'to:tax-office', 'purpose:wage-withholding'],
      ['filing:wage-slip', 'year:2026', 'to:tax-office', 'purpose:wage-withholding'],
    ]);
    const both = await createVerifyBoth();
    const { app, independent } = await both(new Uint8Array(await must(await api.exportLog('verify')).file.arrayBuffer()));
    expect(app).toMatchObject({ ok: true, unknownActions: [], unknownCodes: [] });
    expect(independent).toEqual(app);
  });

  it('on a report of payments lets its copy be kept, seven years at most', async () => {
    const { api } = vault.worker;
    const payee = await register({ kind: 'payee', name: '支払先', kana: '', purposes: ['remuneration-report'] });
    await enter(payee, 2);
    const report = slip({ personId: payee, filing: 'remuneration-report' });
    must(await api.useNumber(report));
    const { view } = must(await api.useNumber(report));
    expect(view.keepings).toMatchObject([{ from: '2027-02-01', until: '2034-01-31', duty: false }]);
    expect(view.life.papers).toHaveLength(1);
  });

  it('outside of what the person was told, or of where it goes, is refused and leaves no trace', async () => {
    const { api } = vault.worker;
    await enter(staff, 1);
    for (const change of [{ filing: 'health-pension', destination: 'pension-office' }, { filing: 'remuneration-report' }, { destination: 'municipality' }, { destination: 'person' }] as const) {
      expect(refusalOf(await api.useNumber(slip(change)))).toEqual({ type: 'NotAllowed' });
    }
    for (const year of [2015, 2100]) expect(refusalOf(await api.useNumber(slip({ year })))).toEqual({ type: 'InvalidInput', fields: [{ field: 'year', problem: 'OutOfRange' }] });
    expect(await rowsOf('use')).toEqual([]);
    expect(must(await api.viewLife(staff)).life.uses).toEqual([]);
  });

  it('of nobody, or of somebody without a number, is none', async () => {
    const { api } = vault.worker;
    expect(refusalOf(await api.useNumber(slip()))).toEqual({ type: 'NumberMissing' });
    expect(refusalOf(await api.useNumber(slip({ personId: personId() })))).toEqual({ type: 'NotFound' });
    expect(await rowsOf('use')).toEqual([]);
  });
});

describe('what is refused', () => {
  it('asking where there is no right to: nothing is written', async () => {
    const { api } = vault.worker;
    const company = await register({ kind: 'payee', name: '株式会社見本', kana: '', corporate: true, purposes: [] });
    const family = await register({ kind: 'dependant', name: '祖母', parentId: staff, relationship: '祖母', purposes: [] });
    for (const [id, type] of [[company, 'company'], [family, 'no-dependant']] as const) {
      expect(must(await api.viewLife(id)).guard?.type).toBe(type);
      expect(refusalOf(await api.askForNumbers({ personIds: [staff, id], way: 'spoken', explained: false }))).toEqual({ type: 'InvalidInput', fields: [{ field: 'personIds', problem: 'Guarded' }] });
    }
    expect(await rowsOf('number-asked')).toEqual([]);
  });

  it('an answer to nothing', async () => {
    expect(refusalOf(await vault.worker.api.refuseNumber({ personId: staff, reason: 'unwilling' }))).toEqual({ type: 'InvalidInput', fields: [{ field: 'personId', problem: 'NotAsked' }] });
  });

  it('a check of no number, and one that no rule knows, with every reason', async () => {
    const { api } = vault.worker;
    expect(refusalOf(await api.recordCheck({ personId: staff, check: card() }))).toEqual({ type: 'NumberMissing' });
    await enter(staff, 1);
    const check = card({ numberDocument: 'number-notice', identityDocuments: ['insurance-confirmation'] });
    expect(refusalOf(await api.recordCheck({ personId: staff, check }))).toEqual({ type: 'InvalidInput', fields: [{ field: 'check', problem: 'NotAccepted' }, { field: 'check', problem: 'TwoNeeded' }] });
    expect(await rowsOf('identity-checked')).toEqual([]);
    const payee = await register({ kind: 'payee', name: '支払先', kana: '', purposes: ['remuneration-report'] });
    await enter(payee, 2);
    expect(refusalOf(await api.recordCheck({ personId: payee, check: card({ identityDocuments: ['by-sight'] }) }))).toMatchObject({ fields: [{ problem: 'StaffAlone' }] });
  });

  it('a comparison with a number that was never checked', async () => {
    const { api } = vault.worker;
    await enter(staff, 1);
    expect(refusalOf(await api.recordCheck({ personId: staff, check: card({ numberDocument: 'kept-record', identityDocuments: ['by-sight'] }) }))).toMatchObject({ fields: [{ problem: 'NothingKept' }] });
    must(await api.recordCheck({ personId: staff, check: card() }));
    must(await api.recordCheck({ personId: staff, check: card({ numberDocument: 'kept-record', identityDocuments: ['by-sight'] }) }));
  });
});

it('a clock that is in doubt makes nothing due', async () => {
  const ended = { relationTo: { date: today, written: today, calendar: 'western' } } as const;
  const left = await register({ name: '退職者', ...ended });
  await enter(left, 5);
  must(await vault.worker.api.lock());
  vault.device.clock.now += 400 * DAY_MS;
  const later = await vault.device.boot();
  expect(must(await vault.unlock(later)).clockDoubtful).toBe(true);
  expect(must(await later.api.viewLife(left))).toMatchObject({ stage: 'given', asOf: today });
  must(await later.api.confirmClock());
  expect(must(await later.api.viewLife(left))).toMatchObject({ stage: 'due' });
});

it('two rows of one human keep what is known of both', async () => {
  const { api } = vault.worker;
  const twice = await register({ name: '同じ人' });
  must(await api.askForNumbers({ personIds: [twice], way: 'mail', explained: false }));
  must(await api.mergePersons({ keep: staff, drop: twice }));
  expect(must(await api.viewLife(staff)).life.requests).toHaveLength(1);
});
