/** What a browser must have, as it is said when it lacks something; the self-check itself has its words in checks.ts. */
export const diagnosis = {
  title: '自己診断',
  why: '保存、時計、控えなどを、まとめて調べます。調べたことは、どこへも送りません。',
  features: {
    ownWindow: '番号金庫だけの窓',
    secureContext: '安全な接続（https）',
    ed25519: '電子署名（Ed25519）',
    webAssembly: '計算のしくみ（WebAssembly）',
    webLocks: '二重に開かないしくみ（Web Locks）',
    moduleWorkers: '裏で動くしくみ（Web Worker）',
    indexedDb: '保存の場所（IndexedDB）',
    siteData: 'このサイトのデータを置く許し',
  },
};
