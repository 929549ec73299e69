import type {
  CreateVaultInput,
  PageMark,
  ResetPasswordInput,
  SessionApi,
  SettingChange,
  UnlockInput,
} from '../../../../src/core/contract/session-api.ts';
import type { MemberId, StoreId } from '../../../../src/core/domain/ids.ts';
import { isId } from '../../../../src/core/domain/ids.ts';
import { isEntityType } from '../../../../src/core/domain/person/entity-type.ts';
import type { ArgumentShapes } from './shape.ts';
import { count, dictionary, flag, list, noArguments, nullable, oneArgument, partial, record, text, textThat } from './shape.ts';

/** Longer than any accepted password (the policy says TooLong in words), short enough to normalise without harm. */
const PASSWORD_CHARS = 4096;
const LINE_CHARS = 400;
const MARK_CHARS = 2048;
const MAX_STORES = 256;
const DRAFT_FIELDS = 64;
const DRAFT_CHARS = 2000;

const storeId = textThat((value): value is StoreId => isId(value));
const memberId = textThat((value): value is MemberId => isId(value));
const entityType = textThat(isEntityType);
const secret = text(PASSWORD_CHARS);
const line = text(LINE_CHARS);

export const sessionArguments: ArgumentShapes<SessionApi> = {
  inspectDevice: oneArgument(list(record<PageMark>({ storeId: text(LINE_CHARS), mark: text(MARK_CHARS) }), MAX_STORES)),
  takeOver: oneArgument(storeId),
  createVault: oneArgument(
    record<CreateVaultInput>({
      label: line,
      entityType,
      paysSalary: flag,
      ownerName: line,
      password: secret,
    }),
  ),
  createTrial: noArguments,
  startRehearsal: noArguments,
  confirmRehearsal: oneArgument(list(record({ group: count(0, 63), text: line }), 16)),
  rehearseKit: oneArgument(record({ recoveryCode: line })),
  unlock: oneArgument(record<UnlockInput>({ storeId, memberId, password: secret })),
  resetPassword: oneArgument(record<ResetPasswordInput>({ storeId, memberId, recoveryCode: line, newPassword: secret })),
  viewSession: noArguments,
  changePassword: oneArgument(record({ current: secret, next: secret })),
  renewKit: oneArgument(record({ password: secret })),
  suspectLeak: oneArgument(record({ password: secret, nextPassword: secret })),
  changeSettings: oneArgument(
    partial<SettingChange>({ label: line, entityType, paysSalary: flag, idleMinutes: count(0, 10_000) }),
  ),
  confirmClock: noArguments,
  lock: noArguments,
  eraseVault: oneArgument(record({ storeId, label: line })),
  saveDraft: oneArgument(nullable(record({ route: line, fields: dictionary(DRAFT_FIELDS, text(DRAFT_CHARS)) }))),
  takeDraft: noArguments,
};
