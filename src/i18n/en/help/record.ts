import type { HelpTopic } from '../../help-texts.ts';
import { checkpoints } from '../checkpoints.ts';
import { copies } from '../copies.ts';
import { records } from '../records.ts';
import { restore } from '../restore.ts';
import { verify } from '../verify.ts';

export const recordTopics = {
  records: {
    title: 'See the record of use',
    lead: 'Who used whose number, when and for what.',
    steps: ['Narrow it by time, person or act.', `Reason and result stand under “${records.columns.why}”.`, `“${records.verify}” checks that nothing was changed.`],
    asks: [
      { ask: 'Can entries be deleted?', answer: 'No. Deleting or changing one shows when the record is verified.' },
      { ask: 'Are numbers and names in the record?', answer: 'No numbers. Names are added on the screen for people who are registered now.' },
      {
        ask: 'What does “Found a part of the vault damaged” mean?',
        answer: 'Something was not what the vault wrote. The same damage is recorded once. Everything else can be used as before; restoring a copy mends it.',
      },
      { ask: 'How do I show it on paper?', answer: '“Print” puts it on A4 as you narrowed it, with the fingerprint of the record and how the verification came out.' },
    ],
    words: 'log history audit print paper',
  },
  verify: {
    title: 'Verify the record',
    lead: 'Checks from beginning to end that nothing is missing or changed.',
    steps: [
      `Press “${verify.do}” and wait.`,
      `If you once gave somebody a checkpoint, enter it under “${verify.kept.title}”.`,
      `For somebody else to check, press “${verify.give.do}”. There are no names and no numbers in it.`,
    ],
    asks: [
      { ask: 'When a problem is found', answer: verify.todos.record.join(' ') },
      {
        ask: 'When only an earlier log does not hold',
        answer: 'Restoring a copy whose record does not hold begins a new log, and an entry there says that the earlier one is broken. That mends nothing, but whether what came after holds can still be verified.',
      },
      { ask: 'Can anybody verify it?', answer: verify.give.why },
    ],
    words: 'audit tampering export',
  },
  checkpoint: {
    title: 'Hand out a checkpoint',
    lead: 'The fingerprint of the record. With somebody outside, it shows later changes.',
    steps: checkpoints.how,
    asks: [
      {
        ask: 'Why to somebody outside?',
        answer: 'When everything on the device is put back to an earlier day, nothing on the device can tell. Only the time of the entry before, shown when you unlock, and a checkpoint that somebody else keeps can. With the keyring alone put back, an earlier password may open the vault again. If that worries you, “Suspected leak” renews the keys.',
      },
      { ask: 'Is it safe to hand out?', answer: checkpoints.noNumbers },
      { ask: 'When?', answer: checkpoints.whenWhy },
    ],
    words: 'fingerprint accountant hand over QR proof',
  },
  copies: {
    title: 'Make a copy',
    lead: 'Everything in one file, in case the device breaks.',
    steps: [
      `Press “${copies.make}”.`,
      'Choose a place outside of this device, such as a USB stick.',
      'The file is read back; wait until it is verified.',
    ],
    asks: [
      { ask: 'How often?', answer: 'On days when something changed, or once a month. The home screen tells you when it gets old.' },
      { ask: 'May I mail it to my accountant?', answer: copies.keep.mailWhy },
      { ask: 'What opens a copy?', answer: copies.keep.opensWhy },
      { ask: 'Is there a label for the USB stick?', answer: 'Yes. It says the name of the vault, the day, the first 8 characters of the vault id and whom to ask. Neither the app nor what is inside is named, so as not to tempt a finder.' },
    ],
    words: 'backup USB save file label',
  },
  restore: {
    title: 'Restore from a copy',
    lead: 'When the device was replaced or broke.',
    steps: [
      'Press “Restore from a copy” on the first screen or under copies.',
      'Choose the copy. Of several, the newest is found.',
      'Enter the password of the day of the copy, or the code of the recovery sheet.',
      'Then make a new copy and a new recovery sheet.',
    ],
    asks: [
      { ask: 'What if it fails half way?', answer: 'It is switched only after everything opened, so nothing that you have changes.' },
      { ask: 'What about changes after the copy?', answer: 'They do not come back. Enter them again.' },
      { ask: 'What about people I removed after the copy?', answer: restore.olderBack },
      { ask: `It says “${restore.broken}”`, answer: restore.brokenWhy },
      { ask: 'I cannot find a copy', answer: restore.noneWhy },
    ],
    words: 'recover new device computer phone broken broke move',
  },
} satisfies Record<string, HelpTopic>;
