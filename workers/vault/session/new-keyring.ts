import type { VaultId, StoreId } from '../../../src/core/domain/ids.ts';
import { KEYRING_VERSION } from '../../../src/core/formats/consts.ts';
import type { Keyring, KeyringEpoch, KeyringMember } from '../../../src/core/formats/keyring.ts';
import type { VerifiedTable } from '../../../src/core/formats/table.ts';
import type { VaultSettings } from './vault-settings.ts';

export interface NewKeyring {
  readonly vaultId: VaultId;
  readonly storeId: StoreId;
  /** The first table that lists the store. */
  readonly table: VerifiedTable;
  readonly members: readonly KeyringMember[];
  /** Grants of the store's first epoch. */
  readonly epoch: KeyringEpoch;
  /** As they will be sealed: what the keyring repeats of them in the clear must agree. */
  readonly settings: Pick<VaultSettings, 'label' | 'experience'>;
}

/** The keyring of a store that did not exist, made or restored. */
export const newKeyring = ({ vaultId, storeId, table, members, epoch, settings }: NewKeyring): Keyring => ({
  version: KEYRING_VERSION,
  minReader: KEYRING_VERSION,
  state: 'live',
  vaultId,
  storeId,
  label: settings.label,
  experience: settings.experience,
  table: table.note,
  members,
  epochs: [epoch],
  unknown: [],
});
