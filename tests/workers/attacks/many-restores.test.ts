import { expect, test } from 'vitest';
import type { StoreId } from '../../../src/core/domain/ids.ts';
import { encodeBase64url } from '../../../src/core/formats/base64url.ts';
import { MAX_TABLE_VERSIONS } from '../../../src/core/formats/limits.ts';
import type { KeyIds, Table } from '../../../src/core/formats/table.ts';
import { createNoteSigning } from '../../../workers/vault/crypto/note-signer.ts';
import { createHasher } from '../../../workers/vault/crypto/sha256.ts';
import { createTableMaker, mayFollow, STORES_KEPT, storesWith, TABLES_IN_RESERVE } from '../../../workers/vault/session/table-maker.ts';
import { createMemberKeyring } from '../../../workers/vault/crypto/member-keys.ts';
import { createSeals } from '../../../workers/vault/crypto/seal.ts';
import { createRandom } from '../../../workers/vault/crypto/random.ts';
import { verifyTableChain } from '../../../src/core/formats/table-chain.ts';
import { vaultIdOf } from '../../../src/core/formats/table-text.ts';

// Every restore adds a store to the table. The sixty-fourth made one that no reader takes: the vault was restored, shown, and never
// opened again.

const random = createRandom((bytes) => crypto.getRandomValues(bytes));
const hash = (): string => encodeBase64url(random.bytes(32));
const keyIds = (): KeyIds => ({ profile: hash(), number: hash(), log: hash(), note: hash() });

test('the table of the hundredth restore is read as the first was, and lists the newest store', async () => {
  const hasher = await createHasher();
  const notes = createNoteSigning(hasher);
  const maker = createTableMaker({ notes, hasher });
  const { keys } = await createMemberKeyring({ seals: createSeals({ random }) }).generateMemberKeys();
  const id = random.id() as Table['members'][number]['id'];
  const members = [{ id, role: 'owner', ...keys.publicKeys }] as const;
  const signer = { name: id, key: keys.sign, publicKey: keys.publicKeys.sign };
  const first = await maker.makeGenesis({ time: 1, members, stores: [] }, signer);
  const vaultId = vaultIdOf(first.hash);
  const chain = [first];
  let newest = '';
  for (let n = 0; n < 100; n += 1) {
    const before = chain.at(-1) ?? first;
    newest = random.id();
    const stores = storesWith(before.table, newest as StoreId, 1, keyIds());
    chain.push(await maker.makeNext(vaultId, before, { time: n, members, stores }, signer));
  }
  const verified = await verifyTableChain(chain.map(({ note }) => note), vaultId, notes.verifyDeps);
  expect(verified.ok).toBe(true);
  const last = chain.at(-1)?.table.stores ?? [];
  expect(last).toHaveLength(STORES_KEPT);
  expect(last.at(-1)?.id).toBe(newest);
  const kept = last[0]?.id ?? '';
  expect(storesWith({ ...first.table, stores: last }, kept as StoreId, 2, keyIds())).toHaveLength(STORES_KEPT);
});

test('a table that no reader takes is not signed', async () => {
  const hasher = await createHasher();
  const maker = createTableMaker({ notes: createNoteSigning(hasher), hasher });
  const { keys } = await createMemberKeyring({ seals: createSeals({ random }) }).generateMemberKeys();
  const signer = { name: 'nobody', key: keys.sign, publicKey: keys.publicKeys.sign };
  await expect(maker.makeGenesis({ time: 1, members: [], stores: [] }, signer)).rejects.toThrow('no reader');
});

test('no version follows that a reader would refuse, and the last thousand are left to restores and a suspected leak', () => {
  const at = (version: number) => ({ table: { version, prev: '', time: 1, members: [], stores: [] }, hash: '', note: '' });
  expect([MAX_TABLE_VERSIONS - 1, MAX_TABLE_VERSIONS].map((version) => mayFollow(at(version)))).toEqual([true, false]);
  const reserved = MAX_TABLE_VERSIONS - TABLES_IN_RESERVE;
  expect([reserved - 1, reserved].map((version) => mayFollow(at(version), TABLES_IN_RESERVE))).toEqual([true, false]);
});
