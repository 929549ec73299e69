import type { Messages } from '../messages.ts';

export const wall = {
  create: {
    title: 'What you need',
    time: 'About ten minutes',
    paper: 'Paper and a pen, or a printer',
    stick: 'A USB stick for the copy; later will do',
  },
  kit: {
    title: 'Two things bring it back',
    sheet: 'Recovery sheet',
    copy: 'Copy file',
    vault: 'Vault',
    why: 'Should the password be forgotten or the device break, these two bring everything back. Keep them in different places.',
  },
  unlock: {
    title: 'It is locked',
    here: 'What is inside lies on this device and in your copies only',
    shut: 'Until it is unlocked no name and no number can be read',
    quiet: 'Nothing of it is sent anywhere',
  },
  none: {
    title: 'No vault on this device yet',
    make: 'Make one on the first screen, or restore it from a copy',
  },
  place: {
    title: 'Kept on this device only',
    here: 'What is inside is kept on this device and in your copies only',
    shut: 'It is locked: no name and no number can be read until it is opened',
  },
  recover: {
    title: 'Look here on the sheet',
    why: 'The seven groups in the middle of the recovery sheet.',
  },
  restore: {
    title: 'What it takes',
    copy: 'Copy file',
    key: 'Password or recovery sheet',
    vault: 'Vault',
    why: 'One of them alone brings nothing back.',
  },
  erase: {
    title: 'Afterwards',
    gone: 'What is on this device cannot be brought back',
    stays: 'Copy files stay and can be restored on another device',
  },
} satisfies Messages['wall'];
