import type { AuditAction } from '../../core/domain/audit/action.ts';
import type { AuditCodeFamilies } from '../../core/domain/audit/codes.ts';
import type { Messages } from '../messages.ts';

const actions: Record<AuditAction, string> = {
  create: 'Made the vault',
  unlock: 'Unlocked the vault',
  'unlock-failed': 'Failed to unlock',
  lock: 'Locked the vault',
  register: 'Registered a person',
  change: 'Changed the details',
  cancel: 'Cancelled a registration',
  'person-merged': 'Joined two registrations',
  'number-put': 'Entered the number',
  'number-replace': 'Replaced the number',
  reveal: 'Showed the number',
  match: 'Compared a number',
  use: 'Used the number on a document',
  print: 'Printed',
  export: 'Wrote the record out',
  import: 'Imported from a file',
  'source-destroyed': 'Destroyed the imported file',
  'copy-made': 'Made a copy',
  'copy-verified': 'Checked a copy',
  'copy-destroyed': 'Destroyed a copy',
  restore: 'Restored from a copy',
  table: 'Wrote the table of members and keys',
  'password-changed': 'Changed the password',
  'recovery-changed': 'Made a recovery sheet',
  'kit-rehearsed': 'Checked the recovery sheet',
  'leak-suspected': 'Suspected a leak and replaced the keys',
  'setting-changed': 'Changed a setting',
  'purpose-changed': 'Changed the purposes',
  'notice-given': 'Told the purposes',
  'number-asked': 'Asked for the number',
  'number-refused': 'The number was not given',
  'identity-checked': 'Checked number and identity',
  rotate: 'Renewed the keys of the vault',
  'chain-verified': 'Verified the record',
  'damage-found': 'Found a part of the vault damaged',
  'clock-doubtful': 'The date of the device was doubtful',
  'clock-confirmed': 'Confirmed the date of the device',
  'build-changed': 'The version of the app changed',
};

const to: Record<AuditCodeFamilies['to'], string> = {
  'tax-office': 'to the tax office',
  municipality: 'to the municipality',
  'employment-office': 'to the employment office',
  'pension-office': 'to the pension office',
  'health-insurer': 'to the health insurer',
  accountant: 'to the tax accountant',
  person: 'to the person',
};
const result: Record<AuditCodeFamilies['result'], string> = {
  match: 'the same',
  'no-match': 'not the same',
  good: 'no problem',
  bad: 'problems found',
};
const way: Record<AuditCodeFamilies['way'], string> = { password: 'password', recovery: 'recovery code' };
const tries: Record<AuditCodeFamilies['tries'], string> = { 'over-20': 'more than 20 times' };
const setting: Record<AuditCodeFamilies['setting'], string> = {
  label: 'name of the vault',
  business: 'kind of business',
  'idle-minutes': 'time before locking',
};
const content: Record<AuditCodeFamilies['content'], string> = {
  staff: 'list of staff',
  dependants: 'list of dependants',
  payees: 'list of payees',
  log: 'the record',
  kit: 'recovery sheet',
  checkpoint: 'checkpoint',
  persons: 'list of people',
  label: 'labels for a copy',
  system: 'description of the system',
};
const page: Record<AuditCodeFamilies['page'], string> = {
  head: 'head of the vault',
  index: 'list of people',
  person: 'people',
  number: 'numbers',
  tail: 'newest entries',
  log: 'entries',
  table: 'list of members and keys',
  checkpoint: 'checkpoints',
  attach: 'notes to the record',
  list: 'lists to the record',
  setting: 'settings',
  draft: 'draft',
  other: 'other',
};

const askedBy: Record<AuditCodeFamilies['asked-by'], string> = { spoken: 'in person', letter: 'by letter', mail: 'by mail', telephone: 'by telephone' };
const refusal: Record<AuditCodeFamilies['refusal'], string> = {
  unwilling: 'does not want to',
  'no-document': 'has no document at hand',
  'no-answer': 'no answer',
  other: 'other',
};
const channel: Record<AuditCodeFamilies['channel'], string> = { face: 'in person', post: 'by post', online: 'online' };

export const audit = {
  actions,
  groups: {
    use: 'Number seen or used',
    put: 'Number asked for or entered',
    persons: 'Registered and changed',
    files: 'Imported and written out',
    copies: 'Copies',
    doors: 'Unlocked and locked',
    keys: 'Keys and members',
    checks: 'Checks and settings',
  },
  unknownAction: (name: string): string => `An act this version does not know (${name})`,
  codes: { year: (_era: string, year: number): string => `for ${year}`, to, result, way, tries, setting, page, content, 'asked-by': askedBy, refusal, channel },
  reasons: { inquiry: 'Inquiry of the person', 'input-check': 'Checking what was entered' },
  unknownCode: (code: string): string => `A mark this version does not know (${code})`,
} satisfies Messages['audit'];
