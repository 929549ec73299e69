import { readFileSync } from 'node:fs';
import { beforeAll, expect, test } from 'vitest';
import { createContainerReader } from '../../../src/core/formats/container-reader.ts';
import type { Sha256Stream } from '../../../src/core/formats/hash.ts';
import { hashFile } from '../../../workers/vault/copy/hash-file.ts';
import type { Hasher } from '../../../workers/vault/crypto/sha256.ts';
import { createHasher } from '../../../workers/vault/crypto/sha256.ts';
import { linesOf, mutateBytes } from '../../campaigns/fuzz/mutate-bytes.ts';
import { createSeededRandom } from '../../support/seeded-random.ts';

/** A reader comes to the same with hashes made beforehand as with one that runs along. */

type Bytes = Uint8Array<ArrayBuffer>;

let hasher: Hasher;
beforeAll(async () => {
  hasher = await createHasher();
});

const good: Bytes = new Uint8Array(readFileSync(new URL('../../vectors/container-v1/golden-app.kinko', import.meta.url)));
const lines = linesOf(good);
const manifest = lines.at(-1) ?? new Uint8Array();
const join = (...parts: readonly Uint8Array[]): Bytes => new Uint8Array(Buffer.concat(parts));

const comesTo = (bytes: Bytes, stream: Sha256Stream): unknown => {
  const reader = createContainerReader(stream);
  const read = reader.push(bytes);
  return read.ok ? [read.value.length, reader.end()] : read.error;
};

const expectSame = async (bytes: Bytes): Promise<unknown> => {
  const found = comesTo(bytes, await hashFile(bytes));
  expect(found).toEqual(comesTo(bytes, hasher.createStream()));
  return found;
};

test('a good copy', async () => {
  expect(await expectSame(good)).toMatchObject([lines.length - 1, { ok: true }]);
});

test.each([
  ['nothing', new Uint8Array()],
  ['no manifest', join(...lines.slice(0, -1))],
  ['no last line feed', good.slice(0, -1)],
  ['a line behind', join(good, Buffer.from('\n'))],
  ['the manifest twice', join(good, manifest)],
  ['the manifest in front', join(manifest, good)],
  ['the manifest second', join(lines[0] ?? manifest, manifest, ...lines.slice(1))],
  ['the manifest before the last page', join(...lines.slice(0, -2), manifest, ...lines.slice(-2, -1))],
  ['a line without', join(...lines.slice(0, 4), ...lines.slice(5))],
  ['something that is called a manifest', join(...lines.slice(0, -1), Buffer.from('{"manifest":1}\n'), manifest)],
])('bent: %s', async (_, bytes) => {
  await expectSame(bytes);
});

test('bent anywhere', async () => {
  const random = createSeededRandom(15);
  for (let run = 0; run < 300; run += 1) await expectSame(new Uint8Array(mutateBytes(random, good, [good])));
});
