import { Dexie } from 'dexie';
import { describe, expect, it } from 'vitest';
import { parseEntry } from '../../../src/core/formats/log/entry.ts';
import { createFailingEngine } from '../../support/failing-store-engine.ts';
import { createFaults } from '../../support/failing-store.ts';
import { createVaultFixture } from '../../support/vault-fixture.ts';
import { personId, planCreate, planEntry, planRegister, planRename } from '../../support/vault-fixture-plans.ts';

describe('writers on one database (A30)', { timeout: 60_000 }, () => {
  it('two with 1,000 commits together, four with 160: no seq twice, nothing acknowledged lost, everything verifies', async () => {
    for (const [count, each] of [[2, 500], [4, 40]] as const) {
      const fixture = await createVaultFixture();
      const first = await fixture.createStore();
      await first.writer.commit(planCreate(fixture));
      await first.writer.idle();
      const writers = await Promise.all(Array.from({ length: count }, () => fixture.reopen()));
      const acknowledged: number[] = [];
      await Promise.all(
        writers.map(async ({ writer }, w) => {
          for (let n = 0; n < each; n += 1) {
            const who = w * 1000 + n;
            let committed = await writer.commit(planRegister([who]));
            // Whoever lost again and again is told so, and may ask again.
            while (!committed.ok && committed.error.type === 'ChangedMeanwhile') committed = await writer.commit(planRegister([who]));
            expect(committed.ok).toBe(true);
            acknowledged.push(who);
          }
        }),
      );
      for (const { writer } of writers) await writer.idle();
      expect(acknowledged.length).toBe(count * each);

      const again = await fixture.reopen({ ignoreMark: true });
      expect((await again.check()).problems).toEqual([]);
      expect(again.writer.persons.size()).toBe(acknowledged.length);
      for (const who of acknowledged) expect(again.writer.persons.get(personId(who))).not.toBeNull();
      const lines = await again.writer.log.readLines(0, again.writer.log.size());
      const seqs = lines.ok ? lines.value.lines.map((line) => { const entry = parseEntry(line); return entry.ok ? entry.value.seq : -1; }) : [];
      expect(seqs).toEqual(Array.from({ length: acknowledged.length + 1 }, (_, seq) => seq));
    }
  });

  it('a writer that lost plans anew, on what the other has written', async () => {
    const fixture = await createVaultFixture();
    const first = await fixture.createStore();
    await first.writer.commit(planCreate(fixture));
    await first.writer.commit(planRegister([1]));
    const other = await fixture.reopen();
    await other.writer.commit(planRename(1, 'ほかの人'));
    let plans = 0;
    const rename = planRename(1, 'わたし');
    expect(await first.writer.commit((base) => { plans += 1; return rename(base); })).toMatchObject({ ok: true, value: { firstSeq: 3 } });
    expect(plans).toBe(2);
    const record = await first.writer.pages.readPerson(personId(1));
    expect(record.ok && record.value).toMatchObject({ rev: 3, fields: { name: 'わたし' } });
    // The loser's list shows what the other wrote.
    expect(other.writer.persons.get(personId(1))?.name).toBe('ほかの人');
    await other.writer.commit(planEntry('use'));
    expect(other.writer.persons.get(personId(1))?.name).toBe('わたし');
  });
});

describe('nothing but storage is awaited inside a transaction', () => {
  it('WebCrypto in between tears it: the engine of these tests shows what Firefox and WebKit do', async () => {
    const engine = createFailingEngine(createFaults());
    const dexie = new Dexie('torn', engine);
    dexie.version(1).stores({ rows: '' });
    const torn = dexie.transaction('rw', 'rows', async () => {
      await dexie.table('rows').put(1, 'a');
      await crypto.subtle.digest('SHA-256', new Uint8Array(300));
      await dexie.table('rows').put(2, 'b');
      throw new Error('roll back');
    });
    await expect(torn).rejects.toThrow();
    // All or nothing would be 0.
    expect(await dexie.table('rows').count()).toBeGreaterThan(0);
    dexie.close();
  });

  it('no commit does it', async () => {
    const fixture = await createVaultFixture();
    const session = await fixture.createStore();
    fixture.faults.journal();
    await session.writer.commit(planCreate(fixture));
    await session.writer.commit(planRegister(Array.from({ length: 130 }, (_, n) => n)));
    await session.writer.commit(planEntry('use', { attach: [{ kind: 'attach', content: { a: 'b' } }] }));
    const journal = fixture.faults.journal().filter((site) => site !== 'idb.transaction' && site !== 'idb.read');
    expect(journal.filter((site) => site === 'idb.commit')).toHaveLength(3);
    let inside = false;
    const torn = journal.filter((site) => {
      if (site === 'idb.write') inside = true;
      if (site === 'idb.commit') inside = false;
      return inside && site !== 'idb.write';
    });
    expect(torn).toEqual([]);
    expect(journal.filter((site) => site === 'crypto.seal').length).toBeGreaterThan(20);
  });
});
