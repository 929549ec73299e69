import { beforeAll, describe, expect, it, vi } from 'vitest';
import type { VerifyApi, VerifyEvent } from '../../../src/core/contract/verify-api.ts';
import { MAX_LOG_EXPORT_BYTES, MAX_LOG_EXPORT_LINES } from '../../../src/core/formats/log/log-consts.ts';
import { createVerifyEd25519 } from '../../../workers/verify/ed25519.ts';
import { createSha256 } from '../../../workers/verify/sha256.ts';
import { createVerifyService } from '../../../workers/verify/verify-service.ts';
import { signingKeyOf } from '../../support/log-crypto.ts';
import type { LogPlan, Step } from '../../support/log-plan.ts';
import { checkpointsOf, exportFile, exportLines, renderPlan } from '../../support/log-plan.ts';
import { loadIndependentVerifier } from '../../support/independent-verifier.ts';
import { randomPlan } from '../../support/random-log.ts';
import { createSeededRandom } from '../../support/seeded-random.ts';

/** The last entry of each log, so many times more, and one checkpoint over all. */
const lengthen = (plan: LogPlan, entries: number): LogPlan => ({
  ...plan,
  logs: plan.logs.map((log) => {
    const last = log.steps.findLast((step) => step.type === 'entry');
    if (last === undefined) throw new Error('a log without an entry');
    const more: Step = { type: 'entry', draft: { ...last.draft, tables: [], seen: [] } };
    return { ...log, steps: [...log.steps, ...Array.from({ length: entries }, () => more), { type: 'checkpoint' }] };
  }),
});

const record = renderPlan(randomPlan(createSeededRandom(7), { logs: 2, entriesPerLog: 30 }));
const file = exportFile(record);

let service: VerifyApi;
beforeAll(async () => {
  service = createVerifyService({ sha256: await createSha256(), verify: createVerifyEd25519(crypto.subtle) });
});

const reportOf = async (blob: Blob, kept: string | null = null) => {
  const result = await service.verifyLogExport({ file: blob, kept });
  if (!result.ok) throw new Error(result.error.type);
  return result.value;
};

describe('verify service', () => {
  it('reports logs, tables and a kept checkpoint of a good file', async () => {
    const kept = checkpointsOf(record)[0]!;
    const report = await reportOf(new Blob([file]), kept.note);
    expect(report).toMatchObject({
      ok: true,
      judged: true,
      vaultId: record.vaultId,
      kept: { result: 'consistent', logId: kept.logId, size: kept.size, signed: true },
    });
    expect(report.logs.map(({ logId }) => logId)).toEqual(record.logs.map(({ logId }) => logId));
    expect(report.logs.map(({ entries }) => entries)).toEqual(record.logs.map(({ lines }) => lines.filter(({ type }) => type === 'entry').length));
    expect(report.tables).toHaveLength(record.tableNotes.length);
    expect(report.entries).toBe(report.logs.reduce((sum, log) => sum + log.entries, 0));
  });

  it('tells how far it has come', async () => {
    const events: VerifyEvent[] = [];
    await service.subscribe((event) => events.push(event));
    const long = new Blob([file, new Uint8Array(3 * 1024 * 1024).fill(0x20)]);
    await reportOf(new Blob([file]));
    expect(events).toEqual([{ type: 'Progress', done: file.length, total: file.length }]);
    expect((await reportOf(long)).problems.map(({ type }) => type)).toEqual(['AfterEnd']);
    await service.subscribe(() => undefined);
  });

  it('refuses a file too large before reading a byte of it', async () => {
    const blob = { size: MAX_LOG_EXPORT_BYTES + 1, slice: () => { throw new Error('read'); } } as unknown as Blob;
    const report = await reportOf(blob);
    expect(report).toMatchObject({ ok: false, judged: false, problems: [{ type: 'TooLarge', line: 0 }] });
  });

  it('says so when the file cannot be read, and when it changes while it is read', async () => {
    const broken = { size: 10, slice: () => ({ arrayBuffer: () => Promise.reject(new DOMException('gone', 'NotReadableError')) }) } as unknown as Blob;
    expect(await service.verifyLogExport({ file: broken, kept: null })).toEqual({ ok: false, error: { type: 'FileUnreadable' } });
    const shrunk = { size: 10, slice: () => new Blob(['short']) } as unknown as Blob;
    expect(await service.verifyLogExport({ file: shrunk, kept: null })).toEqual({ ok: false, error: { type: 'FileUnreadable' } });
  });

  describe('a record that is read in several pieces', () => {
    const PIECE = 4 * 1024 * 1024;
    const long = exportFile(renderPlan(lengthen(randomPlan(createSeededRandom(8), { logs: 1, entriesPerLog: 9 }), 16_000)));
    /** Whatever is asked for behind the first piece cannot be read. */
    const tornOff = (bytes: Uint8Array<ArrayBuffer>): Blob =>
      ({ size: bytes.length, slice: (from: number, to: number) => (from === 0 ? new Blob([bytes]).slice(from, to) : { arrayBuffer: () => Promise.reject(new Error('gone')) }) }) as unknown as Blob;

    it('is reported as the independent verifier does, and told of piece by piece', async () => {
      expect(long.length).toBeGreaterThan(PIECE);
      const events: VerifyEvent[] = [];
      await service.subscribe((event) => events.push(event));
      const report = await reportOf(new Blob([long]));
      await service.subscribe(() => undefined);
      expect(report).toMatchObject({ ok: true });
      expect((await loadIndependentVerifier()).verifyLog(long)).toEqual(report);
      expect(events.map(({ done }) => done)).toEqual([PIECE, long.length]);
    });

    it('is unreadable when the second cannot be read, and bad when the first is bad whatever lies behind', async () => {
      expect(await service.verifyLogExport({ file: tornOff(long), kept: null })).toEqual({ ok: false, error: { type: 'FileUnreadable' } });
      const bent = long.slice();
      bent[2] = 0x20;
      expect(await reportOf(tornOff(bent))).toMatchObject({ ok: false, problems: [{ type: 'NotALogExport', line: 1 }] });
    });
  });

  it('refuses more lines than a million, as the independent verifier does', { timeout: 60_000 }, async () => {
    // Tables are the shortest lines that may repeat; their content is looked at only once all are read.
    // The line too many is longer than a line may be and lies across the pieces: it is one too many all the same.
    const text = `${exportLines(record)[0]}\n${'{"table":""}\n'.repeat(MAX_LOG_EXPORT_LINES - 1)}${'x'.repeat(400_000)}\n`;
    const bytes = new TextEncoder().encode(text);
    const report = await reportOf(new Blob([bytes]));
    expect(report.problems).toEqual([{ type: 'TooManyLines', logId: '', seq: -1, line: MAX_LOG_EXPORT_LINES + 1 }]);
    expect((await loadIndependentVerifier()).verifyLog(bytes)).toEqual(report);
  });

  it('lists a hundred problems and counts the others', async () => {
    const lines = exportLines(record);
    const header = lines.slice(0, 1 + record.tableNotes.length + 1);
    const entry = lines.find((line) => line.startsWith('['))!;
    const bytes = new TextEncoder().encode(`${[...header, ...Array.from({ length: 150 }, () => entry)].join('\n')}\n`);
    const report = await reportOf(new Blob([bytes]));
    expect(report.problems).toHaveLength(100);
    expect(report.problemCount).toBeGreaterThan(250);
    expect((await loadIndependentVerifier()).verifyLog(bytes)).toEqual(report);
  });
});

