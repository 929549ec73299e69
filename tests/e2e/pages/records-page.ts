import { ja } from '../../../src/i18n/ja.ts';
import { goTo } from './persons-page.ts';
import type { User } from './user.ts';
import { around } from './user.ts';

/** The newest lines of the record as the screen shows them. */
export const readRecord = async (user: User): Promise<readonly string[]> => {
  await goTo(user, 'records');
  await user.sees(ja.records.noOf(1).replace('1', ''));
  return (await user.rows()).map((row) => row.replaceAll('\u3000', ' '));
};

/** Has the record verified by the app; fails unless it holds. */
export const verifyRecord = async (user: User): Promise<void> => {
  await goTo(user, 'records');
  await user.press('link', ja.records.verify);
  await user.press('button', ja.verify.do);
  await user.sees(around('', '切れ目も書きかえもありません'));
};

/** Hands the record out; the file comes by the way of the browser. */
export const giveRecord = async (user: User): Promise<void> => {
  await goTo(user, 'records');
  await user.press('link', ja.records.verify);
  await user.press('button', ja.verify.give.do);
  const end = Date.now() + 30_000;
  while (Date.now() < end) {
    const text = await user.text();
    if (text.includes(ja.verify.give.save)) await user.press('button', ja.verify.give.save);
    if (text.includes(ja.verify.give.recorded)) return;
  }
  throw new Error('The record was not given');
};
