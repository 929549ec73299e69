import type { FileRefusal, PasswordWeakness } from '../../core/contract/errors.ts';
import type { ErrorTexts } from '../error-texts.ts';
import { problems } from './problems.ts';
import { importRefusalWords } from '../import-refusal-texts.ts';
import { importRefusals } from './import-refusals.ts';

const weak: Record<PasswordWeakness, string> = {
  TooShort: 'The password is too short. Use at least 15 characters.',
  TooLong: 'The password is too long.',
  Common: 'This is a common password. Others will guess it.',
  Repeated: 'The same characters repeat.',
  Control: 'The password contains characters that cannot be used.',
};

const refused: Record<FileRefusal, string> = {
  NotOurs: 'This is not a file of Bango Kinko.',
  NewerFormat: 'This file was made by a newer version.',
  Truncated: 'The file is cut short.',
  Damaged: 'The file differs from what was written.',
  Extended: 'Something was added to the file afterwards.',
  ForeignVault: 'This file belongs to another vault.',
  SignerUnknown: 'Whoever signed this file is no user of this vault.',
  TablesBroken: 'The chain of user tables is broken.',
  NoWayIn: 'This file holds no key that a password could open.',
  Older: 'This file is older than the vault.',
  TooManyLines: 'The file has too many lines.',
  PartTooLarge: 'A part of the file is too large.',
};

const megabytes = (bytes: number): string => `${Math.ceil(bytes / 1_048_576)} MB`;

