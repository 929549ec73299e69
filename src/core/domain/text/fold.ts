import { VARIANT_KANJI_GROUPS } from './variant-kanji.data.ts';

const CANONICAL_KANJI: ReadonlyMap<string, string> = new Map(
  VARIANT_KANJI_GROUPS.split(' ').flatMap((group) => {
    const [canonical = '', ...variants] = group;
    return variants.map((variant): [string, string] => [variant, canonical]);
  }),
);

/** Accents of Latin letters, and variation selectors, which choose between shapes of one kanji. */
const MARKS = /[\u0300-\u036f\ufe00-\ufe0f\u{e0100}-\u{e01ef}]/gu;
/** Spaces, dashes, middle dots, long-vowel marks, quotes, and what is invisible. */
const SEPARATORS = /[\s\p{Pd}\p{Cf}\u00b7\u2022\u2212\u30fb\u30fc\u2500'"`.,\u2018\u2019]/gu;
const HIRAGANA = /[\u3041-\u3096\u309d\u309e]/g;
/** Small kana: bank and payroll programs write them large. */
const SMALL_KATAKANA = /[\u30a1\u30a3\u30a5\u30a7\u30a9\u30c3\u30e3\u30e5\u30e7\u30ee\u30f5\u30f6]/g;
/** Only those that have another shape: most names have none, and are left as they are. */
const VARIANTS = new RegExp(`[${[...CANONICAL_KANJI.keys()].join('')}]`, 'gu');

const enlarge = (kana: string): string => {
  if (kana === '\u30f5') return '\u30ab';
  if (kana === '\u30f6') return '\u30b1';
  return String.fromCharCode(kana.charCodeAt(0) + 1);
};

/**
 * One spelling for all the spellings of a name, for search only; it cannot be turned back. Width, case, accents,
 * hiragana and katakana, small and large kana, spaces and dots, long-vowel marks and kanji variants are made one.
 * Folding twice changes nothing, so a stored fold and a typed one meet. Everything is mapped in decomposed form,
 * because what stands together after a separator fell out may compose only then.
 */
export const foldForSearch = (text: string): string =>
  text
    .normalize('NFKD')
    .toLowerCase()
    .normalize('NFKD')
    .replace(MARKS, '')
    .replace(SEPARATORS, '')
    .replace(HIRAGANA, (kana) => String.fromCharCode(kana.charCodeAt(0) + 0x60))
    .replace(SMALL_KATAKANA, enlarge)
    .replace(VARIANTS, (kanji) => CANONICAL_KANJI.get(kanji) ?? kanji)
    .normalize('NFC');
