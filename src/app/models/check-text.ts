import type { CheckId, Figures, Finding } from '../../core/domain/diagnosis/checks.ts';
import type { Said, Told } from '../../i18n/check-words.ts';
import type { Messages } from '../../i18n/messages.ts';

export type CheckMessages = Pick<Messages, 'checks' | 'dates'>;

/** Room as people count it: whole megabytes, from a thousand on gigabytes with one decimal. */
export const sizeText = (bytes: number): string =>
  bytes < 1_000_000_000 ? `${Math.floor(bytes / 1_000_000)}MB` : `${(Math.floor(bytes / 100_000_000) / 10).toLocaleString('en-US')}GB`;

/** Closed lists and names that platforms give: IANA zones, classes of errors. Anything longer or stranger is left out. */
const NAME = /^[A-Za-z][A-Za-z0-9_+/-]{0,40}$/;

const numberText = (value: number | undefined): string => (value === undefined ? '' : value.toLocaleString('en-US'));

const told = ({ dates }: CheckMessages, figures: Figures, isTimed: boolean): Told => ({
  count: numberText(figures.count),
  total: numberText(figures.total),
  size: figures.bytes === undefined ? '' : sizeText(figures.bytes),
  // Never 0.0: it took some time.
  seconds: figures.ms === undefined ? '' : Math.max(0.1, Math.round(figures.ms / 100) / 10).toFixed(1),
  when: figures.at === undefined ? '' : isTimed ? dates.dayTime(figures.at) : dates.day(figures.at),
  name: figures.name !== undefined && NAME.test(figures.name) ? figures.name : '?',
});

/** The one sentence of a finding. */
export const checkText = (words: CheckMessages, { check, reason, figures }: Finding): string => {
  const says: Readonly<Record<string, Said>> = words.checks.items[check].says;
  const said = says[reason];
  if (said === undefined) return words.checks.unanswered;
  return typeof said === 'string' ? said : said(told(words, figures, check === 'clock'));
};

export const checkTitle = ({ checks }: CheckMessages, check: CheckId): string => checks.items[check].title;
