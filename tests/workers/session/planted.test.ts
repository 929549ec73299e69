import { expect, test } from 'vitest';
import { ok } from '../../../src/core/domain/result.ts';
import { newBook } from '../../../workers/vault/audit/open.ts';
import { createWriter } from '../../../workers/vault/audit/vault-writer.ts';
import { settingRef } from '../../../workers/vault/book/layout.ts';
import { createSeals } from '../../../workers/vault/crypto/seal.ts';
import { createPageSealer } from '../../../workers/vault/session/page-sealer.ts';
import { encodeSettings } from '../../../workers/vault/session/vault-settings.ts';
import { createPageDb } from '../../../workers/vault/storage/page-db.ts';
import { encodeBase64url, parseBase64url } from '../../../src/core/formats/base64url.ts';
import type { Keyring } from '../../../src/core/formats/keyring.ts';
import { parseSignedNote } from '../../../src/core/formats/signed-note.ts';
import { encodeTableText, parseTableText, tableHash } from '../../../src/core/formats/table-text.ts';
import type { Table } from '../../../src/core/formats/table.ts';
import { sealGrants } from '../../../workers/vault/crypto/grants.ts';
import type { RawKeys } from '../../../workers/vault/crypto/keys.ts';
import { generateKeys, importKeys, keyIdsOf } from '../../../workers/vault/crypto/keys.ts';
import { createNoteSigning } from '../../../workers/vault/crypto/note-signer.ts';
import { createRandom } from '../../../workers/vault/crypto/random.ts';
import { createHasher } from '../../../workers/vault/crypto/sha256.ts';
import { generateSigningPair, importSigningKey } from '../../../workers/vault/crypto/signing.ts';
import type { MadeVault, TestDevice } from './support/device.ts';
import { createTestDevice, errorOf, makeVault, must } from './support/device.ts';

// Somebody with write access to the disk and no key at all. The table in the keyring is public: it tells him every public key he needs
// to grant keys of his own making to the owner, who would then seal numbers under keys that he knows.

const random = createRandom((bytes) => crypto.getRandomValues(bytes));

const tableOf = (keyring: Keyring): Table => {
  const note = parseSignedNote(keyring.table);
  const text = note.ok ? parseTableText(note.value.text) : null;
  if (text?.ok !== true) throw new Error('no table');
  return text.value.table;
};

const plantEpoch = async (keyring: Keyring, epoch: number, raw: RawKeys) => ({
  epoch,
  grants: await sealGrants({ vaultId: keyring.vaultId, storeId: keyring.storeId, epoch }, raw, tableOf(keyring).members),
});

interface Forgery {
  readonly note: string;
  readonly table: Table;
  readonly hash: string;
  /** Signs as the owner, with the planter's key. */
  readonly sign: (text: string) => Promise<string>;
}

/** A table the planter wrote, signed with a key of his own in the owner's name. */
const forge = async (keyring: Keyring, change: (table: Table) => Partial<Table>): Promise<Forgery> => {
  const { sha256 } = await createHasher();
  const note = parseSignedNote(keyring.table);
  if (!note.ok) throw new Error('no note');
  const before = tableOf(keyring);
  const table = { ...before, version: before.version + 1, prev: tableHash(note.value.text, sha256), ...change(before) };
  const pair = await generateSigningPair();
  const key = await importSigningKey(pair.pkcs8);
  if (key === null) throw new Error('no key');
  const name = before.members[0]?.id ?? '';
  const signing = createNoteSigning({ sha256 });
  const sign = (text: string): Promise<string> => signing.signNote(text, { name, key, publicKey: encodeBase64url(pair.publicKey) });
  const text = encodeTableText({ vaultId: keyring.vaultId, table });
  return { note: await sign(text), table, hash: tableHash(text, sha256), sign };
};

const forgeTable = async (keyring: Keyring, change: (table: Table) => Partial<Table>): Promise<string> => (await forge(keyring, change)).note;

const lockedVault = async (): Promise<{ readonly device: TestDevice; readonly made: MadeVault; readonly keyring: Keyring }> => {
  const device = await createTestDevice();
  const made = await makeVault(device);
  must(await made.worker.api.lock());
  return { device, made, keyring: must(await (await device.keyringOf(made.storeId)).read()).keyring };
};

