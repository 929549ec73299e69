import type { MemberId } from '../../../src/core/domain/ids.ts';
import type { Keyring, KeyringEpoch, KeyringMember } from '../../../src/core/formats/keyring.ts';
import type { Role } from '../../../src/core/formats/table-rights.ts';
import type { Table, VerifiedTable } from '../../../src/core/formats/table.ts';
import type { PageSealer } from '../audit/ports.ts';
import type { MemberKeys } from '../crypto/member-keys.ts';
import type { SigningMember } from '../crypto/note-signer.ts';
import { findMember } from './keyring-edit.ts';
import type { VaultSettings } from './vault-settings.ts';

/**
 * What an open session holds beside the writer. Replaced as a whole after a stored commit, never changed in place: a change that
 * fails leaves the session as it was.
 */
export interface SessionState {
  readonly memberId: MemberId;
  /** As both slots hold it. */
  readonly keyring: Keyring;
  /** The user secret key as a seal key; its bytes are gone. */
  readonly usk: CryptoKey;
  readonly keys: MemberKeys;
  readonly table: VerifiedTable;
  /** Keys of the epoch in use. */
  readonly sealer: PageSealer;
  readonly settings: VaultSettings;
}

/** The acting member's own entry. Its absence is a defect: the session was opened with it. */
export const ownEntry = (state: Pick<SessionState, 'keyring' | 'memberId'>): KeyringMember => {
  const member = findMember(state.keyring, state.memberId);
  if (member === null) throw new Error('the keyring has lost the acting member');
  return member;
};

export const roleIn = (table: Table, memberId: MemberId): Role | null =>
  table.members.find((member) => member.id === memberId)?.role ?? null;

export const signingMember = (memberId: MemberId, keys: MemberKeys): SigningMember => ({
  name: memberId,
  key: keys.sign,
  publicKey: keys.publicKeys.sign,
});

/** The epoch in use, with its grants. */
export const currentEpoch = (state: Pick<SessionState, 'keyring'>): KeyringEpoch => {
  const epoch = state.keyring.epochs.at(-1);
  if (epoch === undefined) throw new Error('the keyring has no epoch');
  return epoch;
};

/** Words that everybody who knows of the vault would try as a password. */
export const knownWords = (state: SessionState): readonly string[] => [
  state.settings.label,
  ...state.keyring.members.map((member) => member.name),
];
