import { describe, expect, it } from 'vitest';
import { ok } from '../../../src/core/domain/result.ts';
import type { PageKind, PageRef } from '../../../src/core/formats/page.ts';
import { DRAFT_REF, HEAD_REF, ownRef } from '../../../workers/vault/book/layout.ts';
import { readDisk } from '../../support/vault-fixture-disk.ts';
import { entry, personId, planCreate, planEntry, planRegister, planRemove, planRename } from '../../support/vault-fixture-plans.ts';
import { createVaultFixture } from '../../support/vault-fixture.ts';

const start = async () => {
  const fixture = await createVaultFixture();
  const session = await fixture.createStore();
  await session.writer.commit(planCreate(fixture));
  await session.writer.commit(planRegister([0]));
  const rowsOf = async (kind: PageKind) => (await readDisk(fixture)).filter(({ at }) => at.kind === kind);
  return { fixture, ...session, rowsOf };
};

describe('a commit', () => {
  it('seals anew what it changes, and no other page of the index', async () => {
    const { writer, rowsOf } = await start();
    await writer.commit(planRegister(Array.from({ length: 128 }, (_, n) => n + 1)));
    const before = await rowsOf('index');
    expect(before.map(({ at }) => at.no)).toEqual([0, 1]);
    await writer.commit(planEntry('use'));
    expect(await rowsOf('index')).toEqual(before);
    await writer.commit(planRename(128, '改名'));
    const after = await rowsOf('index');
    expect(after[0]).toEqual(before[0]);
    expect(after[1]?.row.rev).toBe((before[1]?.row.rev ?? 0) + 1);
  });

  it('counts in the rev of the head: two heads of one log are told apart by it', async () => {
    const { writer } = await start();
    expect(writer.book().headRow?.rev).toBe(2);
    await writer.commit(planEntry('use'));
    expect(writer.book().headRow?.rev).toBe(3);
  });

  it('leaves the draft: what somebody is typing is not lost to what else is saved', async () => {
    const { writer, store, sealer, rowsOf } = await start();
    const row = await sealer.seal(DRAFT_REF, 1, new TextEncoder().encode('{}'));
    await store.write({ expect: { at: HEAD_REF, row: writer.book().headRow }, puts: [{ at: DRAFT_REF, row }], deletes: [] });
    expect(await writer.commit(planRename(0, '改名'))).toMatchObject({ ok: true });
    expect(await rowsOf('draft')).toEqual([{ at: DRAFT_REF, row }]);
  });

  it.each<PageRef>([ownRef('person', 0), ownRef('index', 0), ownRef('head', 0), { book: 'log-1', kind: 'setting', no: 0 }])(
    'gives no content to a page past what seals and names it: $kind of $book',
    async (ref) => {
      const { fixture, writer } = await start();
      const disk = await readDisk(fixture);
      const planned = writer.commit(() => Promise.resolve(ok({ plan: { entries: [entry('use')], pages: [{ ref, content: {} }] }, value: null })));
      await expect(planned).rejects.toThrow(`no plan for ${ref.kind} pages`);
      expect(await readDisk(fixture)).toEqual(disk);
    },
  );
});

describe('a rotation', () => {
  it('leaves an index that names persons and numbers alone: what an entry attaches is vouched for by the entry', async () => {
    const { fixture, writer } = await start();
    await writer.commit(planEntry('use', { attach: [{ kind: 'attach', content: { reason: 'secret' } }] }));
    const namesOf = () => [...writer.book().index].map(([no, { pages }]) => [no, pages.map(({ kind }) => kind)]);
    const rotated = await writer.rotate({
      planner: planRemove(fixture, [], 2),
      keyring: { before: fixture.keyring(1), both: fixture.keyring(1, 2), next: fixture.keyring(2) },
      sealer: await fixture.sealer(2),
      renewed: ['profile', 'number', 'note'],
    });
    expect(rotated).toMatchObject({ ok: true, value: { settled: true } });
    expect(namesOf()).toEqual([[0, ['number', 'person']]]);
    expect(await writer.log.readAttached(2, 0)).toEqual(ok({ reason: 'secret' }));
    expect(writer.persons.get(personId(0))).not.toBeNull();
  });
});