export const errors: ErrorTexts = {
  WrongSecret: () => ({ what: 'The password or recovery code is wrong.', todo: 'Check capital letters and the input method, then enter it again.' }),
  RecoveryGroupWrong: ({ group }) => ({ what: `Group ${group + 1} of the recovery code has a copying mistake.`, todo: 'Compare it with the sheet and enter it again.' }),
  KeyringDamaged: () => ({ what: 'The keys are damaged, so the vault cannot be opened.', todo: 'Restore from a copy. The data on this device is left as it is.' }),
  KeyringMissing: () => ({ what: 'The keys of the vault are missing.', todo: 'If browser data was cleared, restore from a copy.' }),
  KdfRefused: () => ({ what: 'The key settings of this file are outside the safe range.', todo: 'Check where the file came from and use another copy.' }),
  PasswordTooWeak: ({ reason }) => ({ what: weak[reason], todo: 'Words in a row make a password that is strong and easy to remember.' }),
  DatabaseMissing: () => ({ what: 'The content of the vault is missing.', todo: 'If restarting the browser does not help, restore from a copy. Do not start over.' }),
  DatabaseOlder: ({ expectedEntries, foundEntries }) => ({ what: `The vault is too old: ${foundEntries} of ${expectedEntries} entries.`, todo: 'If restarting the browser does not help, restore from a recent copy.' }),
  DatabaseDamaged: () => ({ what: 'Part of the vault is damaged.', todo: 'Nothing was written. Restore from a copy.' }),
  NewerFormat: () => ({ what: 'This vault was made by a newer version.', todo: 'Reload to update the app, then unlock it.' }),
  StorageFull: () => ({ what: 'There is not enough space, so nothing was saved.', todo: 'Make room and try again. What you entered is not saved yet.' }),
  StorageFailed: ({ name }) => ({ what: 'Saving failed.', todo: `Try again. If it goes on, make a copy and restart the browser. (${name})` }),
  UsedInOtherTab: () => ({ what: 'This vault is in use in another tab.', todo: 'Close the other tab, or use it here: the other tab will lock.' }),
  Locked: () => ({ what: 'The vault is locked.', todo: 'Unlock it with the password.' }),
  Halted: () => ({ what: 'Writing has stopped. Reading and copying still work.', todo: 'Make a copy, then lock and unlock the vault.' }),
  WorkerLost: () => ({ what: 'The vault stopped working and was locked.', todo: 'What was reported as saved is there. Unlock it again.' }),
  VaultLeft: () => ({
    what: 'It failed half way, and an unfinished vault may be left on this device.',
    todo: 'Reload this page. If a vault shows up, open it with the password and use it, or erase it and try again.',
  }),
  WorkerNotStarted: () => ({ what: 'A part of the app could not be loaded, so the vault cannot run.', todo: 'Connect to the network and reload this page. The vault itself is untouched.' }),
  PartNotLoaded: () => ({
    what: 'A part of the app could not be loaded: the app was updated, or there is no connection.',
    todo: 'Connect to the network and reload this page. What was reported as saved is there.',
  }),
  BrowserTooOld: ({ missing }) => ({ what: 'This browser cannot be used.', todo: `Update it or use another one. Missing: ${missing.join(', ')}` }),
  InvalidInput: ({ fields }) => ({ what: 'Something has to be corrected.', todo: fields.map(({ problem }) => problems.say(problem)).join(' ') || 'Look at the marked fields.' }),
  NotFound: () => ({ what: 'Not found.', todo: 'Go back to the list and choose again.' }),
  ChangedMeanwhile: () => ({ what: 'It was changed meanwhile.', todo: 'Look at the new content, then change it again.' }),
  NotAllowed: () => ({ what: 'You are not allowed to do this.', todo: 'Ask the person in charge.' }),
  ReasonExpired: () => ({ what: 'Ten minutes have passed since the reason was chosen.', todo: 'Choose a reason again.' }),
  NumberMissing: () => ({ what: 'This person has no number yet.', todo: 'Enter the number first.' }),
  NumbersFull: ({ name }) => ({
    what: `Too many earlier numbers are kept, so no new one can be entered. Most of them are of ${name}.`,
    todo: `Cancel the registration of ${name} and register this person anew: the earlier numbers go with it. What you entered is not saved yet.`,
  }),
  VaultFull: () => ({
    what: 'No more fits into this vault. Nothing was saved.',
    todo: 'What was there is unchanged. Shorten what is long and try again. If it still does not fit, make a copy, then ask somebody who knows.',
  }),
  SameNumber: ({ name }) => ({ what: `${name} already has the same number.`, todo: 'Choose "same person" if they are one. Otherwise check the number.' }),
  LabelDoesNotMatch: () => ({ what: 'The name of the vault differs.', todo: 'Type it exactly as shown.' }),
  RehearsalWrong: ({ groups }) => ({ what: `Wrong: group ${groups.map((group) => group + 1).join(', ')}.`, todo: 'Look at the sheet and enter it again. You can go back if the sheet is wrong.' }),
  RehearsalMissing: () => ({ what: 'The recovery sheet has not been checked, so no number can be entered.', todo: 'Check three places of the sheet first. It takes a minute.' }),
  FileTooLarge: ({ bytes, limit }) => ({ what: `The file is too large (${megabytes(bytes)} of ${megabytes(limit)}).`, todo: 'Check that it is the right file.' }),
  FileRefused: ({ reason }) => ({ what: refused[reason], todo: 'Nothing was changed. Choose another file.' }),
  ImportRefused: ({ refusal }) => importRefusalWords(importRefusals, refusal),
  TooManyFiles: ({ limit }) => ({ what: `Up to ${limit} files can be chosen at once.`, todo: 'Import them in parts.' }),
  FileUnreadable: () => ({ what: 'The file could not be read.', todo: 'Plug the USB stick in again and choose it once more.' }),
  RecordBroken: () => ({
    what: 'The record in this copy does not hold together. The copy was not marked as checked.',
    todo: 'Keep the copy all the same. Verify the record on its own screen to see where it breaks, and export it. Restoring this copy begins a new record that says so, and copies made after that can be checked again.',
  }),
  Unexpected: ({ incidentId }) => ({ what: 'Something unexpected happened.', todo: `What was reported as saved is there. Reload and go on. (No. ${incidentId})` }),
};
