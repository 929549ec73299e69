import type { VerifyProblemType } from '../../src/core/contract/verify-api.ts';
import type { MemberId, StoreId, VaultId } from '../../src/core/domain/ids.ts';
import type { Result } from '../../src/core/domain/result.ts';
import { err, ok } from '../../src/core/domain/result.ts';
import type { NoteSigner, VerifyDeps } from '../../src/core/formats/signed-note-verify.ts';
import { memberSigners, verifyTableChain } from '../../src/core/formats/table-chain.ts';
import type { TableChainReason, TableMember, VerifiedTable } from '../../src/core/formats/table.ts';

/** All table versions of a file, verified, and which of them the log has spoken of so far. */
export interface TableRegister {
  readonly versions: readonly VerifiedTable[];
  readonly versionOf: (hash: string) => number | null;
  readonly memberAt: (version: number, id: MemberId) => TableMember | null;
  readonly signerAt: (version: number, id: MemberId) => NoteSigner | null;
  readonly listsStore: (logId: StoreId) => boolean;
  /** Every key one of `names` ever had in a table. */
  readonly signersNamed: (names: readonly string[]) => readonly NoteSigner[];
  readonly isAttached: (version: number) => boolean;
  readonly highestAttached: () => number;
  readonly attach: (version: number) => void;
}

const PROBLEM_OF_REASON: Readonly<Record<TableChainReason, VerifyProblemType>> = {
  NotATable: 'BadTable',
  NewerFormat: 'BadTable',
  Empty: 'BadTable',
  TooMany: 'BadTable',
  ForeignVault: 'WrongVault',
  VersionGap: 'TableChain',
  PrevMismatch: 'TableChain',
  EpochBent: 'TableChain',
  SignerNotOwner: 'TableSignature',
  BadSignature: 'TableSignature',
};

export interface TableRefusal {
  readonly type: VerifyProblemType;
  /** Of the table that broke the chain. */
  readonly version: number;
}

export const readTables = async (
  notes: readonly string[],
  vaultId: VaultId,
  deps: VerifyDeps,
): Promise<Result<TableRegister, TableRefusal>> => {
  const chain = await verifyTableChain(notes, vaultId, deps);
  if (!chain.ok) return err({ type: PROBLEM_OF_REASON[chain.error.reason], version: chain.error.index + 1 });
  return ok(createTableRegister(chain.value));
};

const createTableRegister = (versions: readonly VerifiedTable[]): TableRegister => {
  const byHash = new Map(versions.map(({ hash, table }) => [hash, table.version]));
  const stores = new Set(versions.flatMap(({ table }) => table.stores.map((store) => store.id)));
  const attached = new Set<number>();
  let highest = 0;

  return {
    versions,
    versionOf: (hash) => byHash.get(hash) ?? null,
    memberAt: (version, id) => versions[version - 1]?.table.members.find((member) => member.id === id) ?? null,
    signerAt: (version, id) => {
      const table = versions[version - 1]?.table;
      return table === undefined ? null : (memberSigners(table).find((signer) => signer.name === id) ?? null);
    },
    listsStore: (logId) => stores.has(logId),
    signersNamed: (names) => {
      const signers = new Map<string, NoteSigner>();
      for (const { table } of versions) {
        for (const signer of memberSigners(table)) {
          if (names.includes(signer.name)) signers.set(`${signer.name} ${signer.publicKey.join()}`, signer);
        }
      }
      return [...signers.values()];
    },
    isAttached: (version) => attached.has(version),
    highestAttached: () => highest,
    attach: (version) => {
      attached.add(version);
      highest = Math.max(highest, version);
    },
  };
};
