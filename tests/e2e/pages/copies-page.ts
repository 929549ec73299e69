import { ja } from '../../../src/i18n/ja.ts';
import { goTo } from './persons-page.ts';
import type { User } from './user.ts';
import { either } from './user.ts';

/** How a file leaves the browser in this test: does `act`, answers where the file lies. */
export type TakeFile = (ending: string, act: () => Promise<void>) => Promise<string>;

/** Where the browser asks for a place, and where it puts files among the downloads. */
export const COPY_MADE = either(ja.copies.made, ja.copies.madeDownload);
export const SAVE_COPY = either(ja.copies.save, ja.copies.saveDownload);

/** Makes a copy, saves it, and has it read back: from where it was written, or chosen by hand where that cannot be known. */
export const makeCopy = async (user: User, take: TakeFile): Promise<string> => {
  await goTo(user, 'copies');
  await user.press('button', ja.copies.make);
  await user.sees(COPY_MADE);
  const file = await take('.kinko', () => user.press('button', SAVE_COPY));
  const end = Date.now() + 60_000;
  while (Date.now() < end) {
    const text = await user.text();
    if (text.includes(ja.copies.verified)) return file;
    if (text.includes(ja.copies.toCheck)) {
      await user.hand(ja.copies.choose, [file]);
      await user.sees(ja.copies.verified);
      return file;
    }
  }
  throw new Error('The copy was not read back');
};
