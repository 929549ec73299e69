import { createHash } from 'node:crypto';
import { expect, test, vi } from 'vitest';
import { parseRecoveryCode } from '../../../src/core/domain/recovery/recovery-code.ts';
import { isArray, isObject } from '../../../src/core/formats/canonical.ts';
import type { Keyring } from '../../../src/core/formats/keyring.ts';
import { parseSignedNote } from '../../../src/core/formats/signed-note.ts';
import { parseTableText } from '../../../src/core/formats/table-text.ts';
import { keyIdOf } from '../../../workers/vault/crypto/keys.ts';
import { KDF_POLICY } from '../../../workers/vault/crypto/kdf.ts';
import { createSlots } from '../../../workers/vault/crypto/slot.ts';
import { passwordToSecret } from '../../../workers/vault/session/secret-input.ts';
import { random, seals } from '../crypto/kit.ts';
import { fields, numberOf, personId, rehearse } from '../service/support.ts';
import type { TestDevice } from '../session/support/device.ts';
import { createTestDevice, INPUT, must, NEXT_PASSWORD, PASSWORD } from '../session/support/device.ts';
import { readState } from './disk-parts.ts';
import { openCopy } from './forged-copy.ts';
import type { DrawnKind } from './drawn-values.ts';
import { flawsOf } from './drawn-values.ts';

// A11, A36: with the real source, each vault, each renewal, each copy and each seal has keys, salts and ids of its own. What is sealed
// could be guessed, if one of them were fixed or short in any byte.

/** Argon2id takes a second and adds nothing: what is drawn for it is looked at, and what comes out is as different as what goes in. */
type HashWasm = Record<string, unknown>;
vi.mock('hash-wasm', async (load) => ({
  ...(await load<HashWasm>()),
  argon2id: async ({ password, salt }: { readonly password: Uint8Array; readonly salt: Uint8Array }) =>
    Promise.resolve(new Uint8Array(createHash('sha256').update(password).update(salt).digest())),
}));

const VAULTS = 120;
/** Of these everything is done; of the others what is drawn at the making is enough. */
const LIVED = 20;

const bytesOf = (text: string): Uint8Array => Buffer.from(text, 'base64url');

const LENGTHS = {
  'store id': 16, 'member id': 16, 'slot id': 16, 'copy id': 16, 'import id': 16, 'number id': 16,
  'recovery code': 16, 'slot salt': 16, 'seal salt': 32, 'book salt': 32, 'attachment salt': 32,
  'profile key': 32, 'number key': 32, 'log key': 32, 'note key': 32, 'user secret key': 32,
  'ephemeral point': 65, 'public point': 65, 'signing key': 32,
} as const;
type Kind = keyof typeof LENGTHS;

/** One value per thing that was made, however often it is met. */
type Found = Record<Kind, Map<string, Uint8Array>>;

const createFound = (): Found => {
  const made = Object.keys(LENGTHS).map((kind) => [kind, new Map<string, Uint8Array>()] as const);
  return Object.fromEntries(made) as Found;
};

/** Keys that were imported since it was asked last: all of them go through the platform as bytes once. */
const watchKeys = () => {
  const seen: Uint8Array<ArrayBuffer>[] = [];
  const importKey = crypto.subtle.importKey.bind(crypto.subtle) as (...given: readonly unknown[]) => Promise<CryptoKey>;
  vi.spyOn(crypto.subtle, 'importKey').mockImplementation(async (...given: readonly unknown[]) => {
    const [format, bytes] = given;
    if (format === 'raw' && bytes instanceof Uint8Array && bytes.length === 32) seen.push(new Uint8Array(bytes));
    return importKey(...given);
  });
  return () => seen.splice(0);
};

const slots = createSlots({ random, seals, policy: KDF_POLICY });

/** What lies on the disk and opens with the password; `where` tells what was made once from what was made anew. */
const lookAtDisk = async (found: Found, keyring: Keyring, password: string, rawKeys: readonly Uint8Array<ArrayBuffer>[], blobs: readonly Uint8Array[]): Promise<void> => {
  const { storeId, vaultId } = keyring;
  const put = (kind: Kind, where: string, value: Uint8Array): void => void found[kind].set(`${storeId} ${where}`, value);
  put('store id', '', bytesOf(storeId));
  for (const member of keyring.members) {
    put('member id', member.id, bytesOf(member.id));
    for (const slot of member.slots) {
      put('slot id', slot.id, bytesOf(slot.id));
      put('slot salt', slot.id, bytesOf(slot.salt));
      if (slot.kind !== 'password') continue;
      const usk = await slots.openSlot({ vaultId, memberId: member.id }, slot, passwordToSecret(password));
      if (usk.ok) put('user secret key', String(member.generation), usk.value);
    }
    for (const sealed of [...member.slots.map((slot) => slot.sealed), member.keys.hpke, member.keys.sign]) put('seal salt', sealed, bytesOf(sealed).subarray(0, 32));
  }
  for (const { grants } of keyring.epochs) for (const { enc } of grants) put('ephemeral point', enc, bytesOf(enc));
  for (const blob of blobs) put('seal salt', Buffer.from(blob).toString('base64'), blob.subarray(0, 32));
  const note = parseSignedNote(keyring.table);
  const { table } = must(parseTableText(note.ok ? note.value.text : ''));
  for (const { id, hpke, sign } of table.members) {
    put('public point', `${id} ${table.version > 2 ? hpke : ''}`, bytesOf(hpke));
    put('signing key', `${id} ${table.version > 2 ? sign : ''}`, bytesOf(sign));
  }
  const ids = await Promise.all(rawKeys.map(keyIdOf));
  for (const store of table.stores) {
    for (const name of ['profile', 'number', 'log', 'note'] as const) {
      const raw = rawKeys[ids.indexOf(store.keys[name])];
      // That of the log goes on when somebody is removed: what the record says stays readable.
      if (raw !== undefined) put(`${name} key`, `${store.id} ${name === 'log' ? store.keys.log : store.epoch}`, raw);
    }
  }
};

