/**
 * The files of one store. A port, so that tests run on a folder in memory that can be made to fail; in browsers it is OPFS,
 * or a table of IndexedDB where OPFS is missing. Every function rejects with the platform's DOMException; the stores above
 * turn those into VaultError by name.
 */
export interface StoreFolder {
  /** Content as a fresh handle sees it (getFile), not as a cache remembers it. Null when there is no such file. */
  readonly read: (name: string) => Promise<Uint8Array<ArrayBuffer> | null>;
  /**
   * Rewrites the file IN PLACE: open, write from 0, cut to length, flush, close. Made when missing. A crash in between
   * leaves old and new bytes mixed: what must survive that is written to two files, one after the other.
   */
  readonly write: (name: string, bytes: Uint8Array<ArrayBuffer>) => Promise<void>;
  /** No error when there is no such file. */
  readonly remove: (name: string) => Promise<void>;
}

/** The folders of a device, one for each store. */
export interface DeviceFolders {
  /** 'opfs' rewrites in place; 'database' leaves traces until the engine compacts, and certificates must say so. */
  readonly kind: 'opfs' | 'database';
  /** Of one store, where stores lie in more than one place. Without it all are of `kind`. */
  readonly kindOf?: (storeId: string) => Promise<'opfs' | 'database'>;
  /** Store ids. */
  readonly list: () => Promise<readonly string[]>;
  /** Makes the folder when missing. */
  readonly open: (storeId: string) => Promise<StoreFolder>;
  /** The folder with all that is in it. Overwrite what must be gone first. */
  readonly remove: (storeId: string) => Promise<void>;
}
