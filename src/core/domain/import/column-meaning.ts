import type { PurposeCode } from '../person/purpose.ts';
import { PURPOSE_CODES, purposeOf } from '../person/purpose.ts';
import {
  HEADER_MARKS,
  HEADER_SYNONYMS,
  PURPOSE_FILLERS,
  PURPOSE_HEADERS,
  PURPOSE_NUMERALS,
  PURPOSE_SUFFIX,
} from './header-synonyms.data.ts';

export type HeaderMeaning = keyof typeof HEADER_SYNONYMS;

export type ColumnMeaning =
  | { readonly type: 'header'; readonly meaning: HeaderMeaning }
  | { readonly type: 'purpose'; readonly purpose: PurposeCode };

/** Brackets, marks and punctuation; the long-vowel mark of kana stays, for it is part of words. */
const NOISE = /[\s()[\]{}<>\u3008-\u3011\u3014\u3015/\\|\u30fb_.,:;*#\u203b\u2010-\u2015\u2212"'-]/g;
const HIRAGANA = /[\u3041-\u3096]/g;

const words = (list: string): readonly string[] => list.split(' ');

/** One spelling for the spellings of a header. Not for search and not stored. */
export const foldHeader = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(NOISE, '')
    .replace(HIRAGANA, (kana) => String.fromCharCode(kana.charCodeAt(0) + 0x60));

const foldPurpose = (text: string): string => {
  let folded = foldHeader(text);
  for (const filler of words(PURPOSE_FILLERS)) folded = folded.replaceAll(foldHeader(filler), '');
  for (const [kanji, digit] of PURPOSE_NUMERALS) folded = folded.replaceAll(kanji, digit);
  return folded;
};

const meaningKeys = (): readonly HeaderMeaning[] => {
  const isMeaning = (key: string): key is HeaderMeaning => Object.hasOwn(HEADER_SYNONYMS, key);
  return Object.keys(HEADER_SYNONYMS).filter(isMeaning);
};

/** Maps, so that a header called __proto__ or constructor finds nothing. */
const HEADERS: ReadonlyMap<string, HeaderMeaning> = new Map(
  meaningKeys().flatMap((meaning) =>
    words(HEADER_SYNONYMS[meaning]).map((word): [string, HeaderMeaning] => [foldHeader(word), meaning]),
  ),
);

const PURPOSES: ReadonlyMap<string, PurposeCode> = new Map([
  ...PURPOSE_HEADERS.flatMap(([code, list]) => words(list).map((word): [string, PurposeCode] => [foldPurpose(word), code])),
  ...PURPOSE_CODES.map((code): [string, PurposeCode] => [foldPurpose(purposeOf(code).label), code]),
]);

const MARKS = words(HEADER_MARKS).map(foldHeader);

const withoutMarks = (folded: string): string => {
  const mark = MARKS.find((word) => folded.startsWith(word) || folded.endsWith(word));
  if (mark === undefined) return folded;
  return folded.startsWith(mark) ? folded.slice(mark.length) : folded.slice(0, -mark.length);
};

/** What a header says its column holds; null when it says nothing to us. */
export const meaningOf = (header: string): ColumnMeaning | null => {
  const folded = withoutMarks(foldHeader(header));
  const meaning = HEADERS.get(folded);
  if (meaning !== undefined) return { type: 'header', meaning };
  const purpose = folded.endsWith(PURPOSE_SUFFIX) ? PURPOSES.get(foldPurpose(folded)) : undefined;
  return purpose === undefined ? null : { type: 'purpose', purpose };
};
