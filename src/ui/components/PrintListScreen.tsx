import type { ComponentChildren } from 'preact';
import { useEffect } from 'preact/hooks';
import { MOST_ON_PAPER } from '../../app/models/print-sheet.ts';
import type { Reading } from '../../app/models/reading.ts';
import type { RouteId } from '../../app/router/routes.ts';
import type { Messages } from '../../i18n/messages.ts';
import { usePrint } from '../use-print.ts';
import type { IconName } from './Icon.tsx';
import type { Paper } from './PrintScreen.tsx';
import { PrintScreen } from './PrintScreen.tsx';

/** Two lines a row, heading and foot on each. */
const ROWS_A_SHEET = 20;

/** No rows, though there are some: more than paper is for. */
interface ListOnPaper {
  readonly rows: readonly unknown[];
  readonly total: number;
}

type ListWords = Pick<
  Messages['prints']['persons'] & Messages['prints']['record'],
  'title' | 'why' | 'loading' | 'back' | 'none' | 'noneWhy' | 'tooMany' | 'tooManyWhy'
>;

/** Nothing is there at all, however little is narrowed: what that means, and the way on. */
export interface Vacancy {
  readonly title: string;
  readonly why: string;
  readonly action: ComponentChildren;
}

/** A list as it is narrowed on its own screen, read when it is opened, on the way to paper. */
export const PrintListScreen = <List extends ListOnPaper>(props: {
  readonly list: 'persons' | 'log';
  readonly words: ListWords;
  readonly icon: IconName;
  readonly back: RouteId;
  readonly reading: Reading<List>;
  /** For lists that may have nothing to be narrowed. */
  readonly vacancy?: ((list: List) => Vacancy | null) | undefined;
  /** False: something else that stands on the sheet is still looked for. */
  readonly isWhole?: boolean | undefined;
  /** The sheet; `at` in UTC ms is when it is printed. */
  readonly children: (list: List, at: number) => ComponentChildren;
}) => {
  const { reading, words, icon } = props;
  useEffect(() => void reading.load(), [reading]);
  const list = reading.content.value;
  const printing = usePrint(props.list, list !== null && list.rows.length > 0 && props.isWhole !== false);
  const paperOf = (): Paper => {
    if (list === null) return { at: 'reading', what: words.loading, error: reading.error.value, onRetry: () => void reading.load() };
    const vacancy = props.vacancy?.(list) ?? null;
    if (vacancy !== null) return { at: 'none', icon, ...vacancy };
    if (list.total === 0) return { at: 'none', icon, title: words.none, why: words.noneWhy };
    if (list.rows.length > 0) return { at: 'sheet', sheet: props.children(list, printing.at.value) };
    return { at: 'none', icon, title: words.tooMany(list.total, Math.ceil(list.total / ROWS_A_SHEET)), why: words.tooManyWhy(MOST_ON_PAPER) };
  };
  return (
    <PrintScreen title={words.title} why={words.why} printing={printing} paper={paperOf()} back={{ to: props.back, name: words.back }} />
  );
};
