import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parseSync, Visitor } from 'vite';
import { expect, test } from 'vitest';
import type { Span } from './support/call-sites.ts';
import { spansElsewhere, spansOf } from './support/call-sites.ts';
import { platformWords } from './support/platform-words.ts';
import { TOLD_NAMES } from './support/told-names.ts';

// A28: the table of faults finds its places by patterns. Here the places are found in another way, by the names that the platform and the
// packages declare: whatever is called by such a name in storage and cryptography is in the table, or stands here with its reason.

const workers = path.resolve(import.meta.dirname, '../../../workers');
const ROOMS = ['vault/storage', 'vault/crypto'];

/** By file and what is called. */
const NOT_ASKED: Readonly<Record<string, string>> = {
  'database-folders.ts: Promise.resolve': 'no folder',
  'database-folders.ts: dexie.close': 'lets go, and answers nothing',
  'joined-folders.ts: (awaitplaceOf(storeId)).open': 'folders of ours, which ask',
  'keyring-store.ts: Promise.resolve': 'no folder',
  'keys.ts: random.bytes': 'no file: the one source of randomness, which tests/workers/crypto/random.test.ts lets fail',
  'opfs-folders.ts: asked.add': 'a set',
  'opfs-folders.ts: asked.delete': 'a set',
  'opfs-folders.ts: late.close': 'lets go of what nobody waits for any more: storage/patience.test.ts',
  'page-db.ts: next.dexie.close': 'lets go, and answers nothing',
  'page-db.ts: tables.dexie.close': 'lets go, and answers nothing',
  'page-db.ts: tables?.dexie.close': 'lets go, and answers nothing',
  'seal.ts: deps.random.bytes': 'no file',
  'sha256.ts: hasher.digest': 'computed here, in memory that is there',
  'sha256.ts: resume().update': 'computed here',
  'sha256.ts: whole.init().update': 'computed here',
  'slot.ts: random.bytes': 'no file',
  'store-registry.ts: db.close': 'a store of ours',
  'store-registry.ts: db.open': 'a store of ours, which asks',
};

/**
 * The same outside of these rooms, where only files of the user and keys of the verifier are asked. What IndexedDB, OPFS and the packages of
 * the vault are asked there is looked for below and in tests/architecture. The service worker keeps files of the app and knows no vault.
 */
const NOT_ASKED_ELSEWHERE: Readonly<Record<string, string>> = {
  'vault/audit/seal-commit.ts: signer.sign': 'ours: asks in signing.ts',
  'vault/copy/write-container.ts: signer.sign': 'ours: asks in signing.ts',
  'vault/service/trial/play-year.ts: platform.crypto.random.bytes': 'no file',
  'vault/session/create-vault.ts: random.bytes': 'no file',
  'vault/session/rehearsal.ts: platform.crypto.random.bytes': 'no file',
  'vault/session/renew-kit.ts: platform.crypto.random.bytes': 'no file',
  'vault/session/renew-member.ts: random.bytes': 'no file',
  'vault/session/stage-store.ts: platform.crypto.random.bytes': 'no file',
  'vault/session/try-crypto.ts: random.bytes': 'no file',
  'verify/sha256.ts: hasher.init().update(bytes).digest': 'computed here, in memory that is there',
};

interface Call {
  readonly file: string;
  /** Without white space. */
  readonly callee: string;
  readonly method: string;
  readonly start: number;
  readonly end: number;
}

/** Plain functions are ours, and what they ask is asked there; but for those of packages. */
const isOfPackage = (code: string, name: string): boolean => new RegExp(`import \\{[^}]*\\b${name}\\b[^}]*\\} from '[^.]`).test(code);

