import { expect, test } from 'vitest';
import { SEAL_SALT_BYTES } from '../../../src/core/formats/consts.ts';
import { createRandom } from '../../../workers/vault/crypto/random.ts';
import { createSeals, importSealKey } from '../../../workers/vault/crypto/seal.ts';
import { createTestDevice, errorOf, INPUT, makeVault, must } from '../session/support/device.ts';
import { fields, numberOf, personId, rehearse } from '../service/support.ts';
import { readState } from './disk-parts.ts';

// A11: no key seals two things with one nonce. A fresh salt makes a fresh key, so it is enough that no salt comes twice, for as long as
// a vault lives and in all its copies.

const saltOf = (blob: Uint8Array): string => Buffer.from(blob.subarray(0, SEAL_SALT_BYTES)).toString('hex');

const blobsOf = (rows: readonly (readonly [unknown, unknown])[]): readonly Uint8Array[] =>
  rows.flatMap(([, value]) => (typeof value === 'object' && value !== null && 'blob' in value && value.blob instanceof Uint8Array ? [value.blob] : []));

test('whatever a vault writes through months of use and copies, no salt stands over two contents', async () => {
  const device = await createTestDevice();
  const made = await makeVault(device);
  await rehearse(made);
  const { api } = made.worker;
  const contents = new Map<string, string>();
  const look = async (): Promise<void> => {
    const sealed = [...blobsOf((await readState(device, made.storeId)).rows)];
    const { keyring } = must(await (await device.keyringOf(made.storeId)).read());
    const texts = keyring.members.flatMap(({ slots, keys }) => [...slots.map((slot) => slot.sealed), keys.hpke, keys.sign]);
    sealed.push(...texts.map((text) => Buffer.from(text, 'base64url')));
    const copy = await must(await api.makeCopy()).file.text();
    sealed.push(...copy.split('\n').filter((line) => line.startsWith('{"page":')).map((line) => Buffer.from((JSON.parse(line) as { readonly page: readonly string[] }).page[4] ?? '', 'base64url')));
    for (const blob of sealed) {
      const content = Buffer.from(blob).toString('base64');
      expect(contents.get(saltOf(blob)) ?? content).toBe(content);
      contents.set(saltOf(blob), content);
    }
  };
  const ids = Array.from({ length: 12 }, personId);
  for (const [n, id] of ids.entries()) {
    must(await api.registerPerson({ id, fields: fields({ name: `人${n}` }) }));
    must(await api.enterNumber({ personId: id, text: numberOf(n), again: null, replaces: false, sameAs: null }));
    // The same content, again and again, at the same place.
    for (let turn = 0; turn < 3; turn += 1) must(await api.changeSettings({ label: `名${turn}` }));
    if (n % 4 === 3) await look();
  }
  must(await api.cancelPersons(ids.slice(0, 3)));
  await look();
  expect(contents.size).toBeGreaterThan(60);
});

test('of 20,000 seals of one content at one place under one key, and 80,000 draws more from the same source, no two salts are alike', async () => {
  const random = createRandom((bytes) => crypto.getRandomValues(bytes));
  const seals = createSeals({ random });
  const key = await importSealKey(random.bytes(32));
  const aad = new TextEncoder().encode('["kinko/1"]');
  const plain = new Uint8Array(1);
  const seen = new Set<string>();
  const [SEALS, DRAWS] = [20_000, 80_000];
  for (let n = 0; n < SEALS; n += 500) {
    for (const sealed of await Promise.all(Array.from({ length: 500 }, () => seals.sealWith(key, aad, plain)))) seen.add(saltOf(sealed));
  }
  // Without the AES: the salt is drawn before it.
  for (let n = 0; n < DRAWS; n += 1) seen.add(Buffer.from(random.bytes(SEAL_SALT_BYTES)).toString('hex'));
  expect(seen.size).toBe(SEALS + DRAWS);
}, 120_000);

test.each([
  ['stuck from the beginning', 0],
  ['stuck from the third draw on', 3],
  ['stuck in the middle of making a vault', 12],
])('a source of randomness that is %s makes no vault and seals nothing', async (_name, after) => {
  const device = await createTestDevice();
  let drawn = 0;
  const worker = await device.boot({
    fill: (bytes) => {
      drawn += 1;
      if (drawn > after) bytes.fill(7);
      else crypto.getRandomValues(bytes);
    },
  });
  expect(errorOf(await worker.api.createVault(INPUT))).toBe('Unexpected');
  worker.kill();
  // Nothing that could be taken for a vault is left.
  const other = await device.boot();
  expect(must(await other.api.inspectDevice([])).stores).toEqual([]);
});
