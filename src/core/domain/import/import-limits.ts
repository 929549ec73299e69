/** Limits of one imported file, checked before the thing they limit is kept. A small business stays two orders below. */
export const MAX_IMPORT_BYTES = 5 * 1024 * 1024;
export const MAX_IMPORT_ROWS = 20_000;
export const MAX_IMPORT_COLUMNS = 200;
export const MAX_CELL_CHARS = 2_000;
/** Files of one import; the three kinds of list, with room for a split one. */
export const MAX_IMPORT_FILES = 10;
/** The header stands below at most four lines of titles. */
export const HEADER_SEARCH_ROWS = 5;
