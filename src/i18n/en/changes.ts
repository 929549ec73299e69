import type { Version } from '../versions.ts';

export const changes: Readonly<Record<Version, readonly string[]>> = {
  '0.2.0': [
    'Home shows what to do now and how the vault stands.',
    'The sample is a firm of nine people with a year behind it.',
    'More can be printed: the list of people, the records, checkpoints, a label for copies, a description of the system.',
    'Every screen has its help, to be read without a network.',
    'Text size and dark colours can be chosen.',
    'Before you update, you can read what changes.',
    'The self-check looks at device, app and vault, and says what to do. A report without names can be copied.',
  ],
  '0.1.0': ['The first version. It keeps numbers, records every use, makes copies and brings them back.'],
};
