import type { CopyId, StoreId, VaultId } from '../domain/ids.ts';
import type { UnknownFields } from './canonical.ts';
import type { Grant, KeyringMember } from './keyring.ts';
import type { PageRef } from './page.ts';

/** Types of the container; lines in container-line.ts, reader and writer beside it. public/spec/container-v1.md. */

/** 'own': 控え, opened by its owner's password or recovery code. */
export type ContainerKind = 'own';

export interface ContainerHeader {
  readonly version: number;
  readonly minReader: number;
  readonly kind: ContainerKind;
  readonly vaultId: VaultId;
  /** The installation the copy was made from. */
  readonly storeId: StoreId;
  readonly copyId: CopyId;
  /** UTC ms */
  readonly created: number;
  /** Fields of a newer writer; empty for version 1. */
  readonly unknown: UnknownFields;
}

/** A member as in the keyring, without a name. */
export type ContainerMember = Omit<KeyringMember, 'name'>;

/** A page resealed under copy keys: aad with storeId = copyId and epoch = 0. */
export interface ContainerPage extends PageRef {
  readonly rev: number;
  readonly blob: Uint8Array<ArrayBuffer>;
}

/** Every line but the last, in the order in which kinds may appear. */
export type ContainerLine =
  | { readonly type: 'header'; readonly header: ContainerHeader }
  | { readonly type: 'table'; readonly note: string }
  | { readonly type: 'member'; readonly member: ContainerMember }
  | { readonly type: 'grant'; readonly grant: Grant }
  | { readonly type: 'page'; readonly page: ContainerPage };

export interface ContainerCounts {
  /** Lines before the manifest line. */
  readonly lines: number;
  readonly pages: number;
  readonly persons: number;
  readonly numbers: number;
  /** Entries of the log. */
  readonly entries: number;
}

export interface Manifest {
  readonly vaultId: VaultId;
  readonly copyId: CopyId;
  readonly counts: ContainerCounts;
  /** base64url of SHA-256 over all bytes before the manifest line. */
  readonly sha256: string;
  /** Signed notes, one per log. */
  readonly checkpoints: readonly string[];
  readonly build: string;
}

/** What the end of a container gives. Integrity only: the signature is checked by `verifyManifest` once the tables are. */
export interface ContainerEnd {
  readonly manifest: Manifest;
  /** The signed note. */
  readonly note: string;
  /** SHA-256 over the whole file, base64url. */
  readonly sha256: string;
}

export type ContainerProblem =
  | { readonly type: 'NotAContainer' }
  | { readonly type: 'NewerFormat'; readonly found: number }
  | { readonly type: 'TooLarge'; readonly limit: 'bytes' | 'lines' | 'line' | 'depth' }
  /** The file ends before its manifest does. */
  | { readonly type: 'Truncated' }
  /** `line` counts from 1; 0 when only the whole does not add up. */
  | { readonly type: 'Damaged'; readonly line: number }
  /** Something stands behind the manifest. */
  | { readonly type: 'Extended' };
