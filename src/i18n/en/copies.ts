import type { FileRefusal } from '../../core/contract/errors.ts';
import type { Messages } from '../messages.ts';

const count = (things: number, one: string, many: string): string => `${things.toLocaleString('en')} ${things === 1 ? one : many}`;
const all = (persons: number, numbers: number, entries: number): string =>
  `${count(persons, 'person', 'people')}, ${count(numbers, 'number', 'numbers')}, ${count(entries, 'entry', 'entries')}`;

const AGAIN = 'Do not use that file. Make another copy.';

const refused: Record<FileRefusal, { readonly what: string; readonly todo: string }> = {
  NotOurs: { what: 'This is not a copy.', todo: 'Choose a file that ends in “.kinko”.' },
  NewerFormat: { what: 'This copy was made by a newer version.', todo: 'Update the app, then check it.' },
  Truncated: { what: 'The copy is cut short.', todo: 'The stick may have been pulled out too early. Make another copy.' },
  Damaged: { what: 'The copy differs from what was written.', todo: 'The stick may be failing. Make another copy in another place.' },
  Extended: { what: 'Something was added to the copy.', todo: AGAIN },
  ForeignVault: { what: 'This is a copy of another vault.', todo: 'Choose a copy of this vault.' },
  SignerUnknown: { what: 'No member of this vault made this copy.', todo: AGAIN },
  TablesBroken: { what: 'The table of members in the copy is damaged.', todo: AGAIN },
  NoWayIn: { what: 'The copy holds no key to open it with.', todo: AGAIN },
  Older: { what: 'This is the copy of another day.', todo: 'Look at the name of the file and choose again.' },
  TooManyLines: { what: 'The file has too many lines.', todo: 'Choose a file that ends in “.kinko”.' },
};

export const copies = {
  title: 'Copies',
  state: {
    green: 'The copy is recent',
    amber: 'It is time for a new copy',
    red: 'The copy is old',
    none: 'There is no copy',
    unverified: 'The copy has not been checked yet',
    words: { green: 'Recent', amber: 'Soon', red: 'Old', none: 'None', unverified: 'Unchecked' },
    noneWhy: 'If this device breaks, neither people nor numbers can be brought back.',
    unverifiedWhy: 'A copy does not count until it was read back.',
    greenWhy: 'All is well. Renew it once a month.',
    waysWhy: 'The password or the recovery sheet has changed. The copy before opens with the old one.',
    oldWhy: 'If the device breaks, you can go back no further than the last copy.',
    last: 'Last checked copy',
    lastNone: 'none yet',
    changes: 'Changes since',
    changesOf: (changes: number): string => (changes === 0 ? 'none' : changes.toLocaleString('en')),
    when: (day: string, ago: string): string => `${day} (${ago})`,
  },
  make: 'Make a copy',
  makeWhy: 'Everything in the vault, sealed with fresh keys, in one file.',
  making: 'Making the copy',
  makingHint: 'Keep this screen open until it is done.',
  made: 'The copy is ready. Choose where to save it',
  madeWhy: (persons: number, numbers: number, entries: number): string => `It holds ${all(persons, numbers, entries)}. It is not saved yet.`,
  save: 'Choose where to save it',
  saving: 'Saving',
  saveFailed: (reason: string): string => `It could not be written. See whether the stick is full, and save it elsewhere. (${reason})`,
  saveCancelled: 'Not saved yet.',
  checking: 'Reading the file back',
  checkingHint: 'Everything in it is opened and counted.',
  toCheck: 'Choose the saved file to check it',
  toCheckWhy: (name: string): string =>
    `This browser cannot read back by itself what it wrote. Choose ${name} where you saved it. Until then it is unchecked.`,
  toCheckMove: 'If it is among the downloads, move it to a stick first.',
  choose: 'Choose the saved file and check it',
  verified: 'The copy was made and read back',
  verifiedWhy: (persons: number, numbers: number, entries: number): string => `${all(persons, numbers, entries)}. The counts agree.`,
  verifiedNext: 'Write down on the recovery sheet where it lies.',
  readBack: 'The copy can be read, but the record does not say so',
  readBackWhy: (name: string): string =>
    `Nothing can be written now. ${name} is good for restoring. Once the vault could be locked and unlocked again, make a new copy.`,
  notYet: 'It could not be checked. The copy stays unchecked',
  refused,
  again: 'Make another copy',
  keep: {
    title: 'About copies',
    where: 'Where to keep it',
    whereWhy: 'Outside this device, on a stick for example; better in two places. Write them down on the recovery sheet.',
    opens: 'What opens it',
    opensWhy: 'The password of the day it was made, or the recovery sheet of that time. Without either nobody can open it.',
    mail: 'Not for mail',
    mailWhy: 'It opens with a password. It is not made to be given to others.',
    inside: 'What is inside',
    insideWhy: 'All persons, numbers and the whole record, sealed: no name and no number can be read.',
  },
  list: {
    title: 'Copies made',
    none: 'Copies appear here.',
    table: 'Copies made, newest first',
    columns: { when: 'Made', file: 'File', inside: 'Inside', state: 'State' },
    inside: all,
    size: (bytes: number): string => (bytes < 1_048_576 ? `${Math.max(1, Math.round(bytes / 1024))} KB` : `${(bytes / 1_048_576).toFixed(1)} MB`),
    verified: 'Checked',
    verifiedAt: (day: string): string => `read back ${day}`,
    unverified: 'Unchecked',
    unsaved: 'Not saved yet',
    check: 'Choose the file and check it',
    checkOf: (name: string): string => `Choose ${name} and check it`,
    old: 'Delete old copies you no longer need from the stick yourself.',
  },
  restore: 'Restore from a copy',
  restoreWhy: 'For a new device, or when one broke.',
  afterLeak: 'After a change of password make a new copy. Earlier copies open with the earlier password.',
} satisfies Messages['copies'];
