import type { ImportRefusalTexts } from '../import-refusal-texts.ts';

const SAVE_AS_CSV = 'In Excel, use “Save as” with the type “CSV” and import that file.';
const OPEN_AND_MEND = 'Mend that line in the original sheet and save it as CSV again.';

/** Why a list cannot be taken in. */
export const importRefusals: ImportRefusalTexts = {
  TooLarge: ({ bytes, limit }) => ({
    what: `The file is too large (${Math.ceil(bytes / 1_048_576)} MB of ${limit / 1_048_576} MB).`,
    todo: 'Check that it is a list; pictures and documents cannot be imported.',
  }),
  Empty: () => ({ what: 'The file is empty.', todo: 'Open the original sheet and check that there is something in it.' }),
  Workbook: () => ({ what: 'An Excel workbook (xlsx) cannot be read as it is.', todo: SAVE_AS_CSV }),
  Pdf: () => ({ what: 'A PDF cannot be read.', todo: 'If you have the original sheet, save it as CSV and import that.' }),
  Utf16: () => ({ what: 'The file was saved as “Unicode text”.', todo: SAVE_AS_CSV }),
  Binary: () => ({ what: 'This is not a text file.', todo: SAVE_AS_CSV }),
  UnknownEncoding: () => ({ what: 'The kind of text is unknown, and names could come out wrong; nothing was read.', todo: SAVE_AS_CSV }),
  TooManyRows: ({ limit }) => ({ what: `Too many lines; up to ${limit.toLocaleString('en')} can be read.`, todo: 'Split the list.' }),
  TooManyColumns: ({ line, limit }) => ({ what: `Too many columns in line ${line}; up to ${limit} can be read.`, todo: OPEN_AND_MEND }),
  CellTooLong: ({ line }) => ({ what: `A cell in line ${line} is too long.`, todo: OPEN_AND_MEND }),
  QuoteBroken: ({ line }) => ({ what: `A quotation mark in line ${line} is never closed.`, todo: OPEN_AND_MEND }),
  NoHeader: () => ({ what: 'No line of headers (name and so on) was found.', todo: 'Put headers such as “name”, “staff number”, “individual number” into the first line and save again.' }),
  NoRows: () => ({ what: 'There is nothing below the headers.', todo: 'Check that it is the right file.' }),
};