const clearPages = async (database: IDBDatabase): Promise<void> => {
  const transaction = database.transaction('pages', 'readwrite');
  transaction.objectStore('pages').clear();
  await new Promise((resolve) => transaction.addEventListener('complete', resolve));
};

const epochsNow = async (device: TestDevice, made: MadeVault) =>
  must(await (await device.keyringOf(made.storeId)).read()).keyring.epochs.map((epoch) => epoch.epoch);

test('a planted next epoch is not opened, and is gone after the unlock', async () => {
  const { device, made, keyring } = await lockedVault();
  const planted = await plantEpoch(keyring, 2, generateKeys(random));
  await device.editKeyring(made.storeId, (one) => ({ ...one, epochs: [...one.epochs, planted] }));
  expect(errorOf(await made.unlock(await device.boot()))).toBe('ok');
  expect(await epochsNow(device, made)).toEqual([1]);
});

test('a planted epoch in the place of the true one is refused', async () => {
  const { device, made, keyring } = await lockedVault();
  const planted = await plantEpoch(keyring, 1, generateKeys(random));
  await device.editKeyring(made.storeId, (one) => ({ ...one, epochs: [planted] }));
  expect(errorOf(await made.unlock(await device.boot()))).toBe('KeyringDamaged');
});

test('a planted epoch with a forged table that names it: the true epoch stays, the forgery goes', async () => {
  const { device, made, keyring } = await lockedVault();
  const raw = generateKeys(random);
  const planted = await plantEpoch(keyring, 2, raw);
  const keys = await keyIdsOf(raw);
  const table = await forgeTable(keyring, ({ stores }) => ({ stores: stores.map((store) => ({ ...store, epoch: 2, keys })) }));
  await device.editKeyring(made.storeId, (one) => ({ ...one, table, epochs: [...one.epochs, planted] }));
  expect(errorOf(await made.unlock(await device.boot()))).toBe('ok');
  const after = must(await (await device.keyringOf(made.storeId)).read()).keyring;
  expect(after.table).toBe(keyring.table);
  expect(after.epochs.map((epoch) => epoch.epoch)).toEqual([1]);
});

test('a whole database of the planter’s making, under his epoch and his table, is not taken for the vault', async () => {
  const { device, made, keyring } = await lockedVault();
  const { vaultId, storeId } = keyring;
  const { sha256 } = await createHasher();
  const raw = generateKeys(random);
  const held = await importKeys(raw);
  const planted = await plantEpoch(keyring, 2, raw);
  const keys = await keyIdsOf(raw);
  const forged = await forge(keyring, ({ stores }) => ({ stores: stores.map((store) => ({ ...store, epoch: 2, keys })) }));
  const database = await device.openDatabase(storeId);
  await clearPages(database);
  database.close();

  const store = createPageDb({ storeId, engine: device.engine });
  must(await store.create());
  const seals = createSeals({ random });
  const genesis = { version: 1, hash: forged.table.prev, epoch: 2 };
  const memberId = made.memberId;
  const writer = createWriter({
    store,
    keyring: await device.keyringOf(storeId),
    ...newBook({ sealer: createPageSealer({ seals }, { vaultId, storeId, epoch: 2 }, held), table: genesis, salt: random.bytes(32) }),
    marks: { keep: () => Promise.resolve() },
    signer: { memberId, sign: forged.sign },
    platform: { sha256, random: random.bytes, now: () => device.clock.now, build: 'planter' },
  });
  const settings = encodeSettings({ label: 'x', experience: false, entityType: 'sole', paysSalary: true, idleMinutes: 5, rehearsedAt: 1, kitMadeAt: 1, clockTrustedAt: null, members: [], unknown: {} });
  const tables = [{ ...genesis, note: keyring.table }, { version: 2, hash: forged.hash, note: forged.note }];
  for (const table of tables) {
    const entry = { action: 'table', subjectId: '', codes: [], attach: [{ kind: 'table', hash: table.hash }] };
    const pages = [{ ref: settingRef(0), content: settings }];
    must(await writer.commit(async () => Promise.resolve(ok({ plan: { entries: [entry, entry], pages, table }, value: null }))));
  }
  store.close();
  await device.editKeyring(storeId, (one) => ({ ...one, table: forged.note, epochs: [planted] }));
  expect(await made.unlock(await device.boot())).toEqual({ ok: false, error: { type: 'DatabaseDamaged', page: 'table' } });
});

