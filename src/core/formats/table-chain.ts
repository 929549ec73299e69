import type { VaultId } from '../domain/ids.ts';
import type { Result } from '../domain/result.ts';
import { err, ok } from '../domain/result.ts';
import { parseBase64url } from './base64url.ts';
import { KEY_NAMES } from './key-name.ts';
import { MAX_TABLE_VERSIONS } from './limits.ts';
import { parseSignedNote } from './signed-note.ts';
import type { NoteSigner, VerifyDeps } from './signed-note-verify.ts';
import { verifyNoteSignatures } from './signed-note-verify.ts';
import type { Table, TableChainProblem, TableChainReason, TableMember, VerifiedTable } from './table.ts';
import { parseTableText, tableHash, vaultIdOf } from './table-text.ts';

/** Chain of tables: who may do what, back to the hash that is the vault's name. public/spec/table-v1.md §4. */

const memberToSigner = (member: TableMember): NoteSigner => ({
  name: member.id,
  publicKey: parseBase64url(member.sign) ?? new Uint8Array(),
});

/** The members who may sign the next version. */
export const ownerSigners = (table: Table): readonly NoteSigner[] =>
  table.members.filter((member) => member.role === 'owner').map(memberToSigner);

/** All members, as signers of checkpoints and manifests. */
export const memberSigners = (table: Table): readonly NoteSigner[] => table.members.map(memberToSigner);

/** An epoch that goes back, or changes its keys without a new number, would bring back keys that are thought destroyed. */
const bendsEpoch = (before: Table, after: Table): boolean =>
  after.stores.some((store) => {
    const old = before.stores.find((one) => one.id === store.id);
    if (old === undefined || store.epoch > old.epoch) return false;
    return store.epoch < old.epoch || KEY_NAMES.some((name) => store.keys[name] !== old.keys[name]);
  });

/** One step: `note` as successor of an already verified table (null: as genesis). */
export const verifyNextTable = async (
  note: string,
  before: VerifiedTable | null,
  expectedVaultId: VaultId,
  deps: VerifyDeps,
): Promise<Result<VerifiedTable, TableChainReason>> => {
  const parsed = parseSignedNote(note);
  if (!parsed.ok) return err('NotATable');
  const text = parseTableText(parsed.value.text);
  if (!text.ok) return text;
  const { table, vaultId } = text.value;
  const hash = tableHash(parsed.value.text, deps.sha256);
  if (table.version !== (before?.table.version ?? 0) + 1) return err('VersionGap');
  if (before === null ? vaultIdOf(hash) !== expectedVaultId : vaultId !== expectedVaultId) return err('ForeignVault');
  if (before !== null && table.prev !== before.hash) return err('PrevMismatch');
  const signed = await verifyNoteSignatures(parsed.value, ownerSigners(before?.table ?? table), deps);
  if (!signed.ok) return err(signed.error === 'BadSignature' ? 'BadSignature' : 'SignerNotOwner');
  if (before !== null && bendsEpoch(before.table, table)) return err('EpochBent');
  return ok({ table, hash, note });
};

/**
 * All versions, oldest first: version 1 must hash to `expectedVaultId` and sign itself; each later one names the hash of the
 * one before and is signed by an owner of the one before. Nothing is returned unless every link holds.
 */
export const verifyTableChain = async (
  notes: readonly string[],
  expectedVaultId: VaultId,
  deps: VerifyDeps,
): Promise<Result<readonly VerifiedTable[], TableChainProblem>> => {
  if (notes.length === 0) return err({ reason: 'Empty', index: 0 });
  if (notes.length > MAX_TABLE_VERSIONS) return err({ reason: 'TooMany', index: MAX_TABLE_VERSIONS });
  const tables: VerifiedTable[] = [];
  for (const [index, note] of notes.entries()) {
    const link = await verifyNextTable(note, tables.at(-1) ?? null, expectedVaultId, deps);
    if (!link.ok) return err({ reason: link.error, index });
    tables.push(link.value);
  }
  return ok(tables);
};
