export type ProgressJob = 'unlock' | 'import' | 'copy' | 'restore' | 'verify' | 'rotate' | 'create';

export type VaultEvent =
  | { readonly type: 'PersonsChanged' }
  | { readonly type: 'CopiesChanged' }
  | { readonly type: 'LogGrew'; readonly size: number }
  /** The page stores it: a worker has no localStorage. */
  | { readonly type: 'MarkMoved'; readonly storeId: string; readonly mark: string }
  | { readonly type: 'Progress'; readonly job: ProgressJob; readonly done: number; readonly total: number }
  /** Another tab took the vault over: the session here is locked already; the page ends the worker and says so. */
  | { readonly type: 'TakenOver' }
  /** A file of keys could not be rewritten: what was told as gone (keys, a password, a code) may still open. False: it is gone now. */
  | { readonly type: 'OldKeys'; readonly left: boolean }
  /** Writing stopped for good in this session; reading and copying still work. */
  | { readonly type: 'Halted' };
