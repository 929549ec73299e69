import type { HelpTopic } from '../../help-texts.ts';
import { home } from '../home.ts';
import { imports } from '../imports.ts';
import { numbers } from '../numbers.ts';
import { persons } from '../persons.ts';
import { register } from '../register.ts';

export const personTopics = {
  home: {
    title: 'The home screen',
    lead: 'What is to be done now, and how the vault stands.',
    steps: [
      `Go through “${home.title}” from the top. Each button leads to the screen for it.`,
      `“${home.state.title}” shows four things: persons, numbers, copies, record.`,
    ],
    asks: [
      { ask: 'What do the colours of the copy mean?', answer: 'Green is fresh, yellow is due soon, red is old or missing. The words say it too.' },
      { ask: 'What does “Unaltered” mean?', answer: 'The record was checked from beginning to end, and nothing was deleted or changed.' },
    ],
    words: 'tasks state',
  },
  register: {
    title: 'Add or change a person',
    lead: 'There are four kinds: owner, employee, dependant, payee.',
    steps: [
      `Press “${persons.add}” and choose the kind.`,
      'Enter name, kana, date of birth. Western and Japanese years are both understood.',
      `Tick what the number is for, and press “${register.save}”.`,
    ],
    asks: [
      { ask: 'Whose dependant is a family member?', answer: 'An employee’s family belongs to the employee, the owner’s to the owner. Register that person first.' },
      { ask: 'Do I need the numbers of my landlord and my accountant?', answer: 'They are payees. It depends on the form of the business and on the amount. If in doubt ask the tax office or your accountant.' },
      { ask: 'Do I erase somebody who left?', answer: 'No: enter the end of the period. The number may be needed as long as papers must be kept.' },
    ],
    words: 'employee dependant payee landlord edit address',
  },
  persons: {
    title: 'Find and see a person',
    lead: 'Type a part of the name, the kana or the staff number.',
    steps: ['Type two or three kana into the search field.', 'Kinds and states of the number narrow the list too.', 'Press a name to see the number’s state and what happened so far.'],
    asks: [
      { ask: 'I cannot find the kanji', answer: 'Variants of a character are taken for the same. If that does not help, search by kana.' },
      { ask: 'Can I search by My Number?', answer: `No. Numbers stand on no list and are not searched. If you know who it is, “${numbers.match}” at that person tells whether the number is right.` },
      { ask: 'Can the list go on paper?', answer: '“Print” puts the list on A4 as you narrowed it, without My Numbers. That you print is recorded.' },
    ],
    words: 'search list print paper',
  },
  number: {
    title: 'Enter a number',
    lead: 'Look at the card or notice, and enter it twice.',
    steps: [
      `Open the person and press “${numbers.enter}”.`,
      'Enter 12 digits; hyphens and full-width digits are fine. Slips show at once.',
      'Look again and enter it again. If you pasted it, once is enough.',
    ],
    asks: [
      { ask: 'It says there may be a slip', answer: 'The last digit follows from the other eleven. It does not fit, so compare all twelve.' },
      { ask: 'It says somebody has the same number', answer: 'Choose: registered twice, registered in another role too, or a slip.' },
      { ask: 'The number has changed', answer: `Open the person, press “${numbers.replace}”, and enter the new one.` },
      { ask: 'Can I keep a picture of the card?', answer: 'No pictures. Only the number is kept.' },
    ],
    words: 'My Number type check digit wrong mistake changed',
  },
  look: {
    title: 'Compare or show a number',
    lead: 'Most of the time comparing is enough, and nothing is shown.',
    steps: [
      `To know whether it is right, press “${numbers.match}” and enter the number at hand.`,
      `To see it, press “${numbers.show}” and choose what for.`,
      'It disappears after 20 seconds.',
    ],
    asks: [
      { ask: 'What if it does not match?', answer: `Look at the card or notice and compare again. If the stored one is wrong, “${numbers.replace}” takes the new number. Until then it stays under “${home.title}”.` },
      { ask: 'Why does it ask for a reason?', answer: 'Numbers may be used for fixed purposes only. With a reason you can explain it later.' },
      { ask: 'Why can I not copy the number?', answer: 'A copied number may stay in other apps.' },
    ],
    words: 'reveal see match copy',
  },
  cancel: {
    title: 'Erase somebody entered by mistake',
    lead: 'The registration is erased and the keys are renewed, so that this device cannot bring it back.',
    steps: [
      `Open the person and press “${persons.cancel.open}” further down.`,
      'Read what goes along and what stays.',
      `Type what the screen asks for, and press “${persons.cancel.do}”.`,
    ],
    asks: [
      { ask: 'What about copies that hold this person?', answer: 'The person is still in them. Make a new copy, then delete the old ones.' },
      { ask: 'Is it for people who left?', answer: persons.cancel.why },
    ],
    words: 'delete erase remove wrong mistake number',
  },
  import: {
    title: 'Import from files',
    lead: 'Register many people at once from payroll software or a spreadsheet.',
    steps: [
      `Press “${persons.import}” and choose CSV files, as many as you like.`,
      'Look at what was read. Nothing has been stored yet.',
      `Decide about the people under “${imports.groups.doubt}”.`,
      'Press the button that imports.',
      `Delete the source file and press “${imports.done.destroyDo}”. If you do it later, it stays on the home screen.`,
    ],
    asks: [
      { ask: 'Can it read Excel files?', answer: imports.excel },
      { ask: 'Can names come out garbled?', answer: 'How the characters of a CSV file are written (Shift_JIS or UTF-8) is found when it is opened. A file where it cannot be told is not read.' },
      { ask: 'The leading 0 of a number is missing', answer: 'The spreadsheet dropped it. The preview asks whether to put it back.' },
      { ask: 'What if I import the same file twice?', answer: 'The same people are shown as the same, and nothing changes.' },
    ],
    words: 'CSV Excel payroll bulk',
  },
} satisfies Record<string, HelpTopic>;
