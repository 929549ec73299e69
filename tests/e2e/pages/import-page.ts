import { readdirSync } from 'node:fs';
import path from 'node:path';
import type { ImportDoubt } from '../../../src/core/domain/import/import-doubt.ts';
import { doubtWords } from '../../../src/i18n/import-doubt-texts.ts';
import { ja } from '../../../src/i18n/ja.ts';
import type { User } from './user.ts';

const folder = path.resolve(import.meta.dirname, '../../fixtures/samples');

/** The three lists of a small business, with the traps such lists have. */
export const SAMPLES: readonly string[] = readdirSync(folder)
  .filter((name) => name.endsWith('.csv'))
  .map((name) => path.join(folder, name));

/** Who is in them once every doubt is answered as below, and how many numbers; some of them by name. */
export const SAMPLE_PERSONS = 21;
export const SAMPLE_NUMBERS = 16;
export const SAMPLE_PEOPLE = [
  { name: '佐藤 一郎', number: '900000000010' },
  { name: '山﨑 さくら', number: '090000000042' },
  { name: 'MARIA SANTOS CRUZ', number: '900000000060' },
  { name: '渡邉 大和', number: '900000001059' },
  { name: '𠮷田 茂', number: '900000002047' },
] as const;

const { doubts, answers, type, fields } = ja.importDoubts;

/** The name of the group in which a doubt is answered. */
const doubt = (of: ImportDoubt): string => doubtWords(doubts, of, () => '').what;

/** On 取り込み: reads the three samples, answers each doubt in its place, takes all in, and says the source is destroyed, unless it `keeps` it. */
export const importSamples = async (user: User, keeps = false): Promise<void> => {
  await user.hand(ja.imports.choose, SAMPLES);
  await user.sees(ja.imports.preview.title(7));
  const numbers = /\d{12}/.exec(await user.text());
  if (numbers !== null && numbers[0] !== '712345678901') throw new Error('The preview shows a number');

  await user.within(doubt({ type: 'LeadingZeroDropped', field: 'number' })).press('button', answers.addLeadingZero);
  await user.within(doubt({ type: 'SpreadsheetExponent', field: 'number' })).press('button', answers.withoutNumber);
  const wrong = user.within(doubt({ type: 'CheckDigit', field: 'number' }));
  await wrong.type(type.number, '900000000060');
  await wrong.press('button', type.numberDo);
  const day = user.within(doubt({ type: 'NoSuchDay', field: 'birthDate', written: '' }));
  await day.type(type.field(fields.birthDate), '平成14年2月20日');
  await day.press('button', type.fieldDo);
  const parent = user.within(doubt({ type: 'UnknownEmployee', field: 'parentCode', code: '0099' }));
  await parent.type(type.field(fields.parentCode), '0005');
  await parent.press('button', type.fieldDo);
  await user.press('button', ja.imports.row.leaveOutOf(ja.imports.row.noName));
  await user.press('button', answers.first);
  await user.sees(ja.imports.preview.title(0));

  await user.press('button', ja.imports.commit.do(SAMPLE_PERSONS));
  await user.sees(ja.imports.done.title(SAMPLE_PERSONS));
  if (keeps) return;
  await user.press('button', ja.imports.done.destroyDo);
  await user.sees(ja.imports.done.destroyed);
};
