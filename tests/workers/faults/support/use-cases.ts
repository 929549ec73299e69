import type { UseCase } from './use-case.ts';
import { CLOSED_USE_CASES } from './use-cases-closed.ts';
import { OPEN_USE_CASES } from './use-cases-open.ts';

/** One after the other, each waiting for the one before. */
export const USE_CASES: readonly UseCase[] = [...CLOSED_USE_CASES, ...OPEN_USE_CASES];
