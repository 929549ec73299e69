import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/**
 * Names of everything that the platform's storage, files and cryptography can be asked and may fail at, out of the declarations of the
 * platform and of the packages that stand for it: a source apart from the code that asks.
 */

const packages = path.resolve(import.meta.dirname, '../../../../node_modules');
// TypeScript's declarations come with its program for this machine, whose folder is named after it.
const machine = readdirSync(path.join(packages, '@typescript')).find((name) => name.startsWith('typescript-')) ?? '';
const PLATFORM = path.join(packages, '@typescript', machine, 'lib/lib.webworker.d.ts');
const DEXIE = path.join(packages, 'dexie/dist/dexie.d.ts');

const INTERFACES: readonly (readonly [file: string, name: string, answers: RegExp])[] = [
  [PLATFORM, 'SubtleCrypto', /Promise</],
  [PLATFORM, 'StorageManager', /Promise</],
  [PLATFORM, 'FileSystemDirectoryHandle', /Promise<|AsyncIterator</],
  [PLATFORM, 'FileSystemFileHandle', /Promise</],
  // Its calls wait for the disk.
  [PLATFORM, 'FileSystemSyncAccessHandle', /./],
  [PLATFORM, 'Blob', /Promise</],
  [PLATFORM, 'IDBFactory', /Promise<|IDBOpenDBRequest/],
  [DEXIE, 'Dexie', /PromiseExtended</],
  [DEXIE, 'Table', /PromiseExtended</],
  [DEXIE, 'Collection', /PromiseExtended</],
];

/** Of hash-wasm and @hpke/core, whose types are spread over many files. */
const FUNCTIONS: readonly string[] = ['argon2id', 'createSHA256', 'seal', 'open'];

const methodsOf = (file: string, name: string, answers: RegExp): readonly string[] => {
  const text = readFileSync(file, 'utf8');
  const blocks = [...text.matchAll(new RegExp(`^(?:export )?interface ${name}\\b[^{]*\\{\\n([\\s\\S]*?)^\\}`, 'gm'))].map(([, block]) => block ?? '');
  const declared = blocks.flatMap((block) => [...block.matchAll(/^[ \t]{1,4}(\w+)(?:<[^>]*>)?\(([\s\S]*?)\): ([^;{]*);/gm)]);
  return declared.filter(([, , , answer]) => answers.test(answer ?? '')).map(([, method]) => method ?? '');
};

/** By interface, so that one that is not found is seen. */
export const platformWords = (): ReadonlyMap<string, ReadonlySet<string>> =>
  new Map([...INTERFACES.map(([file, name, answers]) => [name, new Set(methodsOf(file, name, answers))] as const), ['packages', new Set(FUNCTIONS)]]);