const lookAtCopy = async (found: Found, file: Blob): Promise<void> => {
  const { content, grants, blobs } = await openCopy(file, slots);
  for (const { enc } of grants) found['ephemeral point'].set(enc, bytesOf(enc));
  for (const blob of blobs) found['seal salt'].set(Buffer.from(blob).toString('base64'), blob.subarray(0, 32));
  for (const { ref, content: words } of content.pages) {
    const { salt, numbers } = words;
    if (ref.kind === 'list' && typeof salt === 'string') found['attachment salt'].set(salt, bytesOf(salt));
    for (const row of ref.kind === 'number' && isArray(numbers) ? numbers : []) {
      const id = isObject(row) ? row['id'] : null;
      if (typeof id === 'string') found['number id'].set(id, bytesOf(id));
    }
  }
};

const blobsOf = async (device: TestDevice, storeId: string): Promise<readonly Uint8Array[]> =>
  (await readState(device, storeId)).rows.flatMap(([, value]) => (typeof value === 'object' && value !== null && 'blob' in value && value.blob instanceof Uint8Array ? [value.blob] : []));

test('of 120 vaults no key, salt or id is fixed in any byte, short, or there twice', async () => {
  const found = createFound();
  const takeKeys = watchKeys();
  const asked = new Set<string>();
  for (let n = 0; n < VAULTS; n += 1) {
    const device = await createTestDevice();
    const worker = await device.boot({ createSlots: (deps) => createSlots({ ...deps, policy: KDF_POLICY }) });
    const { api } = worker;
    const kit = must(await api.createVault(INPUT));
    const keys = takeKeys();
    const look = async (password: string): Promise<void> => {
      keys.push(...takeKeys());
      await lookAtDisk(found, must(await (await device.keyringOf(kit.storeId)).read()).keyring, password, keys, await blobsOf(device, kit.storeId));
    };
    const code = must(parseRecoveryCode(kit.recoveryCode));
    found['recovery code'].set(`${n} first`, code);
    const { writer } = must(worker.vaultRef.current());
    found['book salt'].set(String(n), writer.book().head.salt);
    asked.add(must(await api.startRehearsal()).join());
    await look(PASSWORD);
    if (n >= LIVED) continue;
    await rehearse({ worker, kit });
    const ids = [personId(), personId()];
    for (const id of ids) must(await api.registerPerson({ id, fields: fields({ name: id }) }));
    const lines = Array.from({ length: 10 }, (_, at) => `${at},新人${at},${numberOf(at + 10)}`);
    const preview = must(await api.readImport([new File([`社員番号,氏名,個人番号\n${lines.join('\n')}\n`], 'a.csv')]));
    found['import id'].set(String(n), bytesOf(preview.importId));
    must(await api.commitImport(preview.importId));
    for (let turn = 0; turn < 2; turn += 1) {
      const { copyId, file } = must(await api.makeCopy());
      found['copy id'].set(copyId, bytesOf(copyId));
      if (turn === 1) await lookAtCopy(found, file);
    }
    must(await api.cancelPersons([ids[0] ?? personId()]));
    await look(PASSWORD);
    const renewed = must(await api.suspectLeak({ password: PASSWORD, nextPassword: NEXT_PASSWORD }));
    found['recovery code'].set(`${n} second`, must(parseRecoveryCode(renewed.kit.recoveryCode)));
    await look(NEXT_PASSWORD);
    worker.kill();
  }
  const kinds = Object.entries(LENGTHS).map(([name, length]): DrawnKind => ({ name, length, values: [...found[name as Kind].values()], fixed: length === 65 ? 1 : 0 }));
  expect(kinds.flatMap(flawsOf)).toEqual([]);
  // All of them were looked at.
  expect(kinds.filter(({ values }) => values.length < LIVED).map(({ name }) => name)).toEqual([]);
  expect(kinds.filter(({ values }) => values.length >= VAULTS).length).toBeGreaterThan(14);
  for (const [kind, renewals] of [['profile key', 2], ['number key', 2], ['note key', 2], ['log key', 1], ['user secret key', 1], ['public point', 1]] as const) {
    expect([kind, found[kind].size]).toEqual([kind, VAULTS + LIVED * renewals]);
  }
  expect(asked.size).toBeGreaterThan(30);
}, 120_000);

test('values that are fixed, short, repeated, or stand still in one bit are told', () => {
  const good = Array.from({ length: 300 }, () => random.bytes(32));
  const flaws = (change: (value: Uint8Array, at: number) => Uint8Array) => flawsOf({ name: 'key', length: 32, values: good.map(change) });
  expect(flaws((value) => value)).toEqual([]);
  expect(flaws(() => new Uint8Array(32)).length).toBeGreaterThan(32);
  expect(flaws((value) => value.slice(0, 16))[0]).toBe('key: not 32 bytes');
  expect(flaws((value, at) => good[at - (at % 2)] ?? value)[0]).toBe('key: 150 twice');
  expect(flaws((value) => value.with(5, 0))).toContain('key: 1 bytes at 5');
  expect(flaws((value) => value.with(31, (value[31] ?? 0) & 0xfe))).toContain('key: bit 0 of 31 is set 0 times');
});
