import type { LifeApi } from '../../../../src/core/contract/life-api.ts';
import { REFUSALS, REQUEST_WAYS } from '../../../../src/core/domain/ask/number-request.ts';
import { isCivilDate } from '../../../../src/core/domain/date/civil-date.ts';
import { DESTINATIONS } from '../../../../src/core/domain/filing/destination.ts';
import { isFilingCode } from '../../../../src/core/domain/filing/filing.ts';
import { CHANNELS, isIdentityDocumentCode, isNumberDocumentCode, isProxyDocumentCode } from '../../../../src/core/domain/identity/document.ts';
import type { IdentityCheck } from '../../../../src/core/domain/identity/identity-check.ts';
import { personId } from './person-arguments.ts';
import type { ArgumentShapes } from './shape.ts';
import { count, flag, list, nullable, oneArgument, oneOf, record, textThat } from './shape.ts';

/** Of people at once: what is too many is said in words by the service. */
const MAX_PEOPLE = 1_000;
/** More than any rule asks for; so an entry has room for all of them. */
const MAX_DOCUMENTS = 3;

export const lifeArguments: ArgumentShapes<LifeApi> = {
  viewLife: oneArgument(personId),
  askForNumbers: oneArgument(record({ personIds: list(personId, MAX_PEOPLE), way: oneOf(REQUEST_WAYS), explained: flag })),
  refuseNumber: oneArgument(record({ personId, reason: oneOf(REFUSALS) })),
  giveNotice: oneArgument(list(personId, MAX_PEOPLE)),
  useNumber: oneArgument(record({ personId, filing: textThat(isFilingCode), year: count(1, 9999), destination: oneOf(DESTINATIONS) })),
  recordCheck: oneArgument(
    record({
      personId,
      check: record<IdentityCheck>({
        on: textThat(isCivilDate),
        channel: oneOf(CHANNELS),
        numberDocument: textThat(isNumberDocumentCode),
        identityDocuments: list(textThat(isIdentityDocumentCode), MAX_DOCUMENTS),
        seenUnchanged: flag,
        proxy: nullable(textThat(isProxyDocumentCode)),
      }),
    }),
  ),
};
