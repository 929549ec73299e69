import type { MemberId, VaultId } from '../../../src/core/domain/ids.ts';
import { encodeBase64url } from '../../../src/core/formats/base64url.ts';
import { concatBytes } from '../../../src/core/formats/bytes.ts';
import { KEYRING_FILE_BYTES, KEYRING_HEAD_BYTES, KEYRING_MAGIC } from '../../../src/core/formats/consts.ts';
import type { Sha256 } from '../../../src/core/formats/hash.ts';
import { chooseNewest } from '../../../src/core/formats/keyring-choice.ts';
import { encodeKeyring, parseKeyring } from '../../../src/core/formats/keyring-document.ts';
import type { Keyring } from '../../../src/core/formats/keyring.ts';
import { parseBase64url } from '../../../src/core/formats/base64url.ts';
import { encodeMark, parseMark } from '../../../src/core/formats/mark.ts';
import { parseKdfParams } from '../../../workers/vault/crypto/kdf.ts';
import { importSealKey } from '../../../workers/vault/crypto/seal.ts';
import { readNewestMark } from '../../../workers/vault/session/marks.ts';
import { openWay } from '../../../workers/vault/session/open-way.ts';
import type { VaultCrypto } from '../../../workers/vault/session/platform.ts';
import type { SeededRandom } from '../../support/seeded-random.ts';
import { keyringFileOf, keyringVectors } from '../reference.ts';
import type { Bytes } from './mutate-bytes.ts';
import { mutateBytes } from './mutate-bytes.ts';
import { mutateJson, mutateValue } from './mutate-json.ts';
import { STRANGE_NUMBERS } from './strange.data.ts';
import type { FuzzTarget } from './target.ts';
import { accepted } from './target.ts';

const bytesOf = (text: string | undefined): Bytes => {
  const bytes = text === undefined ? null : parseBase64url(text);
  if (bytes === null) throw new Error('a vector is not base64url');
  return bytes;
};

/** A file around any document, its length and checksum right: what somebody writes who has the disk. */
const fileAround = (json: string, sequence: number, sha256: Sha256): Bytes => {
  const document = new TextEncoder().encode(json);
  const bytes = new Uint8Array(KEYRING_FILE_BYTES);
  const end = KEYRING_HEAD_BYTES + document.length;
  if (end > KEYRING_FILE_BYTES) return bytes;
  const view = new DataView(bytes.buffer);
  bytes.set(new TextEncoder().encode(KEYRING_MAGIC));
  view.setBigUint64(8, BigInt(sequence));
  view.setUint32(16, document.length);
  bytes.set(document, KEYRING_HEAD_BYTES);
  bytes.set(sha256(concatBytes(bytes.subarray(8, 20), document)), 20);
  return bytes;
};

interface KnownWay {
  readonly vaultId: VaultId;
  readonly memberId: MemberId;
  readonly code: Bytes;
  readonly usk: string;
}

const knownWay = (): KnownWay => {
  const slot = keyringVectors().slots.find(({ code }) => code !== undefined);
  if (slot === undefined) throw new Error('no recovery slot in the vectors');
  return { vaultId: slot.vaultId, memberId: slot.memberId, code: bytesOf(slot.code), usk: slot.usk };
};

/** Tries the printed code on a keyring of somebody's making: what opens must be the very key. */
const tryCode = async (crypto: VaultCrypto, known: KnownWay, keyring: Keyring): Promise<string> => {
  const member = keyring.members.find(({ id }) => id === known.memberId);
  if (member === undefined) return 'no member';
  const way = await openWay(crypto.slots, keyring.vaultId, member, { kind: 'recovery', code: known.code });
  if (!way.ok) return way.error.type;
  return encodeBase64url(way.value.usk) === known.usk ? 'true key' : accepted('a key that was never sealed');
};

/** The two files, bent as bytes or as a document with the checksum mended. */
export const createKeyringTarget = (crypto: VaultCrypto): FuzzTarget => {
  const { sha256 } = crypto.hasher;
  const known = knownWay();
  const documents = keyringVectors().documents.map(({ json }) => json);
  const files = documents.map((json, at) => keyringFileOf(json, 5 + at, sha256).file);

  const bendFiles = (random: SeededRandom): string => {
    const [a, b] = [random.pick(files), random.pick(files)].map((file) => (random.chance(0.8) ? mutateBytes(random, file, files) : file));
    const chosen = chooseNewest(a ?? null, b ?? null, sha256);
    if (!chosen.ok) return chosen.error.type;
    return documents.includes(encodeKeyring(chosen.value.keyring)) ? 'the whole one of two' : accepted('a document with a wrong checksum');
  };

  const bendDocument = async (random: SeededRandom): Promise<string> => {
    const json = mutateJson(random, random.pick(documents), documents);
    const file = fileAround(json, random.pick([1, 5, 6, 2 ** 40]), sha256);
    const chosen = chooseNewest(file, random.chance(0.5) ? file : random.pick(files), sha256);
    if (!chosen.ok) return `mended, ${chosen.error.type}`;
    const text = encodeKeyring(chosen.value.keyring);
    if (text !== json && !documents.includes(text)) accepted('a document that does not encode to itself');
    return `mended, ${await tryCode(crypto, known, chosen.value.keyring)}`;
  };

  return { name: 'keyrings', weight: 10, run: (random) => (random.chance(0.5) ? Promise.resolve(bendFiles(random)) : bendDocument(random)) };
};

