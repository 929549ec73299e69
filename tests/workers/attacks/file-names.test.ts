import { expect, test } from 'vitest';
import type { OpenVault } from '../../../workers/vault/session/open-vault.ts';
import { ALL, makeRehearsedVault, numberOf } from '../service/support.ts';
import { must } from '../session/support/device.ts';

// People write names and numbers into the names of files. The record outlives a cancellation, and rides on every copy.

/** All that entries commit to without showing it. The lines themselves are words of closed lists, ids and hashes. */
const attachedTexts = async ({ writer: { log } }: OpenVault): Promise<string> => {
  const { lines } = must(await log.readLines(0, log.size()));
  const attached: unknown[] = [];
  for (const [seq, line] of lines.entries()) {
    const entry: readonly unknown[] = JSON.parse(line);
    const places = Array.isArray(entry[12]) ? entry[12] : [];
    for (const [at, place] of places.entries())
      if (Array.isArray(place) && place[0] === 'list') attached.push(must(await log.readAttached(seq, at)));
  }
  return JSON.stringify(attached);
};

test('nothing of the name of an imported file is in the record, before and after the cancellation of its persons', async () => {
  const vault = await makeRehearsedVault();
  const { api } = vault.worker;
  const number = numberOf(77);
  const groups = [number.slice(0, 4), number.slice(4, 8), number.slice(8)];
  const file = new File([`従業員番号,氏名,マイナンバー\n1,阿部,${number}\n`], `阿部_${groups.join('_')}.csv`);
  must(await api.commitImport(must(await api.readImport([file])).importId));
  const open = must(vault.worker.vaultRef.current());
  const imported = await attachedTexts(open);
  expect(imported).toBe('[{"sheets":[["staff",1]]}]');
  const { rows } = must(await api.listPersons({ text: '', kinds: [], states: [], offset: 0, limit: 9 }));
  must(await api.cancelPersons(rows.map(({ id }) => id)));
  expect(must(await api.listEntries({ ...ALL, actions: ['cancel'] })).total).toBe(rows.length);
  for (const record of [imported, await attachedTexts(open)]) {
    for (const piece of ['阿部', '.csv', ...groups]) expect(record).not.toContain(piece);
  }
});
