import type { VerifyReport } from '../../src/core/contract/verify-api.ts';

/** public/spec/verify-log.mjs, which has no types of its own: it is a program for anyone, not a part of the app. */
export interface IndependentVerifier {
  readonly verifyLog: (file: Uint8Array, options?: { readonly checkpoint?: string | undefined }) => VerifyReport;
  readonly ACTIONS: Readonly<Record<string, readonly string[]>>;
  readonly CODES: readonly string[];
  /** Japanese and English. */
  readonly WORDS: Readonly<Record<string, readonly [string, string]>>;
}

export const VERIFIER_PATH = new URL('../../public/spec/verify-log.mjs', import.meta.url);

export const loadIndependentVerifier = async (): Promise<IndependentVerifier> =>
  (await import(/* @vite-ignore */ VERIFIER_PATH.href)) as IndependentVerifier;