/** Argon2id of parameters within the bounds is the real one: only a few may cost that. */
const TRIED = 0.004;

/** Slots alone: kinds, parameters, salts. Parameters out of bounds are refused before a byte of memory is taken. */
export const createSlotTarget = (crypto: VaultCrypto): FuzzTarget => {
  const known = knownWay();
  const { documents, slots } = keyringVectors();
  const { json } = documents[0] ?? { json: '{}' };
  const keyring = JSON.parse(json) as { readonly members: readonly { readonly id: string }[] };
  const instantiate = WebAssembly.instantiate;

  /** What runs without a module of WebAssembly being made: each Argon2id makes one, with its memory. */
  const withoutMemory = async <T>(work: () => Promise<T>): Promise<T> => {
    let made = false;
    WebAssembly.instantiate = ((...given: Parameters<typeof instantiate>) => {
      made = true;
      return instantiate(...given);
    }) as typeof instantiate;
    try {
      return await work();
    } finally {
      WebAssembly.instantiate = instantiate;
      if (made) accepted('parameters that were refused only after memory was taken');
    }
  };

  const bentSlot = (random: SeededRandom): unknown => {
    const { slot } = random.pick(slots);
    const others = slots.map((one) => one.slot);
    if (random.chance(0.5)) return mutateValue(random, slot, others);
    const params = Array.from({ length: random.pick([0, 1, 2, 3, 3, 3, 3, 4]) }, () => random.pick([...STRANGE_NUMBERS, 10, 11, 19 * 1024, 38 * 1024, 64 * 1024, 256 * 1024, 256 * 1024 + 1, 4 * 1024 * 1024]));
    return { ...slot, params };
  };

  return {
    name: 'slots',
    weight: 17,
    run: async (random) => {
      const bent = bentSlot(random);
      const members = keyring.members.map((member) => (member.id === known.memberId ? { ...member, slots: [bent] } : member));
      const parsed = parseKeyring(JSON.stringify({ ...keyring, members }));
      if (!parsed.ok) return parsed.error.type;
      const member = parsed.value.members.find(({ id }) => id === known.memberId);
      const slot = member?.slots[0];
      if (member === undefined || slot === undefined) return 'no slot';
      if (slot.kind === 'recovery') return tryCode(crypto, known, parsed.value);
      const secret = { kind: 'password', password: new TextEncoder().encode('any') } as const;
      if (parseKdfParams(slot.params).ok && !random.chance(TRIED)) return 'within the bounds';
      const work = () => openWay(crypto.slots, parsed.value.vaultId, member, secret);
      const way = parseKdfParams(slot.params).ok ? await work() : await withoutMemory(work);
      return way.ok ? accepted('a password that was never set') : way.error.type;
    },
  };
};

/** Marks: what they say in the clear is believed only to warn; what is sealed must be what was sealed. */
export const createMarkTarget = async (crypto: VaultCrypto): Promise<FuzzTarget> => {
  const marks = (keyringVectors() as unknown as { readonly marks: readonly { readonly json: string; readonly usk: string; readonly secret: { readonly root: string } }[] }).marks;
  const [reference] = marks;
  const mark = reference === undefined ? null : parseMark(reference.json);
  if (reference === undefined || mark === null) throw new Error('no mark in the vectors');
  const usk = await importSealKey(bytesOf(reference.usk));
  const scope = { vaultId: mark.vaultId, storeId: mark.storeId };
  return {
    name: 'marks',
    weight: 5,
    run: async (random) => {
      const bytes = new TextEncoder().encode(reference.json);
      const text = random.chance(0.5) ? mutateJson(random, reference.json, [reference.json]) : new TextDecoder().decode(mutateBytes(random, bytes, [bytes]));
      const parsed = parseMark(text);
      if (parsed !== null && encodeMark(parsed) !== text) accepted('a mark that does not encode to itself');
      const found = await readNewestMark(crypto.seals, usk, scope, [text]);
      if (found === null) return 'no mark';
      if (found.root === '') return 'size alone';
      return found.root === reference.secret.root ? 'true root' : accepted('a root that was never sealed');
    },
  };
};
