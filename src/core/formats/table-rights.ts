import type { KeyName } from './key-name.ts';

/** Roles a table can give. A right to read is a key; a right to write is checked by every verifier of the log. */
export const ROLES = ['owner', 'handler', 'registrar', 'auditor', 'accountant'] as const;

export type Role = (typeof ROLES)[number];

export type WriteRight = 'table' | 'person' | 'number' | 'review' | 'receipt' | 'copy';

export interface RoleRights {
  /** Epoch keys that are granted to the role, in the order of KEY_NAMES. */
  readonly keys: readonly KeyName[];
  readonly writes: readonly WriteRight[];
}

/**
 * public/spec/table-v1.md §5. A registrar seals numbers to a drop-box key instead of holding numberKey; an accountant's
 * profile and number keys exist only in copies addressed to him.
 */
export const RIGHTS: Readonly<Record<Role, RoleRights>> = {
  owner: { keys: ['profile', 'number', 'log', 'note'], writes: ['table', 'person', 'number', 'review', 'receipt', 'copy'] },
  handler: { keys: ['profile', 'number', 'log'], writes: ['person', 'number'] },
  registrar: { keys: ['profile', 'log'], writes: ['person', 'number'] },
  auditor: { keys: ['log', 'note'], writes: ['review'] },
  accountant: { keys: ['log'], writes: ['receipt'] },
};

export const isRole = (value: unknown): value is Role => ROLES.some((role) => role === value);

export const holdsKey = (role: Role, key: KeyName): boolean => RIGHTS[role].keys.includes(key);

export const mayWrite = (role: Role, right: WriteRight): boolean => RIGHTS[role].writes.includes(right);
