import type { VaultError } from '../../../src/core/contract/errors.ts';
import type { VaultEvent } from '../../../src/core/contract/events.ts';
import type { Result } from '../../../src/core/domain/result.ts';
import type { AuditPlatform } from '../audit/ports.ts';
import type { Hasher } from '../crypto/sha256.ts';
import type { MemberKeyring } from '../crypto/member-keys.ts';
import type { NoteSigning } from '../crypto/note-signer.ts';
import type { Random } from '../crypto/random.ts';
import type { Seals } from '../crypto/seal.ts';
import type { Slots } from '../crypto/slot.ts';
import type { KeyringStore } from '../storage/keyring-store.ts';
import type { MarkStore } from '../storage/mark-store.ts';
import type { PageStore, PageStoreEvent } from '../storage/page-store.ts';
import type { StoreFolder } from '../storage/store-folder.ts';
import type { StoreRegistry } from '../storage/store-registry.ts';
import type { TriesStore } from '../storage/tries-store.ts';
import type { WriterLocks } from './writer-lock.ts';

/** Everything the session layer needs from below, put together once by the composition root, and by tests with faults in it. */
export interface SessionPlatform {
  readonly device: Device;
  readonly crypto: VaultCrypto;
  readonly locks: WriterLocks;
  /** sha256, random, now, build. */
  readonly audit: AuditPlatform;
  readonly emit: (event: VaultEvent) => void;
}

export interface VaultCrypto {
  readonly random: Random;
  readonly hasher: Hasher;
  readonly seals: Seals;
  readonly slots: Slots;
  readonly members: MemberKeyring;
  readonly notes: NoteSigning;
}

/** The files and the database of one store. */
export interface StoreFiles {
  /** False: the keyring lies in IndexedDB and traces may remain. */
  readonly opfs: boolean;
  readonly keyring: KeyringStore;
  readonly mark: MarkStore;
  readonly tries: TriesStore;
  readonly pages: PageStore;
}

/** What lies on this device. */
export interface Device {
  /** False: the keyring of a new store would lie in IndexedDB, and one in OPFS is out of reach. */
  readonly opfs: boolean;
  readonly registry: StoreRegistry;
  /** Makes nothing and opens no database. Errors: KeyringMissing when the store has no folder, StorageFailed. */
  readonly openFiles: (storeId: string) => Promise<Result<StoreFiles, VaultError>>;
  /** Makes the folder of a new store. Errors: StorageFull, StorageFailed. */
  readonly makeFiles: (storeId: string) => Promise<Result<StoreFiles, VaultError>>;
  readonly probe: ProbePlace;
}

/** A folder and a database beside those of all stores, to try the device out with. Whoever uses it holds the lock of its name. */
export interface ProbePlace {
  /** Rejects with the platform's DOMException, as the folder's functions do. */
  readonly openFolder: () => Promise<StoreFolder>;
  readonly removeFolder: () => Promise<void>;
  readonly openPages: (onEvent: (event: PageStoreEvent) => void) => PageStore;
}
