import path from 'node:path';
import type { Page } from '@playwright/test';
import { fakeFields } from '../support/fake-persons.ts';
import { isFirefox, launchPersistent } from './support/engines.ts';
import { distDir, expect, test } from './support/fixtures.ts';
import { withFolder } from './support/profile.ts';
import { openVaultPage, withVaultPage } from './support/vault-page/vault-page.ts';
import type { VaultPage } from './support/vault-page/vault-page.ts';
import { createVault, errorOf, inspect, listAll, must, PASSWORD, tryUnlock, unlock } from './support/vault-page/vault-use.ts';
import { verifyExport } from './support/verify-export.ts';

// A30: two tabs of one profile write hundreds of persons each, through the app's own worker, and take the vault from each other all the time.
// KINKO_TAB_WRITES=5000 has each write at least that many, in Firefox too.
const asked = process.env.KINKO_TAB_WRITES;
const WRITES = Number(asked ?? 200);

interface Turns {
  readonly acknowledged: readonly { readonly id: string; readonly name: string }[];
  readonly turns: number;
  readonly inVain: number;
  readonly refusals: Readonly<Record<string, number>>;
}

const TABS = ['左', '右'] as const;

const writeInTurns = async (page: Page, vault: VaultPage, tab: string): Promise<Turns> => {
  const { storeId, members } = await inspect(vault);
  const fields = { ...fakeFields({ kind: 'employee' }), name: '' };
  const task = { storeId, memberId: members[0]?.id, password: PASSWORD, fields, tab, writes: WRITES };
  return await page.evaluate(`import('./write-in-turns.js').then(() => globalThis.writeInTurns(${JSON.stringify(task)}))`);
};

/** Who wrote in each stretch of the record from an unlock to the next, by the names of whom he registered. */
const writersOf = (record: string, tabOf: ReadonlyMap<string, string>): readonly ReadonlySet<string>[] => {
  const stretches: Set<string>[] = [new Set()];
  for (const line of record.split('\n').filter((text) => text.startsWith('['))) {
    const entry = JSON.parse(line) as readonly unknown[];
    const [action, subject] = [entry[8], String(entry[9])];
    if (action === 'unlock') stretches.push(new Set());
    if (action === 'register') stretches.at(-1)?.add(tabOf.get(subject) ?? 'nobody');
  }
  return stretches;
};

test('two tabs that write at once: one at a time, nothing acknowledged lost or there twice, the record whole', async ({ ownApp }, info) => {
  test.skip(isFirefox(info.project.name) && asked === undefined, 'in Firefox when asked for');
  test.setTimeout(120_000 + WRITES * 200);
  const app = await ownApp({ replace: withVaultPage(distDir) });
  await withFolder(async (folder) => {
    const context = await launchPersistent(info.project.name, path.join(folder, 'profile'));
    try {
      const pages = [await context.newPage(), await context.newPage()] as const;
      const vaults = [await openVaultPage(pages[0], app.url), await openVaultPage(pages[1], app.url)] as const;
      await createVault(vaults[0]);
      must(await vaults[0].call('lock'));
      // Both at the same moment: one has it, the other is told.
      const answers = await Promise.all(vaults.map((vault) => tryUnlock(vault)));
      expect(answers.map(errorOf).toSorted()).toEqual(['UsedInOtherTab', 'ok']);

      const told = await Promise.all([writeInTurns(pages[0], vaults[0], TABS[0]), writeInTurns(pages[1], vaults[1], TABS[1])]);
      for (const { acknowledged, refusals } of told) {
        expect(acknowledged.length).toBeGreaterThanOrEqual(WRITES);
        // Nothing but that the other one has it.
        expect(Object.keys(refusals).filter((type) => type !== 'Locked')).toEqual([]);
      }
      const each = told.map(({ acknowledged, turns, inVain }) => `${acknowledged.length} writes, taken over ${turns} times, ${inVain} in vain`);
      if (asked !== undefined) console.log(each.join('; '));

      for (const vault of vaults) must(await vault.call('lock'));
      await unlock(vaults[0]);
      const rows = await listAll(vaults[0]);
      const acks = told.flatMap(({ acknowledged }) => acknowledged);
      expect(rows.map(({ id, name }) => `${id} ${name}`).toSorted()).toEqual(acks.map(({ id, name }) => `${id} ${name}`).toSorted());
      const { note } = must(await vaults[0].call('viewCheckpoint'));
      const record = new Uint8Array(await must(await vaults[0].call('exportLog', 'verify')).file.arrayBuffer());
      await verifyExport(record, note);
      // They did take it from each other in the midst of writing, and each stretch of the record is of one of them.
      const stretches = writersOf(new TextDecoder().decode(record), new Map(acks.map(({ id, name }) => [id, name.slice(0, 1)])));
      const written = stretches.filter((writers) => writers.size > 0);
      expect(written.filter((writers) => writers.size > 1 || writers.has('nobody'))).toEqual([]);
      expect(written.length).toBeGreaterThan(3);
    } finally {
      await context.close();
    }
  });
});
