import type { MemberRole } from '../member/role.ts';
import { MEMBER_ROLES } from '../member/role.ts';

const EVERYBODY: readonly MemberRole[] = MEMBER_ROLES;
const OWNER: readonly MemberRole[] = ['owner'];
const NUMBER_READERS: readonly MemberRole[] = ['owner', 'handler'];
const WRITERS: readonly MemberRole[] = ['owner', 'handler', 'registrar'];
const LOG_GIVERS: readonly MemberRole[] = ['owner', 'auditor'];

/**
 * Every act that becomes an entry, and the roles that may do it. The keys a role holds are what really decides; this
 * table says it aloud, so that a screen can leave a button out and a verifier can wonder about an entry. An act that
 * renews the epoch (cancel, merge, rotate, leak) is the owner's: only the owner holds all keys.
 * The words stand in entries for ever: never rename one, never give one a new meaning.
 */
export const ROLES_BY_ACTION = {
  create: OWNER,
  unlock: EVERYBODY,
  'unlock-failed': EVERYBODY,
  lock: EVERYBODY,
  register: WRITERS,
  change: WRITERS,
  cancel: OWNER,
  'person-merged': OWNER,
  'number-put': WRITERS,
  'number-replace': NUMBER_READERS,
  reveal: NUMBER_READERS,
  match: NUMBER_READERS,
  use: NUMBER_READERS,
  print: EVERYBODY,
  export: LOG_GIVERS,
  import: NUMBER_READERS,
  'source-destroyed': NUMBER_READERS,
  'copy-made': OWNER,
  'copy-verified': NUMBER_READERS,
  'copy-destroyed': NUMBER_READERS,
  restore: OWNER,
  table: OWNER,
  'password-changed': EVERYBODY,
  'recovery-changed': EVERYBODY,
  'kit-rehearsed': EVERYBODY,
  'leak-suspected': OWNER,
  'setting-changed': OWNER,
  'purpose-changed': NUMBER_READERS,
  'notice-given': WRITERS,
  'number-asked': WRITERS,
  'number-refused': WRITERS,
  'identity-checked': NUMBER_READERS,
  rotate: OWNER,
  'chain-verified': EVERYBODY,
  'damage-found': EVERYBODY,
  'clock-doubtful': EVERYBODY,
  'clock-confirmed': NUMBER_READERS,
  'build-changed': EVERYBODY,
} as const satisfies Readonly<Record<string, readonly MemberRole[]>>;

export type AuditAction = keyof typeof ROLES_BY_ACTION;

const ACTIONS: readonly string[] = Object.keys(ROLES_BY_ACTION);

export const isAuditAction = (value: unknown): value is AuditAction => ACTIONS.some((action) => action === value);

/** In the order of the table: how a filter lists them. */
export const AUDIT_ACTIONS: readonly AuditAction[] = ACTIONS.filter(isAuditAction);

export const mayDo = (role: MemberRole, action: AuditAction): boolean => {
  const roles: readonly MemberRole[] = ROLES_BY_ACTION[action];
  return roles.includes(role);
};
