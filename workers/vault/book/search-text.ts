import { foldForSearch } from '../../../src/core/domain/text/fold.ts';
import type { IndexRow } from './index-page.ts';

/**
 * The searched text of the rows of one index page: folded name, kana and code of each, joined to one string, because one
 * indexOf over a long string is far cheaper than one over each of many short ones.
 */
export interface SearchText {
  /** Calls back with the slot of each row that contains the folded needle, once. */
  readonly find: (needle: string, found: (slot: number) => void) => void;
  /** The text of these rows now; rows that read as before are not folded again. */
  readonly withRows: (rows: readonly IndexRow[]) => SearchText;
}

// Folding takes white space out, so neither stands in a folded text or in a needle.
const FIELD = '\t';
const ROW = '\n';

interface Folded {
  readonly row: IndexRow;
  readonly text: string;
}

const fold = (row: IndexRow): Folded => ({ row, text: [row.name, row.kana, row.code].map(foldForSearch).join(FIELD) });

const readsAs = (a: IndexRow, b: IndexRow): boolean => a.name === b.name && a.kana === b.kana && a.code === b.code;

const fromFolded = (folded: readonly Folded[]): SearchText => {
  const whole = folded.map(({ text }) => text).join(ROW);
  /** Where each row begins, and behind the last one where one more would. */
  const starts = new Uint32Array(folded.length + 1);
  /** Beside the text, so that a hit looks at no row: ten thousand of them lie all over the memory. */
  const slots = Uint32Array.from(folded, ({ row }) => row.slot);
  for (const [row, { text }] of folded.entries()) starts[row + 1] = (starts[row] ?? 0) + text.length + ROW.length;

  return {
    find: (needle, found) => {
      let at = whole.indexOf(needle);
      for (let row = 0; at >= 0; row += 1) {
        const next = starts[row + 1] ?? Infinity;
        if (next <= at) continue;
        const slot = slots[row];
        if (slot === undefined) return;
        found(slot);
        at = whole.indexOf(needle, next);
      }
    },
    withRows: (rows) => {
      const known = new Map(folded.map((one) => [one.row.id, one]));
      return fromFolded(
        rows.map((row) => {
          const old = known.get(row.id);
          return old !== undefined && readsAs(old.row, row) ? { row, text: old.text } : fold(row);
        }),
      );
    },
  };
};

export const emptySearchText: SearchText = fromFolded([]);
