import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { exportLines, renderPlan } from '../../support/log-plan.ts';
import { randomPlan } from '../../support/random-log.ts';
import { createSeededRandom } from '../../support/seeded-random.ts';
import { createVerifyBoth } from '../../support/verify-both.ts';
import { createMemoryFolders } from '../../support/failing-store-folder.ts';
import { createFaults } from '../../support/failing-store.ts';
import { goldenContainer, referenceLists } from '../../campaigns/reference.ts';
import { createKeyringStore } from '../../../workers/vault/storage/keyring-store.ts';
import { createHasher } from '../../../workers/vault/crypto/sha256.ts';
import { makeRehearsedVault } from '../service/support.ts';
import type { TestWorker } from '../session/support/device.ts';
import { createTestDevice, errorOf, must, PASSWORD } from '../session/support/device.ts';

// A18: files that are too large, too deep, too many of something, or grow when they are unpacked. Refused before they cost anything.

const MIB = 2 ** 20;

/** A file that says it is huge, and notes whether anybody read from it. */
const hugeFile = (bytes: number, name: string): { readonly file: File; readonly wasRead: () => boolean } => {
  let read = false;
  const file = new File(['x'], name);
  const touch = (): never => {
    read = true;
    throw new Error('read');
  };
  Object.defineProperties(file, { size: { value: bytes }, stream: { value: touch }, arrayBuffer: { value: touch }, text: { value: touch }, slice: { value: touch } });
  return { file, wasRead: () => read };
};

const boot = async (): Promise<TestWorker> => (await createTestDevice()).boot();
const secret = { kind: 'password', password: PASSWORD } as const;
const golden = new TextDecoder().decode(goldenContainer());
const lines = golden.split('\n').slice(0, -1);
const withLine = (at: number, line: string): Blob => new Blob([lines.with(at, line).map((one) => `${one}\n`).join('')]);

/** Cost of work in CPU ms and MiB that stay. */
const costOf = async (work: () => Promise<unknown>): Promise<{ readonly ms: number; readonly mebibytes: number }> => {
  const [cpu, memory] = [process.cpuUsage(), process.memoryUsage().rss];
  await work();
  const { user, system } = process.cpuUsage(cpu);
  return { ms: (user + system) / 1000, mebibytes: (process.memoryUsage().rss - memory) / MIB };
};

describe('copies', { timeout: 120_000 }, () => {
  it('above 64 MiB are refused unread', async () => {
    const { api } = await boot();
    for (const bytes of [64 * MIB + 1, 2 ** 40]) {
      const { file, wasRead } = hugeFile(bytes, 'a.kinko');
      expect(await api.restoreCopy({ file, secret, evenIfOlder: false })).toEqual({ ok: false, error: { type: 'FileTooLarge', bytes, limit: 64 * MIB } });
      expect(must(await api.inspectCopies([file])).refused).toMatchObject([{ error: { type: 'FileTooLarge' } }]);
      expect(wasRead()).toBe(false);
    }
  });

  const nest = (depth: number): string => `{"page":${'['.repeat(depth)}${']'.repeat(depth)}}`;
  it.each([
    ['nested seven deep', 'PartTooLarge', withLine(7, nest(7))],
    ['nested 40,000 deep', 'PartTooLarge', withLine(7, nest(40_000))],
    ['with objects 5,000 deep', 'PartTooLarge', withLine(7, `${'{"a":'.repeat(5000)}1${'}'.repeat(5000)}`)],
    ['with a line of 60 MiB', 'PartTooLarge', new Blob([`${lines[0]}\n{"table":"`, new Uint8Array(60 * MIB).fill(0x41), '"}\n'])],
    ['with a doubled key', 'Damaged', withLine(2, lines[2]?.replace('"generation":1', '"generation":1,"generation":1') ?? '')],
    ['with a key named __proto__', 'Damaged', withLine(2, lines[2]?.replace('{"id"', '{"__proto__":{"id":1},"id"') ?? '')],
    ['packed with gzip', 'NotOurs', new Blob([gzipSync(golden)])],
    ['packed, 64 MiB of zeros in 64 KiB', 'NotOurs', new Blob([gzipSync(new Uint8Array(64 * MIB))])],
    ['as a ZIP', 'NotOurs', new Blob([Uint8Array.of(0x50, 0x4b, 3, 4), golden])],
  ])('%s: refused, in bounded time and memory, and nothing is made', async (_name, reason, file) => {
    const device = await createTestDevice();
    const { api } = await device.boot();
    const { ms, mebibytes } = await costOf(async () => {
      expect(await api.restoreCopy({ file, secret, evenIfOlder: false })).toEqual({ ok: false, error: { type: 'FileRefused', reason } });
    });
    expect(ms).toBeLessThan(20_000);
    expect(mebibytes).toBeLessThan(256);
    expect(device.folders.files.size).toBe(0);
    expect(await device.engine.indexedDB.databases()).toEqual([]);
    expect(Reflect.get({}, 'id')).toBeUndefined();
  });
});

