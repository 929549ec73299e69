import { expect, it } from 'vitest';
import type { JsonObject } from '../../../src/core/formats/canonical.ts';
import { parsePage } from '../../../src/core/formats/page-text.ts';
import { HEAD_REF } from '../../../workers/vault/book/layout.ts';
import { readDisk, writeDisk } from '../../support/vault-fixture-disk.ts';
import { planCreate, planEntry, planRegister } from '../../support/vault-fixture-plans.ts';
import type { Session } from '../../support/vault-fixture.ts';
import { createVaultFixture } from '../../support/vault-fixture.ts';

it('keys that a newer program put into the head stay in this installation, over commits and sessions (page-v1 §4.3)', async () => {
  const fixture = await createVaultFixture();
  const first = await fixture.createStore();
  await first.writer.commit(planCreate(fixture));
  await first.writer.commit(planRegister([0]));
  await first.writer.idle();

  const readHead = async (session: Session): Promise<JsonObject> => {
    const disk = await readDisk(fixture);
    const row = disk.find(({ at }) => at.kind === 'head')!.row;
    const opened = await session.sealer.open(HEAD_REF, row);
    if (opened === null) throw new Error('the head does not open');
    const page = parsePage(opened, HEAD_REF);
    if (!page.ok) throw new Error(JSON.stringify(page.error));
    return page.value;
  };
  const rev = (await readDisk(fixture)).find(({ at }) => at.kind === 'head')!.row.rev;
  const grown = { page: ['own', 'head', 0], schema: 2, ...(await readHead(first)), later: 'in the head' };
  await writeDisk(fixture, [{ at: HEAD_REF, row: await first.sealer.seal(HEAD_REF, rev, new TextEncoder().encode(JSON.stringify(grown))) }]);
  first.store.close();

  for (const n of [1, 2]) {
    const session = await fixture.reopen();
    expect(await session.writer.commit(planRegister([n]))).toMatchObject({ ok: true });
    expect(await session.writer.commit(planEntry('lock'))).toMatchObject({ ok: true });
    await session.writer.idle();
    expect(await readHead(session)).toMatchObject({ later: 'in the head' });
    session.store.close();
  }
});
