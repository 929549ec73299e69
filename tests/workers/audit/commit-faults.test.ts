import { beforeEach, describe, expect, it, vi } from 'vitest';
import { IDB_ERRORS, runFaultTable } from '../../support/failing-store-table.ts';
import type { Session, VaultFixture } from '../../support/vault-fixture.ts';
import { createVaultFixture } from '../../support/vault-fixture.ts';
import { individualNumber, personId, planCreate, planEntry, planRegister } from '../../support/vault-fixture-plans.ts';

const start = async (): Promise<VaultFixture> => {
  const fixture = await createVaultFixture();
  const session = await fixture.createStore();
  await session.writer.commit(planCreate(fixture));
  await session.writer.commit(planRegister([0, 1]));
  await session.writer.idle();
  session.store.close();
  return fixture;
};

const has = async (session: Session, n: number): Promise<boolean> => {
  if (session.writer.persons.get(personId(n)) === null) return false;
  const numbers = await session.writer.pages.readNumbers(personId(n));
  return numbers.ok && numbers.value[0]?.value === individualNumber(n);
};

const isDatabase = (site: string): boolean => site.startsWith('idb.');

describe('every call of a commit fails once (A27, A28)', { timeout: 120_000 }, () => {
  beforeEach(() => {
    // Dexie says aloud when an engine refuses to open.
    vi.spyOn(console, 'warn').mockImplementation(() => undefined);
  });

  it('database: nothing acknowledged is lost, nothing is half written, the writer goes on', async () => {
    const fixture = await start();
    const result = await runFaultTable(fixture, {
      run: (session, turn) => session.writer.commit(planRegister([turn + 10])),
      isDone: (session, turn) => has(session, turn + 10),
      sites: isDatabase,
      ways: ['lost', 'reported'],
      errors: IDB_ERRORS,
      sticky: [false],
    });
    expect([...fixture.faults.sitesSeen].toSorted()).toEqual(['idb.commit', 'idb.open', 'idb.read', 'idb.transaction', 'idb.write']);
    expect(result.halts).toBe(0);
  });

  it('database gone for good: the writer halts where it no longer knows, and says so', async () => {
    const fixture = await start();
    const result = await runFaultTable(fixture, {
      run: (session, turn) => session.writer.commit(planRegister([turn + 10])),
      isDone: (session, turn) => has(session, turn + 10),
      sites: isDatabase,
      ways: ['lost', 'reported'],
      errors: ['UnknownError', 'QuotaExceededError'],
      sticky: [true],
    });
    expect(result.halts).toBeGreaterThan(0);
    expect(fixture.events.filter((event) => event.type === 'halted')).toHaveLength(result.halts);
  });

  it('cryptography and marks', async () => {
    const fixture = await start();
    const result = await runFaultTable(fixture, {
      run: (session, turn) => session.writer.commit(planRegister([turn + 10])),
      isDone: (session, turn) => has(session, turn + 10),
      sites: (site) => site.startsWith('crypto.') || site === 'mark.keep',
      ways: ['lost', 'reported'],
      errors: ['OperationError'],
      sticky: [false, true],
    });
    expect(result.halts).toBe(0);
    expect(fixture.faults.sitesSeen).toContain('crypto.sign');
  });

  it('a commit that folds the tail into log pages', async () => {
    const fixture = await start();
    const result = await runFaultTable(fixture, {
      // 130 entries at once: at least one log page is made and tail pages are deleted, whatever was there before.
      run: (session, turn) => {
        const entries = Array.from({ length: 130 }, () => ({ action: 'use', subjectId: '', codes: [`turn-${turn}`] }));
        return session.writer.commit(() => Promise.resolve({ ok: true, value: { plan: { entries }, value: null } }));
      },
      isDone: async (session, turn) => {
        const size = session.writer.log.size();
        const lines = await session.writer.log.readLines(size - 131, size);
        return lines.ok && lines.value.lines.filter((line) => line.includes(`"turn-${turn}"`)).length === 130;
      },
      sites: (site) => site === 'idb.write' || site === 'idb.commit',
      ways: ['lost', 'reported'],
      errors: ['AbortError'],
      sticky: [false],
    });
    expect(result.runs).toBeGreaterThan(10);
  });

  it('a validation error goes back to the caller and nothing is written', async () => {
    const fixture = await start();
    const session = await fixture.reopen();
    fixture.engine.durabilities.length = 0;
    const refused = await session.writer.commit(() => Promise.resolve({ ok: false, error: { type: 'NotAllowed' } }));
    expect(refused).toEqual({ ok: false, error: { type: 'NotAllowed' } });
    expect(fixture.engine.durabilities).toEqual([]);
    expect(await session.writer.commit(planEntry('unlock'))).toMatchObject({ ok: true });
  });
});
