import type { MemberId } from '../../../src/core/domain/ids.ts';
import type { CopiedPage } from '../../../workers/vault/copy/open-container.ts';
import { openContainer } from '../../../workers/vault/copy/open-container.ts';
import type { ReadContainer } from '../../../workers/vault/copy/read-container.ts';
import { readContainer } from '../../../workers/vault/copy/read-container.ts';
import type { SigningMember } from '../../../workers/vault/crypto/note-signer.ts';
import { importSealKey } from '../../../workers/vault/crypto/seal.ts';
import { openWay } from '../../../workers/vault/session/open-way.ts';
import type { VaultCrypto } from '../../../workers/vault/session/platform.ts';
import type { ReferenceContainer } from '../reference.ts';

/** A reference copy with everything that its owner holds. */
export interface OpenedReference {
  readonly container: ReadContainer;
  readonly memberId: MemberId;
  readonly signer: SigningMember;
  /** HPKE */
  readonly pair: CryptoKeyPair;
  readonly pages: readonly CopiedPage[];
}

const ignore = (): void => undefined;

/** By the printed code, which needs no slow KDF. */
export const openReference = async (crypto: VaultCrypto, reference: ReferenceContainer): Promise<OpenedReference> => {
  const { memberId, vaultId } = reference;
  const read = await readContainer(crypto, new Blob([reference.bytes]), ignore);
  if (!read.ok) throw new Error(`${reference.name}: ${JSON.stringify(read.error)}`);
  const container = read.value;
  const member = container.members.find((one) => one.id === memberId);
  const row = container.tables.at(-1)?.table.members.find((one) => one.id === memberId);
  if (member === undefined || row === undefined) throw new Error(`${reference.name}: no member`);
  const way = await openWay(crypto.slots, vaultId, member, { kind: 'recovery', code: reference.code });
  if (!way.ok) throw new Error(`${reference.name}: ${way.error.type}`);
  const owner = { vaultId, memberId, generation: member.generation };
  const keys = await crypto.members.openMemberKeys(owner, await importSealKey(way.value.usk), member.keys, row);
  if (!keys.ok) throw new Error(`${reference.name}: ${keys.error}`);
  const pages = await openContainer(crypto, container, memberId, keys.value.hpke, ignore);
  if (!pages.ok) throw new Error(`${reference.name}: ${pages.error.type}`);
  return {
    container,
    memberId,
    signer: { name: memberId, key: keys.value.sign, publicKey: row.sign },
    pair: keys.value.hpke,
    pages: pages.value,
  };
};
