import type { PurposeCode } from '../person/purpose.ts';
import { PURPOSE_CODES } from '../person/purpose.ts';

/** Why a number is shown: for a purpose, because the person asks what is kept, or to check what was typed. */
export type RevealReason = PurposeCode | 'inquiry' | 'input-check';

export const REVEAL_REASONS: readonly RevealReason[] = [...PURPOSE_CODES, 'inquiry', 'input-check'];

export const isRevealReason = (value: unknown): value is RevealReason => REVEAL_REASONS.some((reason) => reason === value);

/** What may be given as a reason for a person: its own purposes, and the two that hold for everybody. */
export const reasonsFor = (purposes: readonly PurposeCode[]): readonly RevealReason[] => [
  ...purposes,
  'inquiry',
  'input-check',
];
