import type { LogApi, LogQuery } from '../../../../src/core/contract/log-api.ts';
import { AUDIT_ACTIONS } from '../../../../src/core/domain/audit/action.ts';
import { PRINTED_SHEETS } from '../../../../src/core/domain/audit/codes.ts';
import type { ArgumentShapes } from './shape.ts';
import { count, flag, list, noArguments, nullable, oneArgument, oneOf, record, text } from './shape.ts';

const ID_CHARS = 22;
const DATE_CHARS = 10;
const MAX_VISIBLE_ROWS = 200;

export const logArguments: ArgumentShapes<LogApi> = {
  listEntries: oneArgument(
    record<LogQuery>({
      from: nullable(text(DATE_CHARS)),
      to: nullable(text(DATE_CHARS)),
      personId: nullable(text(ID_CHARS)),
      memberId: nullable(text(ID_CHARS)),
      actions: list(oneOf(AUDIT_ACTIONS), AUDIT_ACTIONS.length),
      offset: count(0),
      limit: count(0, MAX_VISIBLE_ROWS),
    }),
  ),
  recordVerification: oneArgument(record({ size: count(0), good: flag })),
  recordPrint: oneArgument(oneOf(PRINTED_SHEETS)),
  viewCheckpoint: noArguments,
  exportLog: oneArgument(oneOf(['give', 'verify'])),
};
