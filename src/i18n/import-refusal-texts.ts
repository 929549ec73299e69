import type { ImportRefusal } from '../core/domain/import/import-file.ts';
import type { ErrorWords } from './error-texts.ts';

/** One text per refusal: a new one does not compile until every language says it. */
export type ImportRefusalTexts = {
  readonly [T in ImportRefusal['type']]: (refusal: Extract<ImportRefusal, { readonly type: T }>) => ErrorWords;
};

export const importRefusalWords = <T extends ImportRefusal['type']>(
  texts: ImportRefusalTexts,
  refusal: Extract<ImportRefusal, { readonly type: T }> & { readonly type: T },
): ErrorWords => texts[refusal.type](refusal);
