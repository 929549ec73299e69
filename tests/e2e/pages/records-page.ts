import { ja } from '../../../src/i18n/ja.ts';
import type { TakeFile } from './copies-page.ts';
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
  await user.sees(around('', '抜けも書きかえもありません'));
};

/** Hands the record out, as a file that anyone can verify. On the screen of the verification. */
export const giveRecord = async (user: User, take: TakeFile): Promise<string> => {
  // What does not need long is handed to the browser at once; else a place is asked for.
  const file = await take('.kinkolog', () => user.press('button', ja.verify.give.do));
  await user.sees(ja.verify.give.recorded);
  return file;
};
