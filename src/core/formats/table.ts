import type { MemberId, StoreId, VaultId } from '../domain/ids.ts';
import type { KeyName } from './key-name.ts';
import type { Role } from './table-rights.ts';

/** Types of the table; text form in table-text.ts, chain in table-chain.ts. public/spec/table-v1.md. */

export interface TableMember {
  readonly id: MemberId;
  readonly role: Role;
  /** base64url of the raw Ed25519 public key, 32 bytes */
  readonly sign: string;
  /** base64url of the uncompressed P-256 public key, 65 bytes */
  readonly hpke: string;
}

/** An installation: its current epoch and the id of each of the epoch's keys. */
export interface TableStore {
  readonly id: StoreId;
  readonly epoch: number;
  /** base64url of SHA-256("kinko-keyid/1" ‖ key), 43 characters each */
  readonly keys: KeyIds;
}

export type KeyIds = Readonly<Record<KeyName, string>>;

export interface Table {
  /** Counts from 1. */
  readonly version: number;
  /** Hash of the version before, base64url; "" in version 1. */
  readonly prev: string;
  /** UTC ms; informs, decides nothing. */
  readonly time: number;
  readonly members: readonly TableMember[];
  readonly stores: readonly TableStore[];
}

/** A table whose chain back to the genesis was verified. Only `verifyTableChain` makes it. */
export interface VerifiedTable {
  readonly table: Table;
  /** base64url of SHA-256 over the note's text. */
  readonly hash: string;
  /** The signed note, as it stands in keyring and copy. */
  readonly note: string;
}

export type TableProblem = 'NotATable' | 'NewerFormat';

export type TableChainReason =
  | TableProblem
  | 'Empty'
  | 'TooMany'
  /** Version 1 does not hash to the expected vaultId, or a later one names another vault. */
  | 'ForeignVault'
  | 'VersionGap'
  | 'PrevMismatch'
  /** No signature by an owner of the version before, or one that does not verify. */
  | 'SignerNotOwner'
  | 'BadSignature'
  /** A store's epoch went back, or its keys changed within an epoch. */
  | 'EpochBent';

export interface TableChainProblem {
  readonly reason: TableChainReason;
  /** 0-based place in the list of notes. */
  readonly index: number;
}

/** A table as its text says, before any signature or chain was looked at. */
export interface TableText {
  /** 'genesis' in version 1. */
  readonly vaultId: VaultId | 'genesis';
  readonly table: Table;
}
