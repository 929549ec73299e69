import type { LogRow } from '../../../core/contract/log-api.ts';
import type { AuditAction } from '../../../core/domain/audit/action.ts';

/** Acts whose subject is a person; of others the subject is a copy, a table or nothing. */
const ABOUT_PERSONS: readonly string[] = [
  'register',
  'change',
  'cancel',
  'person-merged',
  'number-put',
  'number-replace',
  'reveal',
  'match',
  'use',
  'purpose-changed',
  'notice-given',
  'number-asked',
  'number-refused',
  'identity-checked',
] satisfies readonly AuditAction[];

/** A look into files compares with everybody at once, and names nobody. */
export const isAboutPerson = ({ action, codes }: LogRow): boolean =>
  ABOUT_PERSONS.includes(action) && !(action === 'match' && codes.some((code) => code.startsWith('content:')));