describe('Ed25519', () => {
  it('is false, never an error, for keys and signatures that cannot be', async () => {
    const verify = createVerifyEd25519(crypto.subtle);
    const key = signingKeyOf(new Uint8Array(32).fill(5));
    const message = new TextEncoder().encode('m');
    const signature = key.sign(message);
    expect(await verify(key.publicKey, message, signature)).toBe(true);
    expect(await verify(key.publicKey, new TextEncoder().encode('n'), signature)).toBe(false);
    expect(await verify(key.publicKey.slice(1), message, signature)).toBe(false);
    expect(await verify(key.publicKey, message, signature.slice(1))).toBe(false);
    expect(await verify(new Uint8Array(32).fill(255), message, signature)).toBe(false);
  });

  const MESSAGE = new Uint8Array(1);
  /** An engine that looks at nothing, and what it was asked. */
  const createBlindEngine = () => {
    const importKey = vi.fn(async () => ({}));
    const verify = createVerifyEd25519({ importKey, verify: async () => true } as unknown as SubtleCrypto);
    return { importKey, verify };
  };

  it.each([
    ['a key of 31 bytes', new Uint8Array(31).fill(2), 64, 0],
    ['a key of 33 bytes', new Uint8Array(33).fill(2), 64, 0],
    ['a key of small order', new Uint8Array(32), 64, 0],
    ['a signature of 63 bytes', new Uint8Array(32).fill(2), 63, 0],
    ['a signature of 65 bytes', new Uint8Array(32).fill(2), 65, 0],
    ['a scalar beyond the order', new Uint8Array(32).fill(2), 64, 255],
  ])('%s is refused before an engine is asked: not every one looks', async (_what, key, signatureLength, digit) => {
    const { importKey, verify } = createBlindEngine();
    expect(await verify(key, MESSAGE, new Uint8Array(signatureLength).fill(digit))).toBe(false);
    expect(importKey).not.toHaveBeenCalled();
    expect(await verify(new Uint8Array(32).fill(2), MESSAGE, new Uint8Array(64))).toBe(true);
  });

  it('is false where an engine refuses a point at import', async () => {
    const { importKey, verify } = createBlindEngine();
    importKey.mockRejectedValueOnce(new DOMException('not on the curve', 'DataError'));
    expect(await verify(new Uint8Array(32).fill(2), MESSAGE, new Uint8Array(64))).toBe(false);
  });

  it('imports a key once, and keeps 256 at most', async () => {
    const { importKey, verify } = createBlindEngine();
    const importsOf = async (key: number): Promise<number> => {
      const before = importKey.mock.calls.length;
      await verify(new Uint8Array(32).fill(2).fill(key >> 8, 0, 1).fill(key, 1, 31), MESSAGE, new Uint8Array(64));
      return importKey.mock.calls.length - before;
    };
    for (let key = 0; key < 256; key += 1) expect(await importsOf(key)).toBe(1);
    expect([await importsOf(0), await importsOf(255)]).toEqual([0, 0]);
    expect([await importsOf(256), await importsOf(0)]).toEqual([1, 1]);
  });
});
