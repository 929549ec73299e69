import type { Result } from '../result.ts';
import { err, ok } from '../result.ts';
import { isFormula } from './formula.ts';
import type { TextProblem } from './plain-text.ts';
import { findTextProblem } from './plain-text.ts';

export type NameProblem = { readonly type: 'Empty' | 'Formula' | TextProblem };
export type KanaProblem = { readonly type: 'NotKana' | TextProblem };

export const NAME_MAX = 50;
export const KANA_MAX = 100;

/**
 * Katakana, its marks, and what stands in the readings of foreign and company names: Latin letters, digits,
 * spaces, brackets, dots, hyphens, ampersands.
 */
const KANA = /^[\u30a1-\u30fe\u31f0-\u31ff\p{Script=Latin}\p{M}0-9 ()'.,&/-]*$/u;

/**
 * A name as it stands on the document: outer spaces go, everything within stays, ideographic spaces and kanji
 * variants included. 1 to 50 characters.
 */
export const parseName = (text: string): Result<string, NameProblem> => {
  const name = text.trim();
  if (name === '') return err({ type: 'Empty' });
  if (isFormula(name)) return err({ type: 'Formula' });
  const problem = findTextProblem(name, NAME_MAX);
  return problem === null ? ok(name) : err({ type: problem });
};

/**
 * The reading of a name in full-width katakana: half-width kana and hiragana are converted, runs of spaces become
 * one ideographic space. May be ''. At most 100 characters.
 */
export const parseKana = (text: string): Result<string, KanaProblem> => {
  const trimmed = text.trim();
  // Before anything is folded, for line ends and the like; and behind it, for one sign may become several.
  const problem = findTextProblem(trimmed, KANA_MAX);
  if (problem !== null) return err({ type: problem });
  const folded = trimmed
    .normalize('NFKC')
    .replace(/[\u3041-\u3096\u309d\u309e]/g, (kana) => String.fromCharCode(kana.charCodeAt(0) + 0x60))
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replace(/\s+/g, ' ')
    // Some marks become a space with a sign above it.
    .trim();
  const longer = findTextProblem(folded, KANA_MAX);
  if (longer !== null) return err({ type: longer });
  return KANA.test(folded) ? ok(folded.replaceAll(' ', '\u3000')) : err({ type: 'NotKana' });
};