it('a copy of 200,001 lines is refused for their number, in a few megabytes', async () => {
  const { api } = await boot();
  // Tables are the shortest lines that may repeat; what is in them is looked at only once all are read.
  const file = (count: number): Blob => new Blob([`${lines[0]}\n`, '{"table":""}\n'.repeat(count - 1)]);
  const restore = async (count: number): Promise<unknown> => api.restoreCopy({ file: file(count), secret, evenIfOlder: false });
  expect(await restore(200_001)).toEqual({ ok: false, error: { type: 'FileRefused', reason: 'TooManyLines' } });
  expect(await restore(200_000)).toEqual({ ok: false, error: { type: 'FileRefused', reason: 'Truncated' } });
}, 120_000);

describe('lists of persons', { timeout: 120_000 }, () => {
  const wide = (columns: number): string => `氏名${',x'.repeat(columns)}\n甲${',1'.repeat(columns)}\n`;
  it.each([
    ['TooLarge', new Uint8Array(64 * MIB)],
    ['TooManyRows', `氏名\n${'甲\n'.repeat(300_000)}`],
    ['TooManyColumns', wide(5000)],
    ['CellTooLong', `氏名\n${'甲'.repeat(500_000)}\n`],
    ['QuoteBroken', `氏名\n"${'甲\n'.repeat(500_000)}`],
    ['Workbook', new Uint8Array([0x50, 0x4b, 3, 4, ...new Uint8Array(1000)])],
    ['Binary', gzipSync(referenceLists()[1] ?? new Uint8Array())],
  ])('%s', async (refusal, content) => {
    const { worker } = await makeRehearsedVault();
    const { ms, mebibytes } = await costOf(async () => {
      const answer = await worker.api.readImport([new File([content], 'a.csv')]);
      expect(answer).toMatchObject({ ok: false, error: { type: 'ImportRefused', refusal: { type: refusal } } });
    });
    expect(ms).toBeLessThan(20_000);
    expect(mebibytes).toBeLessThan(256);
  });

  it('too large, or too many, are refused unread', async () => {
    const { worker } = await makeRehearsedVault();
    const { file, wasRead } = hugeFile(2 ** 40, 'a.csv');
    expect(errorOf(await worker.api.readImport([file]))).toBe('ImportRefused');
    expect(errorOf(await worker.api.readImport(Array.from({ length: 90 }, () => file)))).toBe('TooManyFiles');
    expect(wasRead()).toBe(false);
  });
});

it('an export of 30,000 logs that are none is judged by both verifiers as fast as it is long', async () => {
  const plan = randomPlan(createSeededRandom(18), { logs: 1, entriesPerLog: 1 });
  const whole = exportLines(renderPlan(plan));
  const start = whole.findIndex((line) => line.startsWith('{"log"'));
  const [log, entry] = [whole[start] ?? '', whole[start + 1] ?? ''];
  const many = [...whole.slice(0, start), ...Array.from({ length: 30_000 }, () => [log, entry]).flat()];
  const bytes = new TextEncoder().encode(`${[...many, JSON.stringify({ end: { lines: many.length } })].join('\n')}\n`);
  const verify = await createVerifyBoth();
  const { ms } = await costOf(async () => {
    const { app, independent } = await verify(bytes);
    expect(app.problemCount).toBeGreaterThan(30_000);
    expect(independent).toEqual(app);
  });
  expect(ms).toBeLessThan(20_000);
}, 120_000);

it('a keyring that says it holds four gigabytes, or is itself larger than it may be, is damaged', async () => {
  const { sha256 } = await createHasher();
  const folders = createMemoryFolders(createFaults());
  const storeId = 'A'.repeat(22);
  const store = createKeyringStore(await folders.open(storeId), sha256);
  const head = new Uint8Array(131_072);
  head.set(new TextEncoder().encode('KINKOKR1'));
  new DataView(head.buffer).setBigUint64(8, 1n);
  for (const [length, size] of [[0xffff_ffff, 131_072], [131_021, 131_072], [10, 131_073], [10, 16 * MIB]] as const) {
    const file = new Uint8Array(size);
    file.set(head.subarray(0, 52));
    new DataView(file.buffer).setUint32(16, length);
    for (const name of ['keyring-a', 'keyring-b']) folders.files.get(storeId)?.set(name, file);
    expect(await store.read(), `${length} in ${size}`).toEqual({ ok: false, error: { type: 'KeyringDamaged' } });
  }
});
