import type { StoreId, VaultId } from '../../../src/core/domain/ids.ts';
import type { KeyIds, Table, TableMember, VerifiedTable } from '../../../src/core/formats/table.ts';
import { encodeTableText, parseTableText, tableHash } from '../../../src/core/formats/table-text.ts';
import { MAX_TABLE_VERSIONS } from '../../../src/core/formats/limits.ts';
import type { EntryDraft, TableStep } from '../audit/plan.ts';
import { TABLE_ATTACHMENT } from '../../../src/core/formats/log/log-consts.ts';
import type { NoteSigning, SigningMember } from '../crypto/note-signer.ts';
import type { Hasher } from '../crypto/sha256.ts';

/** Tables are made here and nowhere else: each names its predecessor and is signed by an owner of that predecessor. */
export interface TableMaker {
  /** Version 1; its hash gives the vault its id. */
  readonly makeGenesis: (content: TableContent, signer: SigningMember) => Promise<VerifiedTable>;
  /** `signer`: an owner of `before`, with the key that `before` lists, even when the new version lists another. */
  readonly makeNext: (vaultId: VaultId, before: VerifiedTable, content: TableContent, signer: SigningMember) => Promise<VerifiedTable>;
}

/** Stores that a new table lists. */
export const STORES_KEPT = 8;

export type TableContent = Pick<Table, 'time' | 'members' | 'stores'>;

export interface TableMakerDeps {
  readonly notes: NoteSigning;
  readonly hasher: Hasher;
}

export const createTableMaker = ({ notes, hasher }: TableMakerDeps): TableMaker => {
  const sign = async (vaultId: VaultId | 'genesis', table: Table, signer: SigningMember): Promise<VerifiedTable> => {
    const text = encodeTableText({ vaultId, table });
    // What could not be read again must not be signed: with it in force nobody would get in.
    if (!parseTableText(text).ok) throw new Error('a table that no reader takes');
    return { table, hash: tableHash(text, hasher.sha256), note: await notes.signNote(text, signer) };
  };
  return {
    makeGenesis: (content, signer) => sign('genesis', { version: 1, prev: '', ...content }, signer),
    makeNext: (vaultId, before, content, signer) =>
      sign(vaultId, { version: before.table.version + 1, prev: before.hash, ...content }, signer),
  };
};

/**
 * `table` with a store's epoch and keys replaced, or the store added as the last. Every restore adds one and every table lies in every copy:
 * those that came first go, whose logs were closed long ago. Readers take MAX_TABLE_STORES.
 */
export const storesWith = (table: Table, id: StoreId, epoch: number, keys: KeyIds): Table['stores'] => [
  ...table.stores.filter((store) => store.id !== id).slice(1 - STORES_KEPT),
  { id, epoch, keys },
];

export const membersWith = (table: Table, changed: TableMember): Table['members'] =>
  table.members.map((member) => (member.id === changed.id ? changed : member));

export const tableStepOf = (verified: VerifiedTable): TableStep => ({
  version: verified.table.version,
  hash: verified.hash,
  note: verified.note,
});

/** Versions left to what must never be refused, renewed member keys and restores, when keys of a store are renewed no more. */
export const TABLES_IN_RESERVE = 1_000;

/** One more version can follow and be read, and `reserve` more behind it. */
export const mayFollow = ({ table }: VerifiedTable, reserve = 0): boolean => table.version + 1 + reserve <= MAX_TABLE_VERSIONS;

/** The entry that brings a table into force. */
export const tableEntry = (verified: VerifiedTable): EntryDraft => ({
  action: 'table',
  subjectId: '',
  codes: [],
  attach: [{ kind: TABLE_ATTACHMENT, hash: verified.hash }],
});
