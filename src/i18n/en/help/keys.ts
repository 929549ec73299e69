import type { HelpKeyTexts } from '../../help-keys.ts';
import { KEY_CAPS } from '../../help-keys.ts';
import type { HelpTopic } from '../../help-texts.ts';
import { persons } from '../persons.ts';
import { records } from '../records.ts';
import { register } from '../register.ts';
import { shell } from '../shell.ts';

const places: HelpKeyTexts['places'] = {
  everywhere: {
    where: 'On every screen',
    does: {
      move: 'To the next thing that can be pressed or filled in, or to the one before.',
      press: 'Presses a button. A link opens with Enter.',
      skip: `One after the other at the very top: “${shell.skip}” passes over the screens at the left.`,
    },
  },
  field: { where: 'In a field', does: { send: 'The same as the button under the fields, such as “Next” or “Save”. In a field of several lines it begins a new line.' } },
  choice: { where: 'At a choice', does: { change: 'Chooses the one before or after, of those with a round mark.', tick: 'Ticks a square mark, or takes the tick away.' } },
  question: {
    where: 'At a question in the middle of the screen',
    does: { leave: 'Closes it without doing anything, and goes back to where you were.', stay: 'When it says that the vault is about to lock: whatever key you press keeps it open.' },
  },
  personSearch: { where: `In the search field of “${persons.title}”`, does: { toList: 'To the list below.', clear: 'Clears what was typed; everybody is shown again.' } },
  personList: {
    where: `In the list of “${persons.title}”`,
    does: { row: 'One person up or down.', rows: 'Ten people up or down.', ends: 'To the first, to the last.', open: 'Opens this person.' },
  },
  personFinder: {
    where: `Where one person is chosen (“${register.parent}” when registering, “${records.filter.person}” in the record, imports)`,
    does: { offer: 'Through the people that are offered.', take: 'Takes this person.', close: 'Puts the offers away.' },
  },
  password: { where: 'In a password field', does: { caps: 'While capitals are locked, the field says so.' } },
  code: { where: 'In the boxes of the recovery code', does: { back: 'In an empty box: back to the box before. A full box goes on to the next by itself.' } },
  print: { where: 'On screens that print', does: { print: 'The same as “Print”: it is recorded, then the printing window opens.' } },
  helpSearch: { where: 'In the search field of the help', does: { clear: 'Clears what was typed; all topics are shown again.' } },
};

export const keys = {
  keys: {
    title: 'Use it by keyboard',
    lead: 'Every screen can be used without a mouse.',
    steps: ['Press Tab until you are at what you want to press. A thick line is drawn around where you are.', 'Press Enter, and it is pressed.', 'If you went too far, hold Shift and press Tab.'],
    keys: {
      title: 'Which key does what',
      names: {
        ...KEY_CAPS,
        'Shift+Tab': 'Shift+Tab',
        Space: 'Space',
        'Ctrl+P': 'Ctrl+P',
        Any: 'Any key',
      },
      places,
    },
    asks: [
      { ask: 'Are there other keys?', answer: 'These are all that the app has. The keys of the browser, such as those for scrolling and larger text, work as ever.' },
      { ask: 'Is anything sent by the Enter that ends a conversion to kanji?', answer: 'No. Enter and Esc during a conversion belong to the typing.' },
      { ask: 'What about a Mac or an iPad?', answer: 'Use Command where it says Ctrl. If Tab passes over links and buttons, make it stop there: on a Mac in the settings of Safari under “Advanced”, on an iPad with “Full Keyboard Access” under “Accessibility”.' },
    ],
    words: 'shortcut arrow mouse Tab Enter Esc Command screen reader',
  },
} satisfies Record<string, HelpTopic>;
