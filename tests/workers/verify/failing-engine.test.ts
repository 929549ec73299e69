import { describe, expect, it, vi } from 'vitest';
import { createVerifyEd25519 } from '../../../workers/verify/ed25519.ts';
import { createSha256 } from '../../../workers/verify/sha256.ts';
import { createVerifyService } from '../../../workers/verify/verify-service.ts';
import { checkpointsOf, exportFile, renderPlan } from '../../support/log-plan.ts';
import { randomPlan } from '../../support/random-log.ts';
import { createSeededRandom } from '../../support/seeded-random.ts';

// An engine that fails has said nothing of a signature: what it did not verify is neither good nor forged.

const FAILURES = [
  new DOMException('the engine', 'OperationError'),
  new DOMException('the engine', 'UnknownError'),
  new DOMException('the engine', 'NotSupportedError'),
  new TypeError('not by WebCrypto'),
];

describe('a signature where the engine fails', () => {
  const MESSAGE = new Uint8Array(1);
  const createEngine = () => {
    const engine = { importKey: vi.fn(async () => ({})), verify: vi.fn(async () => true) };
    const verify = createVerifyEd25519(engine as unknown as SubtleCrypto);
    return { engine, ask: () => verify(new Uint8Array(32).fill(2), MESSAGE, new Uint8Array(64)) };
  };

  it.each(FAILURES)('by $name: thrown on, and asked anew the next time', async (failure) => {
    for (const method of ['importKey', 'verify'] as const) {
      const { engine, ask } = createEngine();
      engine[method].mockRejectedValueOnce(failure);
      await expect(ask(), method).rejects.toBe(failure);
      expect(await ask(), method).toBe(true);
    }
  });

  it('a DataError is of the key at its import alone', async () => {
    const failure = new DOMException('not on the curve', 'DataError');
    const { engine, ask } = createEngine();
    engine.importKey.mockRejectedValueOnce(failure);
    expect(await ask()).toBe(false);
    engine.verify.mockRejectedValueOnce(failure);
    await expect(ask()).rejects.toBe(failure);
  });
});

it('no report is given of a record when the engine fails, at whichever signature', async () => {
  const record = renderPlan(randomPlan(createSeededRandom(7), { logs: 2, entriesPerLog: 30 }));
  const file = new Blob([exportFile(record)]);
  const kept = checkpointsOf(record)[0]?.note ?? null;
  const failure = new DOMException('the engine', 'OperationError');
  let asked = 0;
  let failing = 0;
  const subtle = {
    importKey: crypto.subtle.importKey.bind(crypto.subtle),
    verify: (...question: Parameters<SubtleCrypto['verify']>) => {
      asked += 1;
      return asked === failing ? Promise.reject(failure) : crypto.subtle.verify(...question);
    },
  } as unknown as SubtleCrypto;
  const service = createVerifyService({ sha256: await createSha256(), verify: createVerifyEd25519(subtle) });
  expect(await service.verifyLogExport({ file, kept })).toMatchObject({ ok: true, value: { ok: true, kept: { signed: true } } });
  const all = asked;
  // Tables, checkpoints of both logs, and the kept one last.
  expect(all).toBeGreaterThan(record.tableNotes.length + 2);
  for (failing = 1; failing <= all; failing += 1) {
    asked = 0;
    await expect(service.verifyLogExport({ file, kept }), `signature ${failing} of ${all}`).rejects.toBe(failure);
  }
});
