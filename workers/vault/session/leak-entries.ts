import { plainEntry } from './settings-page.ts';

/** What a renewal of keys is recorded as, behind the entry of its table. */
export const LEAK_ENTRIES = ['leak-suspected', 'rotate', 'password-changed', 'recovery-changed'].map((action) => plainEntry(action));