test('a forged table alone, and one that makes a stranger an owner, are refused', async () => {
  const { device, made, keyring } = await lockedVault();
  const stranger = await generateSigningPair();
  const back = await device.snapshotAll();
  for (const change of [
    () => ({ time: 5 }),
    ({ members }: Table) => ({
      members: [...members, { id: random.id() as (typeof members)[number]['id'], role: 'owner' as const, sign: encodeBase64url(stranger.publicKey), hpke: encodeBase64url(Uint8Array.of(4, ...random.bytes(64))) }],
    }),
  ]) {
    const table = await forgeTable(keyring, change);
    await device.editKeyring(made.storeId, (one) => ({ ...one, table }));
    expect(errorOf(await made.unlock(await device.boot()))).toBe('DatabaseDamaged');
    await back();
  }
  expect(errorOf(await made.unlock(await device.boot()))).toBe('ok');
});

test('renewed member keys that the old key never signed are not carried through', async () => {
  const { device, made } = await lockedVault();
  const worker = await device.boot();
  must(await made.unlock(worker));
  const back = await device.snapshotAll();
  must(await worker.api.suspectLeak({ password: 'kumo-no-ue no hirune 42', nextPassword: 'ame ga furu mae ni kaeru 7' }));
  worker.kill();
  const renewed = must(await (await device.keyringOf(made.storeId)).read()).keyring;
  await back();
  // The slots of after, with the old epoch's grants, over the database of before: its table says nothing of these member keys, and the
  // table in the slots is signed, but the epoch in use was never granted to them.
  await device.editKeyring(made.storeId, (one) => ({ ...renewed, epochs: [...one.epochs, ...renewed.epochs] }));
  const answer = await made.unlock(await device.boot(), 'ame ga furu mae ni kaeru 7');
  expect(errorOf(answer)).toBe('KeyringDamaged');
});

test('every bit of a grant, a slot and a sealed key counts', async () => {
  const { device, made } = await lockedVault();
  const back = await device.snapshotAll();
  const flip = (text: string): string => {
    const bytes = parseBase64url(text) ?? new Uint8Array();
    bytes[20] = (bytes[20] ?? 0) ^ 4;
    return encodeBase64url(bytes);
  };
  const member = (change: (one: Keyring['members'][number]) => Keyring['members'][number]) => (keyring: Keyring): Keyring => ({
    ...keyring,
    members: keyring.members.map(change),
  });
  const changes: readonly ((keyring: Keyring) => Keyring)[] = [
    (keyring) => ({ ...keyring, epochs: keyring.epochs.map((epoch) => ({ ...epoch, grants: epoch.grants.map((grant) => ({ ...grant, ct: flip(grant.ct) })) })) }),
    (keyring) => ({ ...keyring, epochs: keyring.epochs.map((epoch) => ({ ...epoch, grants: epoch.grants.toReversed().map((grant, at) => ({ ...grant, key: epoch.grants[at]?.key ?? grant.key })) })) }),
    member((one) => ({ ...one, keys: { ...one.keys, sign: flip(one.keys.sign) } })),
    member((one) => ({ ...one, keys: { ...one.keys, hpke: flip(one.keys.hpke) } })),
    member((one) => ({ ...one, keys: { hpke: one.keys.sign, sign: one.keys.hpke } })),
    member((one) => ({ ...one, slots: one.slots.map((slot) => ({ ...slot, sealed: flip(slot.sealed) })) })),
    member((one) => ({ ...one, slots: one.slots.map((slot) => ({ ...slot, salt: (slot.salt.startsWith('A') ? 'B' : 'A') + slot.salt.slice(1) })) })),
    member((one) => ({ ...one, generation: 2, slots: one.slots.map((slot) => ({ ...slot, generation: 2 })) })),
  ];
  for (const [at, change] of changes.entries()) {
    await device.editKeyring(made.storeId, change);
    expect(['KeyringDamaged', 'WrongSecret'], `change ${at}`).toContain(errorOf(await made.unlock(await device.boot())));
    await back();
  }
});
