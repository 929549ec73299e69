export type ProgressJob = 'unlock' | 'import' | 'copy' | 'restore' | 'verify' | 'rotate' | 'create';

export type VaultEvent =
  | { readonly type: 'PersonsChanged' }
  | { readonly type: 'CopiesChanged' }
  | { readonly type: 'LogGrew'; readonly size: number }
  /** The page stores it: a worker has no localStorage. */
  | { readonly type: 'MarkMoved'; readonly storeId: string; readonly mark: string }
  | { readonly type: 'Progress'; readonly job: ProgressJob; readonly done: number; readonly total: number }
  /** Writing stopped for good in this session; reading and copying still work. */
  | { readonly type: 'Halted' };
