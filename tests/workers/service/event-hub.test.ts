import { expect, test } from 'vitest';
import type { ProgressJob, VaultEvent } from '../../../src/core/contract/events.ts';
import { createEventHub } from '../../../workers/vault/service/event-hub.ts';

const listen = async (): Promise<{ readonly tell: (job: ProgressJob, done: number, total: number) => void; readonly heard: VaultEvent[]; readonly hub: ReturnType<typeof createEventHub> }> => {
  const hub = createEventHub();
  const heard: VaultEvent[] = [];
  await hub.subscribe((event) => void heard.push(event));
  return { hub, heard, tell: (job, done, total) => hub.emit({ type: 'Progress', job, done, total }) };
};

const doneOf = (heard: readonly VaultEvent[]): readonly number[] => heard.flatMap((event) => (event.type === 'Progress' ? [event.done] : []));

test('a job that tells of each of a thousand pages is heard by hundredths, from its first to its last', async () => {
  const { tell, heard } = await listen();
  for (let done = 1; done <= 1000; done += 1) tell('restore', done, 1000);
  const steps = doneOf(heard);
  expect(steps.length).toBeLessThanOrEqual(102);
  expect(steps.slice(0, 3)).toEqual([1, 11, 21]);
  expect(steps.at(-1)).toBe(1000);
});

test('what is not a small step of the same job is heard: few steps, another job, another length, one that begins again', async () => {
  const { tell, heard } = await listen();
  tell('import', 1, 3);
  tell('import', 2, 3);
  tell('import', 3, 3);
  tell('copy', 500, 1000);
  tell('copy', 501, 1000);
  tell('restore', 501, 1000);
  tell('restore', 501, 2000);
  tell('restore', 500, 2000);
  expect(doneOf(heard)).toEqual([1, 2, 3, 500, 501, 501, 500]);
});

test('other events are all heard', async () => {
  const { hub, heard } = await listen();
  hub.emit({ type: 'CopiesChanged' });
  hub.emit({ type: 'CopiesChanged' });
  expect(heard).toHaveLength(2);
});
