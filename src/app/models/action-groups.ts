import type { AuditAction } from '../../core/domain/audit/action.ts';
import { AUDIT_ACTIONS, isAuditAction } from '../../core/domain/audit/action.ts';
import type { Messages } from '../../i18n/messages.ts';

export type ActionGroup = keyof Messages['audit']['groups'];

/** Every act in one group, so that a filter of dozens can be read. One that is added to the domain does not compile without its group. */
const GROUP_OF: Record<AuditAction, ActionGroup> = {
  reveal: 'use',
  match: 'use',
  use: 'use',
  print: 'use',
  'number-put': 'put',
  'number-replace': 'put',
  register: 'persons',
  change: 'persons',
  cancel: 'persons',
  'person-merged': 'persons',
  'purpose-changed': 'persons',
  'notice-given': 'persons',
  'number-asked': 'put',
  'number-refused': 'put',
  'identity-checked': 'put',
  import: 'files',
  'source-destroyed': 'files',
  export: 'files',
  'copy-made': 'copies',
  'copy-verified': 'copies',
  'copy-destroyed': 'copies',
  restore: 'copies',
  unlock: 'doors',
  'unlock-failed': 'doors',
  lock: 'doors',
  create: 'keys',
  table: 'keys',
  'password-changed': 'keys',
  'recovery-changed': 'keys',
  'kit-rehearsed': 'keys',
  'leak-suspected': 'keys',
  rotate: 'keys',
  'chain-verified': 'checks',
  'damage-found': 'checks',
  'clock-doubtful': 'checks',
  'clock-confirmed': 'checks',
  'setting-changed': 'checks',
  'build-changed': 'checks',
};

/** In the order of a filter: what the law asks about first. */
export const ACTION_GROUPS: readonly ActionGroup[] = ['use', 'put', 'persons', 'files', 'copies', 'doors', 'keys', 'checks'];

export const actionsOf = (group: ActionGroup): readonly AuditAction[] => AUDIT_ACTIONS.filter((action) => GROUP_OF[action] === group);

/** Acts of a group that a filter offers: those that have an entry, all of them where that is not known, and what is chosen in any case. */
export const offeredIn = (group: ActionGroup, occurring: ReadonlySet<string> | null, chosen: ActionChoice): readonly AuditAction[] =>
  actionsOf(group).filter((action) => occurring === null || occurring.has(action) || action === chosen);

/** What a filter can be set to: everything, a group, or one act. */
export type ActionChoice = 'all' | `group:${ActionGroup}` | AuditAction;

export const parseActionChoice = (text: string): ActionChoice => {
  const group = ACTION_GROUPS.find((one) => text === `group:${one}`);
  if (group !== undefined) return `group:${group}`;
  return isAuditAction(text) ? text : 'all';
};

export const actionsChosen = (choice: ActionChoice): readonly AuditAction[] => {
  if (choice === 'all') return [];
  const group = ACTION_GROUPS.find((one) => choice === `group:${one}`);
  if (group !== undefined) return actionsOf(group);
  return isAuditAction(choice) ? [choice] : [];
};