const callsOf = (file: string, code: string): readonly Call[] => {
  const calls: Call[] = [];
  const text = ({ start, end }: { readonly start: number; readonly end: number }): string => code.slice(start, end).replaceAll(/\s+/g, '');
  new Visitor({
    CallExpression({ callee, start, end }) {
      const named = callee.type === 'MemberExpression' ? callee.property : callee;
      if (named.type !== 'Identifier' || (named === callee && !isOfPackage(code, named.name))) return;
      calls.push({ file, callee: text(callee), method: named.name, start, end });
    },
  }).visit(parseSync(file, code, { sourceType: 'module' }).program);
  return calls;
};

test('the names that count are found in the declarations', () => {
  for (const [name, words] of platformWords()) expect(words.size, name).toBeGreaterThan(2);
});

test('every call by a name of the platform is in the table of faults', () => {
  const words = new Set([...platformWords().values()].flatMap((names) => [...names]));
  const left: string[] = [];
  let asked = 0;
  for (const room of ROOMS) {
    for (const file of readdirSync(path.join(workers, room))) {
      const code = readFileSync(path.join(workers, room, file), 'utf8');
      const spans = spansOf(file, code);
      for (const call of callsOf(file, code).filter(({ method }) => words.has(method))) {
        if (spans.some(({ start, end }) => start === call.start && end === call.end)) asked += 1;
        else left.push(`${file}: ${call.callee}`);
      }
    }
  }
  expect([...new Set(left)].toSorted()).toEqual(Object.keys(NOT_ASKED).toSorted());
  expect(asked).toBeGreaterThan(50);
});

test('so is every read of a file that somebody gives, and every key that the verifier uses', () => {
  const words = platformWords();
  const asked = new Set(['createSHA256', ...['Blob', 'SubtleCrypto'].flatMap((name) => [...(words.get(name) ?? [])])]);
  const left: string[] = [];
  let found = 0;
  for (const file of readdirSync(workers, { recursive: true, encoding: 'utf8' }).map((name) => name.replaceAll(path.sep, '/'))) {
    if (!file.endsWith('.ts') || [...ROOMS, 'sw'].some((room) => file.startsWith(`${room}/`))) continue;
    const code = readFileSync(path.join(workers, file), 'utf8');
    const spans: readonly Span[] = spansElsewhere(file, code);
    for (const call of callsOf(file, code).filter(({ method }) => asked.has(method))) {
      if (spans.some(({ start, end }) => start === call.start && end === call.end)) found += 1;
      else left.push(`${file}: ${call.callee}`);
    }
  }
  expect([...new Set(left)].toSorted()).toEqual(Object.keys(NOT_ASKED_ELSEWHERE).toSorted());
  expect(found).toBe(6);
});

test('every name of a failure that these rooms take for an answer is among those the table tells', () => {
  const codes = ROOMS.flatMap((room) => readdirSync(path.join(workers, room)).map((file) => readFileSync(path.join(workers, room, file), 'utf8')));
  const names = codes.flatMap((code) => [...code.matchAll(/DOMException && \w+\.name === '(\w+)'/g)].map((match) => match[1] ?? ''));
  expect([...new Set(names)].toSorted()).toEqual(TOLD_NAMES.map(({ name }) => name));
  // In another way than this it would not be found.
  expect(codes.join('\n').match(/instanceof DOMException/g)).toHaveLength(names.length);
});

test('files are asked in these rooms alone', () => {
  // What `indexedDB`, `crypto.subtle` and the packages are asked outside of them is looked for in tests/architecture.
  const words = ['getDirectory', 'getDirectoryHandle', 'getFileHandle', 'createSyncAccessHandle', 'createWritable', 'removeEntry'];
  const files = readdirSync(workers, { recursive: true, encoding: 'utf8' }).map((file) => file.replaceAll(path.sep, '/'));
  const askers = files.filter((file) => {
    if (!file.endsWith('.ts') || ROOMS.some((room) => file.startsWith(`${room}/`))) return false;
    return callsOf(file, readFileSync(path.join(workers, file), 'utf8')).some(({ method }) => words.includes(method));
  });
  expect(askers).toEqual([]);
});
