import { describe, expect, it } from 'vitest';
import type { MemberId, SlotId, StoreId, VaultId } from '../../../src/core/domain/ids.ts';
import { grantInfo, markAad, memberKeyAad, pageAad, slotAad } from '../../../src/core/formats/aad.ts';

const vaultId = 'vault' as VaultId;
const storeId = 'store' as StoreId;
const memberId = 'member' as MemberId;
const slot = { id: 'slot' as SlotId, kind: 'password', generation: 2, kdf: 'argon2id', params: [65_536, 3, 1], salt: 'salt' } as const;

/** As public/spec/seal-v1.md §3 writes them. */
const texts = (): readonly string[] =>
  [
    pageAad({ vaultId, storeId, book: 'own', kind: 'person', no: 3, rev: 4, epoch: 5, keyName: 'profile' }),
    slotAad(vaultId, memberId, slot),
    memberKeyAad(vaultId, memberId, 2, 'sign'),
    markAad(vaultId, storeId),
    grantInfo({ vaultId, storeId, epoch: 5, keyName: 'profile', memberId }),
  ].map((bytes) => new TextDecoder().decode(bytes));

describe('associated data', () => {
  it('says what is sealed, and where it belongs', () => {
    expect(texts()).toEqual([
      '["kinko/1","vault","store","own","person",3,4,5,"profile"]',
      '["kinko-slot/1","vault","member","slot","password",2,"argon2id",[65536,3,1],"salt"]',
      '["kinko-key/1","vault","member",2,"sign"]',
      '["kinko-mark/1","vault","store"]',
      '["kinko-grant/1","vault","store",5,"profile","member"]',
    ]);
  });
});
