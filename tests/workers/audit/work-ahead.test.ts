import { expect, test } from 'vitest';
import { inBatches, workAhead } from '../../../workers/vault/audit/work-ahead.ts';

const range = (length: number): readonly number[] => Array.from({ length }, (_, at) => at);

test.each([1, 2, 3, 9])('what is made of each item comes in their order, and never more than %i are under way', async (width) => {
  let underWay = 0;
  let most = 0;
  const work = async (item: number): Promise<number> => {
    most = Math.max(most, (underWay += 1));
    // The earlier it began, the longer it takes.
    await new Promise((resolve) => setTimeout(resolve, 5 - item));
    underWay -= 1;
    return item * 2;
  };
  const found: number[] = [];
  for await (const one of workAhead(range(5), width, work)) found.push(one);
  expect(found).toEqual([0, 2, 4, 6, 8]);
  expect(most).toBe(Math.min(width, 5));
});

test('a failure is thrown when its turn comes, and not before', async () => {
  const found: number[] = [];
  const all = async (): Promise<void> => {
    for await (const one of workAhead(range(4), 4, (item) => (item === 2 ? Promise.reject(new Error('no')) : Promise.resolve(item)))) found.push(one);
  };
  await expect(all()).rejects.toThrow('no');
  expect(found).toEqual([0, 1]);
});

test('of what a consumer leaves behind nothing fails where nobody listens', async () => {
  const unheard: unknown[] = [];
  const onUnheard = (cause: unknown): void => void unheard.push(cause);
  process.on('unhandledRejection', onUnheard);
  const work = async (item: number): Promise<number> => {
    await Promise.resolve();
    if (item > 0) throw new Error('unheard');
    return item;
  };
  for await (const one of workAhead(range(4), 3, work)) {
    expect(one).toBe(0);
    break;
  }
  await new Promise((resolve) => setTimeout(resolve, 20));
  process.off('unhandledRejection', onUnheard);
  expect(unheard).toEqual([]);
});

test('batches hold every item once, in order', () => {
  expect(inBatches(range(5), 2)).toEqual([[0, 1], [2, 3], [4]]);
  expect(inBatches([], 2)).toEqual([]);
});
