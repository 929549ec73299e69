import path from 'node:path';
import type { Plugin } from 'vite';

/**
 * What the bench build wraps, and how the parts are called in its report: a function by one name, the methods of what a factory makes
 * by several. Production code knows nothing of it. A name that no longer exists fails the build of the bench.
 */
const MEASURED: Readonly<Record<string, Readonly<Record<string, string | Readonly<Record<string, string>>>>>> = {
  'workers/vault/crypto/kdf.ts': { derivePasswordKey: 'KDF' },
  'workers/vault/crypto/seal.ts': { createSeals: { sealWith: 'seal pages', openSealed: 'open pages' } },
  'workers/vault/crypto/grants.ts': { openGrants: 'open grants', makeGrants: 'make grants' },
  'workers/vault/crypto/member-keys.ts': { createMemberKeyring: { openMemberKeys: 'member keys' } },
  'workers/vault/crypto/note-signer.ts': { createNoteSigning: { signNote: 'sign' } },
  'src/core/formats/table-chain.ts': { verifyTableChain: 'tables' },
  'workers/vault/storage/keyring-store.ts': { createKeyringStore: { read: 'keyring files', write: 'keyring files', writeEach: 'keyring files' } },
  'workers/vault/storage/mark-store.ts': { createMarkStore: { read: 'mark file', write: 'mark file' } },
  'workers/vault/storage/tries-store.ts': { createTriesStore: { read: 'tries file', count: 'tries file', reset: 'tries file' } },
  'workers/vault/storage/page-db.ts': {
    createPageDb: {
      open: 'open database',
      create: 'open database',
      reopen: 'open database',
      read: 'read rows',
      readTogether: 'read rows',
      list: 'read rows',
      write: 'strict write',
    },
  },
  'workers/vault/audit/load-book.ts': { loadBook: 'parse index and tail' },
  'workers/vault/audit/seal-commit.ts': { sealCommit: 'chain, tree, hashes' },
  'workers/vault/audit/check-store.ts': { checkStore: 'check the store' },
  'workers/vault/book/person-index.ts': { createPersonIndex: { apply: 'list in memory', query: 'list in memory' } },
  'workers/vault/copy/gather-pages.ts': { gatherPages: 'gather pages' },
  'workers/vault/copy/write-container.ts': { writeContainer: 'write lines' },
  'workers/vault/copy/read-container.ts': { readContainer: 'read lines' },
  'workers/vault/copy/open-container.ts': { openContainer: 'open copy' },
  'workers/vault/copy/check-record.ts': { checkRecord: 'check the record' },
  'workers/vault/copy/restored-content.ts': { restoreContent: 'fit together' },
  'workers/vault/service/import/read-files.ts': { readImportFiles: 'read files' },
  'workers/vault/service/import/import-context.ts': { importContextOf: 'read everybody' },
  'workers/vault/service/import/commit-import.ts': { commitImport: 'records and entries' },
  'src/core/domain/import/import-state.ts': { startImport: 'find columns' },
  'src/core/domain/import/judge-import.ts': { judgeImport: 'judge rows' },
  'src/core/domain/import/build-preview.ts': { buildPreview: 'preview' },
  'src/core/domain/import/plan-import.ts': { planImport: 'plan' },
  'workers/vault/service/log-export-file.ts': { writeLogExport: 'export lines' },
};

const MARK = '?measured';

const line = (name: string, what: string | Readonly<Record<string, string>>): string =>
  typeof what === 'string'
    ? `export const ${name} = measuredCall(${JSON.stringify(what)}, original.${name});`
    : `export const ${name} = measuredMethods(${JSON.stringify(what)}, original.${name});`;

/** For the page's build and its workers' alike: importers of a listed module get one that tells of its calls. */
export const measuredModules = (root: string): Plugin => {
  const wrapper = path.join(root, 'tests/bench/page/measured.ts');
  const nameOf = (id: string): string => path.relative(root, id).replaceAll(path.sep, '/');
  return {
    name: 'kinko-bench-measured-modules',
    enforce: 'pre',
    async resolveId(source, importer) {
      if (importer === undefined || importer.endsWith(MARK)) return null;
      const resolved = await this.resolve(source, importer, { skipSelf: true });
      return resolved !== null && nameOf(resolved.id) in MEASURED ? resolved.id + MARK : null;
    },
    load(id) {
      if (!id.endsWith(MARK)) return null;
      const file = id.slice(0, -MARK.length);
      return [
        `import { measuredCall, measuredMethods } from ${JSON.stringify(wrapper)};`,
        `import * as original from ${JSON.stringify(file)};`,
        `export * from ${JSON.stringify(file)};`,
        ...Object.entries(MEASURED[nameOf(file)] ?? {}).map(([name, what]) => line(name, what)),
      ].join('\n');
    },
  };
};
