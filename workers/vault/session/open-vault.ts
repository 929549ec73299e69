import type { VaultError } from '../../../src/core/contract/errors.ts';
import type { VaultEvent } from '../../../src/core/contract/events.ts';
import type { MemberId, StoreId, VaultId } from '../../../src/core/domain/ids.ts';
import type { Result } from '../../../src/core/domain/result.ts';
import type { Keyring } from '../../../src/core/formats/keyring.ts';
import type { Role, WriteRight } from '../../../src/core/formats/table-rights.ts';
import type { VerifiedTable } from '../../../src/core/formats/table.ts';
import type { Planner } from '../audit/plan.ts';
import type { AuditPlatform, NoteSigner } from '../audit/ports.ts';
import type { KeyringCommitted, VaultWriter } from '../audit/writer.ts';
import type { VaultSettings } from './vault-settings.ts';

/** Who unlocked. */
export interface OpenMember {
  readonly id: MemberId;
  /** As in the keyring. */
  readonly name: string;
  readonly role: Role;
  /** Generation of the user secret key: grows when a leak is suspected. */
  readonly generation: number;
}

/**
 * One unlocked session of one store: what every use case works on. Made by the session layer alone and dropped at lock.
 * What can change during a session (a rotation renews keys, table and keyring) is a function: ask again, keep no answer
 * across an await.
 */
export interface OpenVault {
  readonly vaultId: VaultId;
  readonly storeId: StoreId;
  /** False: the keyring lies in IndexedDB, and a certificate must say that traces may remain. */
  readonly opfs: boolean;
  /** Reading (book, persons, pages, log) and the one way to write. */
  readonly writer: VaultWriter;
  readonly member: () => OpenMember;
  /** Signs notes as the acting member: checkpoints are the writer's own matter, manifests the copy service's. */
  readonly signer: () => NoteSigner;
  /** The newest table; its chain back to vaultId was verified at unlock. */
  readonly table: () => VerifiedTable;
  /** The keyring as both slots hold it: slots and sealed member keys ride on copies. */
  readonly keyring: () => Keyring;
  readonly settings: () => VaultSettings;
  /** Errors: NotAllowed. */
  readonly requireRight: (right: WriteRight) => Result<null, VaultError>;
  /** Before any number is stored. Errors: RehearsalMissing. */
  readonly requireRehearsal: () => Result<null, VaultError>;
  /** Errors: Halted. The writer refuses by itself; ask before work that would be lost. */
  readonly requireWriting: () => Result<null, VaultError>;
  /**
   * One commit under fresh epoch keys (public/spec/keyring-v1.md §7): what the planner removes opens with nothing that is left on this device.
   * Profile, number and note key are renewed, the log key is carried over. The `table` entry of the new version is added here.
   */
  readonly rotate: <T>(planner: Planner<T>) => Promise<Result<KeyringCommitted<T>, VaultError>>;
  readonly emit: (event: VaultEvent) => void;
  /** sha256, random, now, build. */
  readonly platform: AuditPlatform;
}

/** The session of this worker: none before unlock and after lock. */
export interface VaultRef {
  /** Errors: Locked. */
  readonly current: () => Result<OpenVault, VaultError>;
}
