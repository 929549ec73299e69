import { expect, test } from 'vitest';
import { createSerial } from '../../../workers/vault/audit/serial.ts';

const pause = (ms: number): Promise<void> => new Promise((settle) => setTimeout(settle, ms));

test('jobs run one after the other in the order in which they came, and each caller hears of its own', async () => {
  const serial = createSerial();
  const seen: string[] = [];
  const job = (name: string, ms: number) => async (): Promise<string> => {
    seen.push(`${name} begins`);
    await pause(ms);
    seen.push(`${name} ends`);
    return name;
  };
  expect(await Promise.all([serial.run(job('a', 10)), serial.run(job('b', 1))])).toEqual(['a', 'b']);
  expect(seen).toEqual(['a begins', 'a ends', 'b begins', 'b ends']);
});

test('one that fails is told to its caller alone', async () => {
  const serial = createSerial();
  const failing = serial.run(() => Promise.reject(new Error('no')));
  const next = serial.run(() => Promise.resolve('next'));
  await expect(failing).rejects.toThrow('no');
  expect(await next).toBe('next');
});

test('idle waits for all that came so far, failed ones too', async () => {
  const serial = createSerial();
  let through = false;
  const slow = serial.run(async () => {
    await pause(10);
    through = true;
    throw new Error('late');
  });
  const heard = slow.catch(() => undefined);
  await serial.idle();
  expect(through).toBe(true);
  await heard;
});
