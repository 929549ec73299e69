import type { Result } from '../result.ts';
import { err, ok } from '../result.ts';
import { isFormula } from '../text/formula.ts';
import type { TextProblem } from '../text/plain-text.ts';
import { findTextProblem } from '../text/plain-text.ts';

/** Minutes without a touch after which the vault locks itself. */
export const IDLE_MINUTES = { min: 1, max: 60, initial: 5 } as const;
/** What serves of the minutes that are kept: whoever made the copy a vault came from must not have switched the lock off. */
export const servedIdleMinutes = (kept: number): number => Math.min(IDLE_MINUTES.max, Math.max(IDLE_MINUTES.min, kept));
/** It says so this long before. */
export const IDLE_WARNING_SECONDS = 30;
/** A number is shown this long, and as long again for each asking. */
export const REVEAL_SECONDS = 20;
export const LABEL_MAX = 40;
export const DISPLAY_NAME_MAX = 40;

export type LabelProblem = { readonly type: 'Empty' | 'Formula' | TextProblem };

/** A whole number of minutes, 1 to 60. */
export const parseIdleMinutes = (minutes: number): Result<number, { readonly type: 'OutOfRange' }> =>
  Number.isSafeInteger(minutes) && minutes >= IDLE_MINUTES.min && minutes <= IDLE_MINUTES.max
    ? ok(minutes)
    : err({ type: 'OutOfRange' });

const parseShown = (text: string, max: number): Result<string, LabelProblem> => {
  const line = text.trim();
  if (line === '') return err({ type: 'Empty' });
  if (isFormula(line)) return err({ type: 'Formula' });
  const problem = findTextProblem(line, max);
  return problem === null ? ok(line) : err({ type: problem });
};

/** The vault's name on the first screen, readable on a stolen device: it may be neutral. 1 to 40 characters. */
export const parseVaultLabel = (text: string): Result<string, LabelProblem> => parseShown(text, LABEL_MAX);

/** A member's name at the lock, readable on a stolen device as well. 1 to 40 characters. */
export const parseDisplayName = (text: string): Result<string, LabelProblem> => parseShown(text, DISPLAY_NAME_MAX);

/** The label typed to confirm an erasure: width, case and outer spaces are forgiven, nothing else. */
export const isLabelConfirmed = (typed: string, label: string): boolean =>
  typed.normalize('NFKC').trim().toLowerCase() === label.normalize('NFKC').trim().toLowerCase();
