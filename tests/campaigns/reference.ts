import { readFileSync } from 'node:fs';
import { parseBase64url } from '../../src/core/formats/base64url.ts';
import { encodeKeyringFile } from '../../src/core/formats/keyring-file.ts';
import { parseKeyring } from '../../src/core/formats/keyring-document.ts';
import type { Keyring, KeySlot } from '../../src/core/formats/keyring.ts';
import type { Sha256 } from '../../src/core/formats/hash.ts';
import type { MemberId, VaultId } from '../../src/core/domain/ids.ts';
import { KDF_POLICY } from '../../workers/vault/crypto/kdf.ts';
import { createMemberKeyring } from '../../workers/vault/crypto/member-keys.ts';
import { createNoteSigning } from '../../workers/vault/crypto/note-signer.ts';
import { createRandom } from '../../workers/vault/crypto/random.ts';
import { createSeals } from '../../workers/vault/crypto/seal.ts';
import { createHasher } from '../../workers/vault/crypto/sha256.ts';
import { createSlots } from '../../workers/vault/crypto/slot.ts';
import type { VaultCrypto } from '../../workers/vault/session/platform.ts';

/** The files that campaigns bend: published ones, so that a seed means the same on every machine and in every year. */

const VECTORS = new URL('../vectors/', import.meta.url);
const readBytes = (name: string): Uint8Array<ArrayBuffer> => new Uint8Array(readFileSync(new URL(name, VECTORS)));
const readJson = (name: string): unknown => JSON.parse(readFileSync(new URL(name, VECTORS), 'utf8'));

/** The real cryptography, put together as the worker does. */
export const createCampaignCrypto = async (): Promise<VaultCrypto> => {
  const random = createRandom((bytes) => crypto.getRandomValues(bytes));
  const hasher = await createHasher();
  const seals = createSeals({ random });
  return {
    random,
    hasher,
    seals,
    slots: createSlots({ random, seals, policy: KDF_POLICY }),
    members: createMemberKeyring({ seals }),
    notes: createNoteSigning({ sha256: hasher.sha256 }),
  };
};

/** A copy with the secret that opens it at once: the printed code needs no slow KDF. */
export interface ReferenceContainer {
  readonly name: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly vaultId: VaultId;
  readonly memberId: MemberId;
  /** 16 bytes */
  readonly code: Uint8Array<ArrayBuffer>;
}

interface ContainerCase {
  readonly name: string;
  readonly file: string;
  readonly vaultId: VaultId;
  readonly memberId: MemberId;
  readonly code: string;
}

const bytesOf = (text: string): Uint8Array<ArrayBuffer> => {
  const bytes = parseBase64url(text);
  if (bytes === null) throw new Error('a vector is not base64url');
  return bytes;
};

/** Copies of the other implementation, all valid. */
export const referenceContainers = (): readonly ReferenceContainer[] =>
  (readJson('container-v1/must-pass.json') as { readonly cases: readonly ContainerCase[] }).cases.map(({ name, file, vaultId, memberId, code }) => ({
    name,
    bytes: new TextEncoder().encode(file),
    vaultId,
    memberId,
    code: bytesOf(code),
  }));

/** A copy that an earlier build of the app wrote. */
export const goldenContainer = (): Uint8Array<ArrayBuffer> => readBytes('container-v1/golden-app.kinko');

interface KeyringVectors {
  readonly documents: readonly { readonly name: string; readonly json: string }[];
  readonly files: readonly { readonly json: string; readonly sequence: number }[];
  readonly slots: readonly {
    readonly name: string;
    readonly vaultId: VaultId;
    readonly memberId: MemberId;
    readonly usk: string;
    readonly slot: KeySlot;
    readonly password?: string;
    readonly code?: string;
  }[];
  readonly marks: readonly { readonly json: string }[];
}

export const keyringVectors = (): KeyringVectors => readJson('keyring-v1/must-pass.json') as KeyringVectors;

export interface ReferenceKeyring {
  readonly keyring: Keyring;
  /** 128 KiB, as it lies in both slots. */
  readonly file: Uint8Array<ArrayBuffer>;
}

export const keyringFileOf = (json: string, sequence: number, sha256: Sha256): ReferenceKeyring => {
  const keyring = parseKeyring(json);
  const file = keyring.ok ? encodeKeyringFile({ sequence, keyring: keyring.value }, sha256) : null;
  if (!keyring.ok || file?.ok !== true) throw new Error('the keyring of the vectors does not encode');
  return { keyring: keyring.value, file: file.value };
};

export const referenceKeyring = (sha256: Sha256): ReferenceKeyring => {
  const [file] = keyringVectors().files;
  if (file === undefined) throw new Error('no keyring file in the vectors');
  return keyringFileOf(file.json, file.sequence, sha256);
};

/** Log exports with the checkpoint that somebody kept of each. */
export interface ReferenceExport {
  readonly name: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly kept: string | null;
}

export const referenceExports = (): readonly ReferenceExport[] =>
  (readJson('log-v1/index.json') as readonly { readonly name: string; readonly file: string; readonly kept: string | null }[])
    .filter(({ file }) => file.startsWith('must-pass/'))
    .map(({ name, file, kept }) => ({ name, bytes: readBytes(`log-v1/${file}`), kept }));

/** Lists of persons as files. */
export const referenceLists = (): readonly Uint8Array<ArrayBuffer>[] =>
  ['meibo-sjis.csv', 'fuyou-utf8bom.csv', 'shiharaisaki-utf8.csv'].map((name) => readBytes(`../fixtures/samples/${name}`));
