import type { Messages } from '../messages.ts';

export const titles = {
  first: 'Start',
  create: 'New vault',
  restore: 'Restore from a copy',
  unlock: 'Unlock the vault',
  recover: 'Unlock with the recovery code',
  home: 'Home',
  persons: 'People',
  person: 'People',
  register: 'Add a person',
  edit: 'Change a person',
  import: 'Import',
  records: 'Records',
  copies: 'Copies',
  settings: 'Settings',
  password: 'Change the password',
  kit: 'Recovery sheet',
  leak: 'Suspected leak',
  erase: 'Erase the vault',
  diagnosis: 'Self-check',
} satisfies Messages['titles'];
