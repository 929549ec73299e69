import { RECOVERY_CHARACTERS } from '../../../core/domain/recovery/recovery-code.ts';
import type { HelpTopic } from '../../help-texts.ts';
import { copies } from '../copies.ts';
import { create } from '../create.ts';
import { first } from '../first.ts';
import { kit } from '../kit.ts';
import { shell } from '../shell.ts';
import { unlock } from '../unlock.ts';

export const start = {
  start: {
    title: 'Make a vault',
    lead: 'The first ten minutes.',
    steps: [
      `On the first screen, press “${first.createDo}” under “${first.create}”.`,
      'Enter the name of the vault, the form of the business and the display name of the person in charge. The first two can be changed later.',
      `Choose a password. If none comes to mind, “${create.makeWords}” makes one of six words.`,
      'Print the recovery sheet, or copy it by hand.',
      'Look at the sheet and enter three places of it. After that, numbers can be kept.',
    ],
    asks: [
      { ask: 'Why 15 characters or more?', answer: 'Whoever steals the device or a file can try hundreds of millions of times by machine. If it is long, any kind of character will do.' },
      { ask: 'Is there an account or a price?', answer: 'No. No name and no address is sent anywhere.' },
      { ask: 'What if I stop half way?', answer: 'Before the vault is made, nothing stays. After that, home shows what comes next when you unlock it again. Somebody you were registering goes on where you left, all but the number.' },
    ],
    words: 'begin new set up',
  },
  trial: {
    title: 'Try it with a sample',
    lead: 'A sample business of nine people with a year of record. Every screen can be tried freely.',
    steps: [
      `On the first screen, press “${first.trialDo}” under “${first.trial}”.`,
      'Look at people, compare a number, make a copy: whatever you like.',
      'When you are done, erase the sample from the band at the top.',
    ],
    asks: [
      { ask: 'May I enter real numbers?', answer: 'Please do not. Everybody knows the password of the sample.' },
      { ask: 'Can the sample and my own vault get mixed up?', answer: 'No, they are kept apart.' },
    ],
    words: 'demo practice',
  },
  install: {
    title: 'Install it as an app',
    lead: 'It opens from the home screen or the desktop, and works without a network.',
    steps: [
      'On a computer, press “Install” in the address bar or the menu of the browser.',
      'On an iPad or iPhone, choose “Add to Home Screen” from the share button.',
      'Open the new “Bango Kinko”.',
    ],
    asks: [
      { ask: 'Why first of all, on an iPad?', answer: create.installWhy },
      { ask: 'From when on does it work without a network?', answer: 'Opening it fetches the files of the app, which takes a few seconds as a rule. When settings, “This device”, says that it is ready, it opens without a network.' },
    ],
    words: 'iPad iPhone phone smartphone tablet computer offline',
  },
  kit: {
    title: 'The recovery sheet',
    lead: 'The paper for when the password is forgotten.',
    steps: [
      `Print it, or copy the ${RECOVERY_CHARACTERS} characters by hand.`,
      'Look at it and enter three places, to be sure that nothing was copied wrongly.',
      'Put it into an envelope and behind a lock, best not where the copies are.',
    ],
    asks: [
      { ask: 'Is the sheet enough to bring everything back?', answer: kit.notAlone },
      { ask: 'I lost the sheet', answer: 'Make a new one under settings. The old one stops working.' },
      { ask: 'What am I asked after a year?', answer: `Whether the sheet can still be read and opens the vault. The home screen offers it; all ${RECOVERY_CHARACTERS} characters are entered. Under settings, “Check the recovery sheet”, it can be done at any time.` },
      { ask: 'May I take a photo?', answer: kit.noPhoto },
    ],
    words: 'recovery code paper print lost',
  },
  unlock: {
    title: 'Open and close the vault',
    lead: 'Open it with the password, close it when you leave.',
    steps: [
      `Enter the password and press “${unlock.open}”.`,
      'The time of the last entry is shown. If you do not remember it, look at the record.',
      `Press “${shell.closeVault}” when you leave. It also locks itself after a while.`,
    ],
    asks: [
      { ask: 'It does not open although the password is right', answer: unlock.wrong },
      { ask: 'It closed while I was typing', answer: 'What you typed about a person is kept, but for numbers. Open it again and go on. On other screens, type it again.' },
      { ask: 'It says that it is in use in another tab', answer: `A vault is open in one place only. “${unlock.takeOver}” closes the other and opens it here. If something there is not finished, it asks first.` },
    ],
    words: 'log in lock password',
  },
  recover: {
    title: 'When the password is forgotten',
    lead: 'Open with the code of the recovery sheet, and choose a new password.',
    steps: [
      `On the screen that opens the vault, press “${unlock.forgotten}”.`,
      'Enter the code group by group. Slips show at once.',
      `Choose a new password and press “${unlock.recoverDo}”.`,
      `When it is open, make a new copy with “${copies.make}”.`,
    ],
    asks: [{ ask: 'The sheet is gone too', answer: unlock.noKitWhy }],
    words: 'forgot lost reset',
  },
} satisfies Record<string, HelpTopic>;
