import { expose } from 'comlink';
import { expect, test } from 'vitest';
import { createVerifyClient } from '../../../../src/app/bridge/verify-client.ts';
import type { VerifyEvent } from '../../../../src/core/contract/verify-api.ts';
import { ok } from '../../../../src/core/domain/result.ts';

/** A verifier on a channel: it tells half and all of the way, then its report, or never answers. */
const bench = (answers: boolean) => {
  const channel = new MessageChannel();
  let ended = 0;
  let lose: () => void = () => undefined;
  let tell: (event: VerifyEvent) => void = () => undefined;
  expose(
    {
      subscribe: async (listener: (event: VerifyEvent) => void) => {
        tell = listener;
        return ok(null);
      },
      verifyLogExport: async (input: { readonly kept: string | null }) => {
        tell({ type: 'Progress', done: 5, total: 10 });
        if (!answers) await new Promise(() => undefined);
        return ok({ ok: true, kept: input.kept });
      },
    },
    channel.port2,
  );
  const verify = createVerifyClient((onLost) => {
    lose = onLost;
    const terminate = (): void => {
      ended += 1;
      channel.port1.close();
      channel.port2.close();
    };
    return { worker: channel.port1 as unknown as Worker, ready: Promise.resolve('ready' as const), terminate };
  });
  return { verify, ended: () => ended, lose: () => lose() };
};

const input = { file: new Blob(['x']), kept: 'note' } as never;

test('one export, one worker: progress, the report, the end', async () => {
  const { verify, ended } = bench(true);
  const heard: VerifyEvent[] = [];
  const report = await verify(input, (event) => heard.push(event));
  expect(report).toEqual({ ok: true, value: { ok: true, kept: 'note' } });
  expect(heard).toEqual([{ type: 'Progress', done: 5, total: 10 }]);
  expect(ended()).toBe(1);
});

test('a verifier that dies answers WorkerLost and is cleared away', async () => {
  const { verify, ended, lose } = bench(false);
  const report = verify(input, () => undefined);
  await new Promise((settle) => setTimeout(settle, 5));
  lose();
  expect(await report).toEqual({ ok: false, error: { type: 'WorkerLost' } });
  expect(ended()).toBe(1);
});
