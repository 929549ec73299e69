import type { StoreId, VaultId } from '../../../src/core/domain/ids.ts';
import { pageAad } from '../../../src/core/formats/aad.ts';
import type { PageRef } from '../../../src/core/formats/page.ts';
import { PAGE_KEYS } from '../../../src/core/formats/page.ts';
import type { PageSealer } from '../audit/ports.ts';
import type { HeldKeys } from '../crypto/keys.ts';
import type { Seals } from '../crypto/seal.ts';

export interface SealerScope {
  readonly vaultId: VaultId;
  readonly storeId: StoreId;
  readonly epoch: number;
}

/** Pages of one store under the keys of one epoch: the kind decides the key, the place and the row's epoch are in the aad. */
export const createPageSealer = (deps: { readonly seals: Seals }, scope: SealerScope, keys: HeldKeys): PageSealer => {
  const aadOf = (ref: PageRef, rev: number, epoch: number) =>
    pageAad({ ...ref, vaultId: scope.vaultId, storeId: scope.storeId, rev, epoch, keyName: PAGE_KEYS[ref.kind] });

  return {
    ...scope,
    holds: (name) => keys[name] !== undefined,
    seal: async (ref, rev, plaintext) => {
      const key = keys[PAGE_KEYS[ref.kind]];
      if (key === undefined) throw new Error(`no key to seal a page of kind ${ref.kind}`);
      return { rev, epoch: scope.epoch, blob: await deps.seals.sealWith(key, aadOf(ref, rev, scope.epoch), plaintext) };
    },
    open: async (ref, row) => {
      const key = keys[PAGE_KEYS[ref.kind]];
      if (key === undefined) return null;
      const opened = await deps.seals.openSealed(key, aadOf(ref, row.rev, row.epoch), row.blob);
      return opened.ok ? opened.value : null;
    },
  };
};
