import type { MemberId, SlotId, StoreId, VaultId } from '../domain/ids.ts';
import type { UnknownFields } from './canonical.ts';
import type { KeyName } from './key-name.ts';

/** Types of the keyring document; text form in keyring-document.ts, file form in keyring-file.ts. public/spec/keyring-v1.md. */

export type SlotKind = 'password' | 'recovery';
export type KdfName = 'argon2id' | 'hkdf';

/** Everything of a slot but its sealed content; the slot's aad covers all of it. */
export interface SlotHeader {
  readonly id: SlotId;
  readonly kind: SlotKind;
  /** Generation of the member's user secret key that lies in the slot. */
  readonly generation: number;
  readonly kdf: KdfName;
  /** argon2id: [memory in KiB, passes, lanes]; hkdf: []. */
  readonly params: readonly number[];
  /** base64url of 16 random bytes, never reused. */
  readonly salt: string;
}

/** A way in: the user secret key sealed under a key made from a password or a recovery code. */
export interface KeySlot extends SlotHeader {
  /** base64url of the seal of 32 bytes. */
  readonly sealed: string;
}

/** PKCS #8 of the member's two private keys, each sealed under the user secret key; base64url. */
export interface SealedMemberKeys {
  readonly hpke: string;
  readonly sign: string;
}

export interface KeyringMember {
  readonly id: MemberId;
  /** Plain on the disk: may be neutral. */
  readonly name: string;
  readonly generation: number;
  readonly slots: readonly KeySlot[];
  readonly keys: SealedMemberKeys;
}

/** One epoch key (or copy key), HPKE-sealed to one member. */
export interface Grant {
  readonly member: MemberId;
  readonly key: KeyName;
  /** base64url, 65 bytes */
  readonly enc: string;
  /** base64url, 48 bytes */
  readonly ct: string;
}

export interface KeyringEpoch {
  readonly epoch: number;
  readonly grants: readonly Grant[];
}

/** `staged`: a store that is being built (restore, migration) and not yet switched to. */
export type KeyringState = 'live' | 'staged';

export interface Keyring {
  readonly version: number;
  readonly minReader: number;
  readonly state: KeyringState;
  readonly vaultId: VaultId;
  readonly storeId: StoreId;
  /** Plain on the disk: may be neutral. */
  readonly label: string;
  /** A sample business, removable without asking twice. */
  readonly experience: boolean;
  /** The newest table, a signed note. */
  readonly table: string;
  readonly members: readonly KeyringMember[];
  /** Ascending; two only while a rotation is under way. */
  readonly epochs: readonly KeyringEpoch[];
  /** Fields of a newer writer that this reader may keep without understanding. Empty for version 1. */
  readonly unknown: UnknownFields;
}

export type KeyringProblem = { readonly type: 'Damaged' } | { readonly type: 'NewerFormat'; readonly found: number };
