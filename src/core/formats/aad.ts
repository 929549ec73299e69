import type { MemberId, StoreId, VaultId } from '../domain/ids.ts';
import { GRANT_DOMAIN, MARK_DOMAIN, MEMBER_KEY_DOMAIN, PAGE_DOMAIN, SLOT_DOMAIN } from './consts.ts';
import type { KeyName } from './key-name.ts';
import type { PageRef } from './page.ts';
import type { SlotHeader } from './keyring.ts';

const utf8 = new TextEncoder();

/**
 * Associated data: UTF-8 of one JSON array. Its first element names the domain, so bytes sealed for one purpose never open
 * for another (public/spec/seal-v1.md §3).
 */
const encodeAad = (parts: readonly (string | number | readonly number[])[]): Uint8Array<ArrayBuffer> =>
  utf8.encode(JSON.stringify(parts));

/** Where a page lies: everything that must not be interchangeable. In a copy `storeId` is the copyId and `epoch` is 0. */
export interface PagePlace extends PageRef {
  readonly vaultId: VaultId;
  readonly storeId: string;
  readonly rev: number;
  readonly epoch: number;
  readonly keyName: KeyName;
}

export const pageAad = (place: PagePlace): Uint8Array<ArrayBuffer> =>
  encodeAad([PAGE_DOMAIN, place.vaultId, place.storeId, place.book, place.kind, place.no, place.rev, place.epoch, place.keyName]);

/** The whole slot header: a changed kind, generation, KDF or salt makes the slot unreadable instead of weaker. */
export const slotAad = (vaultId: VaultId, memberId: MemberId, slot: SlotHeader): Uint8Array<ArrayBuffer> =>
  encodeAad([SLOT_DOMAIN, vaultId, memberId, slot.id, slot.kind, slot.generation, slot.kdf, slot.params, slot.salt]);

export type MemberKeyKind = 'hpke' | 'sign';

export const memberKeyAad = (
  vaultId: VaultId,
  memberId: MemberId,
  generation: number,
  kind: MemberKeyKind,
): Uint8Array<ArrayBuffer> => encodeAad([MEMBER_KEY_DOMAIN, vaultId, memberId, generation, kind]);

export const markAad = (vaultId: VaultId, storeId: StoreId): Uint8Array<ArrayBuffer> => encodeAad([MARK_DOMAIN, vaultId, storeId]);

/** HPKE `info` of one key grant. In a copy `storeId` is the copyId and `epoch` is 0. */
export interface GrantPlace {
  readonly vaultId: VaultId;
  readonly storeId: string;
  readonly epoch: number;
  readonly keyName: KeyName;
  readonly memberId: MemberId;
}

export const grantInfo = (place: GrantPlace): Uint8Array<ArrayBuffer> =>
  encodeAad([GRANT_DOMAIN, place.vaultId, place.storeId, place.epoch, place.keyName, place.memberId]);

