import type { HelpTopic } from '../../help-texts.ts';
import { actions } from '../actions.ts';
import { checks } from '../checks.ts';
import { diagnosis } from '../diagnosis.ts';
import { settings } from '../settings.ts';
import { shell } from '../shell.ts';
import { trouble } from '../trouble.ts';

// The screen that stops there shows the address too, and has a button; here neither stands.
const siteData = `Open the settings of the browser, and there what it says of cookies and site data. If it refuses everything, take that back, or allow the address of this app as an exception. Then load the page again. ${trouble.blockedNot}`;

export const care = {
  settings: {
    title: 'Settings',
    lead: settings.why,
    steps: [
      'If the form of the business changes, change it here. The list of purposes changes with it.',
      `Choose “${settings.locking}”. Where people come and go, make it short.`,
      'Choose text size, language and colours.',
    ],
    asks: [
      { ask: 'What is the promise not to delete?', answer: 'The browser promises not to delete the vault to make room. Without it, a copy still brings it back.' },
      { ask: `What does “${diagnosis.title}” send?`, answer: 'Nothing. It lists on the screen what it found.' },
    ],
    words: 'text size language colour dark automatic',
  },
  password: {
    title: 'Change the password',
    lead: settings.passwordWhy,
    steps: [`Open “${settings.password}” under settings.`, 'Enter the present password and the new one.', 'Make a new copy.'],
    asks: [
      { ask: 'What about earlier copies?', answer: settings.passwordDoneWhy },
      { ask: 'What if somebody knows it?', answer: `Use “${settings.leak}”. It renews all keys, not the password alone.` },
    ],
    words: 'change renew',
  },
  leak: {
    title: 'Suspected leak',
    lead: settings.leakWhy,
    steps: [
      `Press “${settings.leakOpen}” at “${settings.leak}” under settings.`,
      `Enter the present password and a new one, and press “${settings.leakDo}”.`,
      'Write down the list of copies that open with the old keys.',
      'Make a new recovery sheet and shred the old one.',
      'Find the copies you wrote down and delete them. Make a new copy.',
    ],
    asks: [
      { ask: 'Must it be reported?', answer: settings.leakDuty },
      { ask: 'Whom do I ask?', answer: 'The Personal Information Protection Commission, and a tax accountant or lawyer. A number is changed when its holder applies at the municipality.' },
    ],
    words: 'theft stolen lost virus report',
  },
  system: {
    title: 'Show how this vault works',
    lead: 'One sheet to hand out when somebody inspects or asks.',
    steps: [`Press “${settings.systemDo}” under settings.`, 'Print it and hand it out. That you print is recorded.'],
    asks: [
      { ask: 'Do I entrust numbers to somebody?', answer: 'No. Numbers are on this device and in the copies you keep, and nowhere else. Neither the makers of the app nor the place it comes from receives them.' },
      { ask: 'Is really nothing sent?', answer: 'The only traffic of the app is fetching its own files. The place they come from learns what every web page learns (address on the network, browser, time) and nothing else. What the policy of the page stops, and what it cannot, stands under “4. Network” on the sheet. It works the same with the network off.' },
    ],
    words: 'description cloud inspection safety measures',
  },
  erase: {
    title: 'Erase the vault from this device',
    lead: 'When the device leaves your hands, or you are done.',
    steps: ['Make a copy first.', `Open “${settings.erase}” under settings.`, 'See how much would go, and how old the newest copy is.', 'Enter the name of the vault and erase it.'],
    asks: [
      { ask: 'Are the copies erased too?', answer: settings.eraseStays },
      { ask: 'Can it be brought back?', answer: 'With a copy and the password or recovery sheet, yes. Otherwise no.' },
    ],
    words: 'delete dispose reset',
  },
  update: {
    title: 'Move to a new version',
    lead: 'A band at the top tells of a new version, and what it changes.',
    steps: ['Read what changes.', 'Save what you are typing.', `Press “${shell.updateDo}”. The vault is closed once.`, 'Open it again.'],
    asks: [
      { ask: 'What if I do not press it?', answer: `The present version goes on, and nothing changes while it is open. Once every tab and window of the app is closed, the next start is the new version. “${actions.later}” takes the band away; “${settings.about}” in the settings still offers the new version.` },
      { ask: 'Why does pressing it not update?', answer: 'It waits while an import or a copy is not finished, or something in another tab is not saved. Finish what the band names, then press again.' },
      { ask: 'Where do I see which version I have?', answer: `Under “${settings.about}” in the settings, with what changed in each version.` },
      { ask: 'Do my data change?', answer: 'No. New versions read old copies too.' },
    ],
    words: 'upgrade version',
  },
  diagnosis: {
    title: 'Self-check',
    lead: 'Looks at device, app and vault at once.',
    steps: [
      `Open “${settings.diagnosis}” from “${settings.device}” under settings. Before the vault is open, use the link at the foot of the first screen.`,
      'From the top down, press the button beside a finding or do what it says.',
      `To ask somebody, press “${checks.report.copy}” and paste it into a message. It holds no names and no numbers.`,
    ],
    asks: [
      { ask: 'The promise not to clear the data was refused', answer: 'Browsers promise it to sites that are used often or installed as an app. Use the app for a while and ask again.' },
      { ask: 'There is not enough space', answer: 'Move photos or videos elsewhere. Do not use “clear site data” of the browser: the vault goes with it.' },
      { ask: 'The clock is wrong', answer: 'Set date and time to automatic in the settings of the device. A wrong clock makes wrong deadlines and entries.' },
      { ask: 'It says that this is a private window', answer: 'When you close it, the vault inside may be gone. Make a copy, open an ordinary window and restore it there.' },
      { ask: 'How do I get away from extensions?', answer: 'Keep a browser or a profile for this app alone, and install no extensions there.' },
      { ask: 'Files of the app are missing', answer: 'While online, go on as before. What is missing comes when the next version is fetched. If they are being fetched just now, leave the app open online.' },
      { ask: 'It says that this site can keep no data', answer: siteData },
      { ask: 'Keys or signatures do not work', answer: trouble.tooOldGood },
      { ask: `It says “${checks.states.unknown}”`, answer: 'The browser did not answer. Close other tabs and check again. If it stays, copy the report and ask.' },
      { ask: 'It says that there were defects', answer: 'Close the vault and reload the page. If they come back, copy the report and ask.' },
    ],
    words: 'diagnosis check space clock date extension private incognito report support persistent',
  },
  trouble: {
    title: 'When something is wrong',
    lead: 'Where to look first when it does not open or something is missing.',
    steps: ['Do not clear the data of the browser: it holds the clues.', 'Read what the screen says and do that.', 'If it does not help, restore from a copy.'],
    asks: [
      { ask: trouble.keyringDamaged, answer: trouble.keyringDamagedWhy },
      { ask: trouble.databaseMissing, answer: trouble.databaseMissingWhy },
      { ask: trouble.full, answer: trouble.fullNot },
      { ask: trouble.tooOld, answer: trouble.tooOldGood },
      { ask: trouble.blocked, answer: siteData },
      { ask: 'The screen is blank', answer: 'Reload it. If it stays blank, update this browser and open it again there: each browser has a vault of its own.' },
    ],
    words: 'error broken lost defect',
  },
} satisfies Record<string, HelpTopic>;
