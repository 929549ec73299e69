import { ja } from '../../../src/i18n/ja.ts';
import type { User } from './user.ts';
import { begins } from './user.ts';

/** At a person without a number, with the field open: typed twice, as by hand. */
export const enterNumber = async (user: User, digits: string): Promise<void> => {
  await user.type(ja.numbers.entry.field, digits);
  await user.type(ja.numbers.entry.again, digits);
  await user.press('button', ja.numbers.entry.save);
  await user.sees(ja.persons.person.arrived.number);
};

/** At a person with a number. Answers whether the app found them equal. */
export const matchNumber = async (user: User, digits: string): Promise<boolean> => {
  await user.press('button', ja.numbers.match);
  await user.type(ja.numbers.matching.field, digits);
  await user.press('button', ja.numbers.matching.do);
  await user.sees(new RegExp(`${ja.numbers.matching.matchWhy}|${ja.numbers.matching.noMatchWhy}`));
  const matches = (await user.text()).includes(ja.numbers.matching.matchWhy);
  await user.press('button', ja.numbers.matching.done);
  return matches;
};

/** At a person with a number: shows it, reads it, puts it away. `whileShown` looks at the page in between. */
export const revealNumber = async (user: User, whileShown?: () => Promise<void>): Promise<string> => {
  await user.press('button', ja.numbers.show);
  await user.choose(begins(ja.numbers.reveal.inquiry));
  await user.press('button', ja.numbers.reveal.do);
  await user.sees(new RegExp(ja.numbers.reveal.left(20).replace('20', '\\d+')));
  const digits = /(\d{4})\s*(\d{4})\s*(\d{4})/.exec(await user.text());
  await whileShown?.();
  await user.press('button', ja.numbers.reveal.hide);
  return digits === null ? '' : digits.slice(1).join('');
};
