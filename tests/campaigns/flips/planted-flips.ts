import { concatBytes } from '../../../src/core/formats/bytes.ts';
import { KEYRING_FILE_BYTES, KEYRING_HEAD_BYTES } from '../../../src/core/formats/consts.ts';
import type { Sha256 } from '../../../src/core/formats/hash.ts';
import { parseKeyringFile } from '../../../src/core/formats/keyring-file.ts';
import type { PersonFields } from '../../../src/core/domain/person/person.ts';
import type { PersonId } from '../../../src/core/domain/ids.ts';
import { createHasher } from '../../../workers/vault/crypto/sha256.ts';
import { KEYRING_FILES } from '../../../workers/vault/storage/names.ts';
import { personFields } from '../../support/vault-fixture-plans.ts';
import type { MadeVault, TestDevice, TestWorker } from '../../workers/session/support/device.ts';
import { createTestDevice, errorOf, makeVault, must } from '../../workers/session/support/device.ts';
import type { Tally } from '../tally.ts';
import { createTally } from '../tally.ts';
import type { Share } from './share.ts';
import { flipBit, placesOf } from './share.ts';

/**
 * Every single bit of the keyring's document, by somebody who mends the checksum in both files: the checksum is for accidents, it keeps
 * nobody out. The vault must not open, or open as what it is: its persons, its record, with the bent field of no consequence.
 */

/** Fields that say nothing the vault believes; where the vault opens with one of them bent, nothing has happened. */
const HARMLESS: readonly RegExp[] = [
  // Which version wrote it: whether we may read it, minReader says alone, and that is kept as it is found.
  /^version$/,
  // Shown before the unlock, and put right by it.
  /^label$/,
  /^experience$/,
  /^members\.0\.name$/,
  // The way in that was not used: the printed code. A bent one opens nothing, and a new kit replaces it.
  /^members\.0\.slots\.1\./,
];

/** The table's signature, not its text: the text is compared with the pages, and the note in them takes the bent one's place. */
const isSignatureAlone = (field: string, a: string, b: string): boolean =>
  field === 'table' && a.slice(0, a.lastIndexOf('\n\n')) === b.slice(0, b.lastIndexOf('\n\n'));

const HASH_AT = 20;
const SEQUENCE_AT = 8;

/** The file with its checksum mended. */
const mended = (file: Uint8Array<ArrayBuffer>, length: number, sha256: Sha256): Uint8Array<ArrayBuffer> => {
  const end = KEYRING_HEAD_BYTES + length;
  file.set(sha256(concatBytes(file.subarray(SEQUENCE_AT, HASH_AT), file.subarray(KEYRING_HEAD_BYTES, end))), HASH_AT);
  return file;
};

/** Path of the first leaf in which two values of one shape differ. */
const differsAt = (a: unknown, b: unknown, path = ''): string | null => {
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return a === b ? null : path;
  for (const key of new Set([...Object.keys(a), ...Object.keys(b)])) {
    const found = differsAt(Reflect.get(a, key), Reflect.get(b, key), path === '' ? key : `${path}.${key}`);
    if (found !== null) return found;
  }
  return null;
};

interface Bench {
  readonly device: TestDevice;
  readonly made: MadeVault;
  readonly person: PersonId;
  readonly file: Uint8Array<ArrayBuffer>;
  readonly length: number;
}

const createBench = async (): Promise<Bench> => {
  const device = await createTestDevice();
  const made = await makeVault(device);
  const person = 'person0000000000000001' as PersonId;
  const fields: PersonFields = personFields(1);
  must(await made.worker.api.registerPerson({ id: person, fields }));
  must(await made.worker.api.lock());
  made.worker.kill();
  const file = device.folders.fileOf(made.storeId, KEYRING_FILES[0])?.slice();
  if (file === undefined) throw new Error('no keyring');
  return { device, made, person, file, length: new DataView(file.buffer).getUint32(16) };
};

/** What an owner finds: null when the vault opened and is the one it was. */
const unlock = async ({ made, person }: Bench, worker: TestWorker): Promise<string | null> => {
  const view = await made.unlock(worker);
  if (!view.ok) return view.error.type;
  const { vaultId } = made.kit;
  if (view.value.vaultId !== vaultId || view.value.storeId !== made.storeId) return 'WRONG: another vault';
  const found = await worker.api.viewPerson(person);
  if (!found.ok || found.value.fields.name !== personFields(1).name) return `WRONG: ${errorOf(found)}`;
  return null;
};

const judge = async (bench: Bench, bent: Uint8Array<ArrayBuffer>, sha256: Sha256): Promise<string> => {
  const { device, made } = bench;
  const before = parseKeyringFile(bench.file, sha256);
  const after = parseKeyringFile(bent, sha256);
  if (!before.ok) throw new Error('the reference does not parse');
  // What does not parse is refused whatever stands in it; the tests of the files prove the way there.
  if (!after.ok) return after.error.type;
  const field = differsAt(before.value.keyring, after.value.keyring);
  if (field === null) return 'WRONG: parses to the same';
  const folder = device.folders.files.get(made.storeId);
  for (const name of KEYRING_FILES) folder?.set(name, bent.slice());
  const worker = await device.boot();
  const problem = await unlock(bench, worker);
  worker.kill();
  if (problem !== null) return problem.startsWith('WRONG') ? `${problem} with ${field} bent` : `not opened: ${problem}`;
  const harmless = HARMLESS.some((one) => one.test(field)) || isSignatureAlone(field, before.value.keyring.table, after.value.keyring.table);
  return harmless ? `opened as it was: ${field.replace(/^members\.0\.slots\.1\..*$/, 'unused way in')}` : `WRONG: opened with ${field} bent`;
};

export const flipPlanted = async (share: Share): Promise<Tally> => {
  const bench = await createBench();
  const { sha256 } = await createHasher();
  const back = await bench.device.snapshotAll();
  const tally = createTally();
  for (const bit of placesOf(share, bench.length * 8)) {
    const at = KEYRING_HEAD_BYTES * 8 + bit;
    const bent = bench.file.slice(0, KEYRING_FILE_BYTES);
    flipBit(bent, at);
    try {
      const outcome = await judge(bench, mended(bent, bench.length, sha256), sha256);
      if (outcome.startsWith('WRONG')) tally.fail(`bit ${bit & 7} of byte ${bit >> 3} of the document: ${outcome}`);
      else tally.count(outcome);
      if (outcome.includes('open')) await back();
    } catch (error) {
      tally.fail(`bit ${bit & 7} of byte ${bit >> 3} of the document: ${String(error)}`);
    }
  }
  return tally.tally();
};
