import { expect, test } from 'vitest';
import { createAfterwards } from '../../../workers/vault/audit/afterwards.ts';
import { createSerial } from '../../../workers/vault/audit/serial.ts';

const pause = (ms: number): Promise<void> => new Promise((settle) => setTimeout(settle, ms));

test('work is put off, runs in order and between what is in the series, and one that fails keeps none from running', async () => {
  const done: string[] = [];
  const serial = createSerial();
  const afterwards = createAfterwards(serial, 10);
  const put = (name: string): void => afterwards.put(async () => Promise.resolve(done.push(name)));
  put('a');
  afterwards.put(() => Promise.reject(new Error('no disk')));
  put('b');
  await serial.run(async () => Promise.resolve(done.push('commit')));
  expect(done).toEqual(['commit']);
  await pause(30);
  expect(done).toEqual(['commit', 'a', 'b']);
  put('c');
  await afterwards.settle();
  expect(done).toEqual(['commit', 'a', 'b', 'c']);
});

test('whoever settles waits also for what the end of the pause has just handed over', async () => {
  const done: string[] = [];
  const serial = createSerial();
  const afterwards = createAfterwards(serial, 0);
  // Before a session closes: a file written after it would be written in a store that another tab has.
  const commit = serial.run(() => pause(30));
  afterwards.put(async () => {
    await pause(10);
    done.push('mark');
  });
  await pause(10);
  await afterwards.settle();
  expect(done).toEqual(['mark']);
  await commit;
});
