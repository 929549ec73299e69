import type { EnterNumberInput, NumberApi } from '../../../../src/core/contract/number-api.ts';
import { isRevealReason } from '../../../../src/core/domain/reveal/reason.ts';
import { personId } from './person-arguments.ts';
import type { ArgumentShapes } from './shape.ts';
import { flag, noArguments, nullable, oneArgument, record, text, textThat } from './shape.ts';

/** Twelve digits with whatever people put between them. */
const TYPED_CHARS = 100;

export const numberArguments: ArgumentShapes<NumberApi> = {
  enterNumber: oneArgument(
    record<EnterNumberInput>({
      personId,
      text: text(TYPED_CHARS),
      again: nullable(text(TYPED_CHARS)),
      replaces: flag,
      sameAs: nullable(personId),
    }),
  ),
  revealNumber: oneArgument(record({ personId, reason: nullable(textThat(isRevealReason)) })),
  viewReason: noArguments,
  matchNumber: oneArgument(record({ personId, text: text(TYPED_CHARS) })),
  mergePersons: oneArgument(record({ keep: personId, drop: personId })),
};
