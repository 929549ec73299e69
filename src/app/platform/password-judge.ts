import { ZxcvbnFactory } from '@zxcvbn-ts/core';
import { adjacencyGraphs, dictionary } from '@zxcvbn-ts/language-common';
import type { PasswordWeakness } from '../../core/contract/errors.ts';
import { parsePassword } from '../../core/domain/password/password-policy.ts';
import { WORDS } from '../../core/domain/password/word-list.ts';

export interface PasswordVerdict {
  /** Null: it may be used. */
  readonly problem: PasswordWeakness | null;
  /** 0 very weak to 4 very strong. */
  readonly score: number;
}

/**
 * Length, blocklist and strength, all offline. Heavy (49,000 known passwords): its chunk is loaded when a password is
 * about to be chosen. The worker checks the rules again; the lists are only here.
 */
export type PasswordJudge = (password: string, personal: readonly string[]) => PasswordVerdict;

/** Below this a guesser who knows common passwords succeeds in minutes even against a slow KDF. */
const MIN_SCORE = 2;
/** Estimating longer texts takes seconds and changes nothing. */
const LOOKED_AT = 72;

export const createPasswordJudge = (): PasswordJudge => {
  const estimate = new ZxcvbnFactory({
    dictionary: { ...dictionary, words: WORDS.map(({ romaji }) => romaji) },
    graphs: adjacencyGraphs,
  });
  return (password, personal) => {
    const { score } = estimate.check(password.slice(0, LOOKED_AT), [...personal]);
    const parsed = parsePassword(password, { alone: true, blocklist: personal });
    if (!parsed.ok) return { problem: parsed.error.type, score: Math.min(score, 1) };
    return score < MIN_SCORE ? { problem: 'Common', score } : { problem: null, score };
  };
};
