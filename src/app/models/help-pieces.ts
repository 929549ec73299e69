import type { HelpQuery } from '../../i18n/help-texts.ts';

/** A run of one script. The mark of a long vowel belongs to the kana before it. */
const RUNS = /[\p{sc=Han}\u3005]+|[\p{sc=Katakana}\u30fc]+|[\p{sc=Hiragana}\u30fc]+|[\p{sc=Latin}\p{M}\p{N}]+/gu;
const HIRAGANA = /^[\p{sc=Hiragana}\u30fc]+$/u;
/** A single kana stands in every topic. */
const SHORTEST = 2;

/** The text, and what is left of it as one ending after another falls away. Empty when nothing but endings is there. */
const withoutEndings = (text: string, endings: readonly string[]): readonly string[] => {
  const left = [text];
  for (let rest = text; ; ) {
    if (rest.length < SHORTEST) return [];
    const ending = endings.find((one) => rest.endsWith(one));
    if (ending === undefined) return left;
    rest = rest.slice(0, -ending.length);
    // What an ending leaves of a single kana was the ending of the word before.
    if (rest.length >= SHORTEST) left.push(rest);
  }
};

const kanaPiece = (run: string, { particles, endings }: HelpQuery): readonly string[] => {
  const particle = particles.find((one) => run.startsWith(one));
  const after = particle === undefined ? [] : withoutEndings(run.slice(particle.length), endings);
  return [...withoutEndings(run, endings), ...after];
};

/**
 * The words of a sentence that is written without spaces, as pieces: cut where the script changes and at spaces,
 * without particles and endings. Each piece is a list of ways to take it, the nearest to what was typed first.
 */
export const helpPieces = (text: string, query: HelpQuery): readonly (readonly string[])[] => {
  const cut = query.joins.reduce((rest, join) => rest.replaceAll(join, ' '), text.normalize('NFKC').toLowerCase());
  return [...cut.matchAll(RUNS)]
    .map(([run]) => run)
    .filter((run) => !query.particles.includes(run))
    .map((run) => (HIRAGANA.test(run) ? kanaPiece(run, query) : [run]))
    .filter((ways) => ways.length > 0);
};
