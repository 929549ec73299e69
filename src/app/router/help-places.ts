import type { HelpId } from '../../i18n/help-texts.ts';
import { HELP_IDS } from '../../i18n/help-texts.ts';
import type { RouteId } from './routes.ts';

/** The topic for each screen: a screen without one does not compile. */
export const HELP_OF: Readonly<Record<RouteId, HelpId>> = {
  first: 'start',
  create: 'start',
  restore: 'restore',
  unlock: 'unlock',
  recover: 'recover',
  home: 'home',
  persons: 'persons',
  person: 'look',
  register: 'register',
  edit: 'register',
  import: 'import',
  printPersons: 'persons',
  records: 'records',
  verify: 'verify',
  checkpoint: 'checkpoint',
  printRecords: 'records',
  copies: 'copies',
  printLabel: 'copies',
  settings: 'settings',
  password: 'password',
  kit: 'kit',
  rehearse: 'kit',
  leak: 'leak',
  system: 'system',
  erase: 'erase',
  diagnosis: 'diagnosis',
  help: 'start',
};

/** Topics are counted from 1 in addresses. */
export const helpNoOf = (id: HelpId): number => HELP_IDS.indexOf(id) + 1;

/** Null for the list, and for a number no topic has. */
export const helpOfNo = (no: number | null): HelpId | null => (no === null ? null : (HELP_IDS[no - 1] ?? null));
