import type { VaultError } from '../core/contract/errors.ts';

/** What happened, and what the reader can do now. Both are whole sentences. */
export interface ErrorWords {
  readonly what: string;
  readonly todo: string;
}

type ErrorOf<T extends VaultError['type']> = Extract<VaultError, { readonly type: T }>;

/** One text per error type: a new type in the contract does not compile until every language says it. */
export type ErrorTexts = { readonly [T in VaultError['type']]: (error: ErrorOf<T>) => ErrorWords };

export const errorWords = <T extends VaultError['type']>(
  texts: ErrorTexts,
  error: ErrorOf<T> & { readonly type: T },
): ErrorWords => texts[error.type](error);
