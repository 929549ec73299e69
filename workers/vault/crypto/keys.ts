import { encodeBase64url } from '../../../src/core/formats/base64url.ts';
import { concatBytes } from '../../../src/core/formats/bytes.ts';
import { KEY_BYTES, KEY_ID_DOMAIN } from '../../../src/core/formats/consts.ts';
import type { KeyName } from '../../../src/core/formats/key-name.ts';
import { KEY_NAMES } from '../../../src/core/formats/key-name.ts';
import type { KeyIds } from '../../../src/core/formats/table.ts';
import { importSealKey } from './seal.ts';
import type { Random } from './random.ts';

/** The four keys of an epoch (or of a copy) as bytes. Whoever made them calls `zeroKeys` once they are granted and imported. */
export type RawKeys = Readonly<Record<KeyName, Uint8Array<ArrayBuffer>>>;

/** The keys a member holds, non-extractable; a role without the right has no entry. */
export type HeldKeys = Readonly<Partial<Record<KeyName, CryptoKey>>>;

export type AllKeys = Readonly<Record<KeyName, CryptoKey>>;

export const generateKeys = (random: Random): RawKeys => ({
  profile: random.bytes(KEY_BYTES),
  number: random.bytes(KEY_BYTES),
  log: random.bytes(KEY_BYTES),
  note: random.bytes(KEY_BYTES),
});

/** base64url of SHA-256("kinko-keyid/1" ‖ key). By WebCrypto, so that no copy of the key stays in a hasher's memory. */
export const keyIdOf = async (raw: Uint8Array<ArrayBuffer>): Promise<string> => {
  const named = concatBytes(new TextEncoder().encode(KEY_ID_DOMAIN), raw);
  const id = encodeBase64url(new Uint8Array(await crypto.subtle.digest('SHA-256', named)));
  named.fill(0);
  return id;
};

export const keyIdsOf = async (raw: RawKeys): Promise<KeyIds> => {
  const [profile, number, log, note] = await Promise.all([
    keyIdOf(raw.profile),
    keyIdOf(raw.number),
    keyIdOf(raw.log),
    keyIdOf(raw.note),
  ]);
  return { profile, number, log, note };
};

export const importKeys = async (raw: RawKeys): Promise<AllKeys> => {
  const [profile, number, log, note] = await Promise.all([
    importSealKey(raw.profile),
    importSealKey(raw.number),
    importSealKey(raw.log),
    importSealKey(raw.note),
  ]);
  return { profile, number, log, note };
};

export const zeroKeys = (raw: RawKeys): void => {
  for (const name of KEY_NAMES) raw[name].fill(0);
};
