import type { ImportDoubt, OtherRow } from '../core/domain/import/import-doubt.ts';
import type { ImportNote } from '../core/domain/import/import-note.ts';
import type { ErrorWords } from './error-texts.ts';

/** What the texts need beside the doubt: where another row stands, in words. */
export type PlaceOf = (row: Pick<OtherRow, 'fileIndex' | 'line'>) => string;

type DoubtOf<T extends ImportDoubt['type']> = Extract<ImportDoubt, { readonly type: T }>;
type NoteOf<T extends ImportNote['type']> = Extract<ImportNote, { readonly type: T }>;

/** One text per doubt: what it is, and what to do. A new one does not compile until every language says it. */
export type ImportDoubtTexts = { readonly [T in ImportDoubt['type']]: (doubt: DoubtOf<T>, place: PlaceOf) => ErrorWords };
export type ImportNoteTexts = { readonly [T in ImportNote['type']]: (note: NoteOf<T>, place: PlaceOf) => string };

export const doubtWords = <T extends ImportDoubt['type']>(
  texts: ImportDoubtTexts,
  doubt: DoubtOf<T> & { readonly type: T },
  place: PlaceOf,
): ErrorWords => texts[doubt.type](doubt, place);

export const noteWords = <T extends ImportNote['type']>(
  texts: ImportNoteTexts,
  note: NoteOf<T> & { readonly type: T },
  place: PlaceOf,
): string => texts[note.type](note, place);
