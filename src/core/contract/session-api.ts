import type { MemberId, StoreId, VaultId } from '../domain/ids.ts';
import type { EntityType } from '../domain/person/entity-type.ts';
import type { VaultResult } from './errors.ts';

/** What can be said of a store on this device before anyone has unlocked it. */
export interface StoreSummary {
  readonly storeId: StoreId;
  readonly vaultId: VaultId;
  readonly label: string;
  readonly experience: boolean;
  readonly members: readonly { readonly id: MemberId; readonly name: string }[];
  readonly keyring: 'ready' | 'damaged' | 'missing' | 'newer';
  readonly database: 'ready' | 'missing' | 'newer';
  /** Failed tries counted before the KDF since the last unlock; informs, does not protect. */
  readonly failedUnlocks: number;
  /**
   * Stores that its table of members lists, itself among them: one that was restored here knows the one it came from, which does not know
   * it. Said by a file nobody has vouched for yet: to tell two doors of one name apart, and for nothing else.
   */
  readonly knows: readonly StoreId[];
}

/** What the page kept in localStorage under `kinko-mark-<storeId>`: a worker has no localStorage. */
export interface PageMark {
  readonly storeId: string;
  readonly mark: string;
}

export interface DeviceReport {
  readonly stores: readonly StoreSummary[];
  /** Ids of stores a mark remembers although keyring and database are gone. */
  readonly lost: readonly StoreId[];
  /** False: the keyring lies in IndexedDB and certificates must say that traces may remain. */
  readonly opfs: boolean;
}

export interface CreateVaultInput {
  readonly label: string;
  readonly entityType: EntityType;
  readonly paysSalary: boolean;
  readonly ownerName: string;
  readonly password: string;
}

export interface KitContent {
  readonly storeId: StoreId;
  readonly vaultId: VaultId;
  /** Shown once, on screen and paper; never stored. Groups joined by '-'. */
  readonly recoveryCode: string;
  readonly createdAt: number;
}

export interface SessionView {
  readonly storeId: StoreId;
  readonly vaultId: VaultId;
  readonly memberId: MemberId;
  readonly memberName: string;
  readonly label: string;
  readonly experience: boolean;
  readonly entityType: EntityType;
  readonly paysSalary: boolean;
  readonly idleMinutes: number;
  /** Null until the three groups of the recovery code were asked back; no number is stored before. */
  readonly rehearsedAt: number | null;
  readonly kitMadeAt: number | null;
  /** The last entry before this unlock, so that a store put back whole by someone else can be noticed. */
  readonly lastEntry: { readonly time: number; readonly action: string; readonly seq: number } | null;
  readonly failedUnlocks: number;
  readonly clockDoubtful: boolean;
  readonly opfs: boolean;
}

export interface UnlockInput {
  readonly storeId: StoreId;
  readonly memberId: MemberId;
  readonly password: string;
}

export interface ResetPasswordInput {
  readonly storeId: StoreId;
  readonly memberId: MemberId;
  readonly recoveryCode: string;
  readonly newPassword: string;
}

export interface SettingChange {
  readonly label?: string;
  readonly entityType?: EntityType;
  readonly paysSalary?: boolean;
  readonly idleMinutes?: number;
}

/** A copy that still opens with a way in that has been replaced. */
export interface OutstandingCopy {
  readonly copyId: string;
  readonly madeAt: number;
  readonly fileName: string;
}

export interface SessionApi {
  /** The worker remembers the marks: an unlock compares the database with them, and with the one in its own folder. */
  readonly inspectDevice: (marks: readonly PageMark[]) => VaultResult<DeviceReport>;
  /** 「こちらで使う」: asks the tab that has the store open to lock it, and waits. Errors: UsedInOtherTab when it does not answer. */
  readonly takeOver: (storeId: StoreId) => VaultResult<null>;
  /** Leaves the new vault unlocked. Errors: InvalidInput, PasswordTooWeak, StorageFull, StorageFailed. */
  readonly createVault: (input: CreateVaultInput) => VaultResult<KitContent>;
  /**
   * A sample business with a year behind it, all of it the worker's own: the call says nothing of whom, what or when. Leaves it
   * unlocked. Progress comes as events of the job 'create'. Errors: NotAllowed while a vault that is no sample is open, StorageFull,
   * StorageFailed.
   */
  readonly createTrial: () => VaultResult<SessionView>;
  /** Three random groups (0-based positions) to ask back. Errors: NotFound after a lock: nobody here knows the code, `renewKit` makes a new one. */
  readonly startRehearsal: () => VaultResult<readonly number[]>;
  /** Errors: RehearsalWrong, NotFound. */
  readonly confirmRehearsal: (answers: readonly { readonly group: number; readonly text: string }[]) => VaultResult<SessionView>;
  /** The paper of earlier put to the proof: its whole code opens its way in, and `rehearsedAt` is today. Errors: RecoveryGroupWrong, InvalidInput, WrongSecret. */
  readonly rehearseKit: (input: { readonly recoveryCode: string }) => VaultResult<SessionView>;
  readonly unlock: (input: UnlockInput) => VaultResult<SessionView>;
  readonly resetPassword: (input: ResetPasswordInput) => VaultResult<SessionView>;
  readonly viewSession: () => VaultResult<SessionView>;
  /** Write, reopen, verify, then drop the old. */
  readonly changePassword: (input: { readonly current: string; readonly next: string }) => VaultResult<null>;
  /** A new recovery code; the old one opens this device no longer. */
  readonly renewKit: (input: { readonly password: string }) => VaultResult<KitContent>;
  /** New key pairs, new epoch, new kit: for when somebody may know a password or hold a copy. */
  readonly suspectLeak: (input: {
    readonly password: string;
    readonly nextPassword: string;
  }) => VaultResult<{ readonly kit: KitContent; readonly copies: readonly OutstandingCopy[] }>;
  readonly changeSettings: (change: SettingChange) => VaultResult<SessionView>;
  readonly confirmClock: () => VaultResult<null>;
  /** Keeps the last checkpoint and writes the lock entry; the page then ends the worker. */
  readonly lock: () => VaultResult<null>;
  /** Overwrites the keyring slots, then deletes everything of the store. `label` must equal the vault's label. */
  readonly eraseVault: (input: { readonly storeId: StoreId; readonly label: string }) => VaultResult<null>;
  /** Fields typed and not yet saved, for when the session locks by itself or its page goes; never a number. Sealed; null when none. */
  readonly saveDraft: (draft: { readonly route: string; readonly fields: Readonly<Record<string, string>> } | null) => VaultResult<null>;
  readonly takeDraft: () => VaultResult<{ readonly route: string; readonly fields: Readonly<Record<string, string>> } | null>;
}
