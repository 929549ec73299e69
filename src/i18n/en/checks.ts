import type { CheckWords, Told } from '../check-words.ts';
import type { Messages } from '../messages.ts';
import { shell } from './shell.ts';

const restart = 'Restart the device and check again.';
const refused = 'As the browser is set, this site can keep no data. Allow it cookies and site data.';
const other = 'Update the browser, or open the app in another one.';

const items = {
  kept: {
    title: 'Promise not to clear the data',
    says: {
      granted: 'The browser has promised not to clear the vault by itself.',
      'not-asked': 'Not asked for yet. When the device runs low on space, the browser may clear the vault.',
      refused: 'Asked for, but the browser did not promise. Make copies often.',
      unsupported: 'This browser makes no such promise. Make copies often.',
    },
  },
  files: {
    title: 'Place for the keys',
    says: {
      works: 'Written and read back. What is erased here is gone at once.',
      refused,
      lacks: 'This browser has no place where erased keys are gone at once. Traces may remain after disposal.',
      full: 'No space left to write. Remove other things, such as photos or videos.',
      fails: `Writing and reading back did not work. ${restart}`,
    },
  },
  database: {
    title: 'Place for the content',
    says: {
      works: 'Written and read back. Saving waits until the disk has it.',
      unstated: 'Written and read back. The browser does not say whether saving waits for the disk.',
      refused,
      lacks: `This browser has no place for the content. ${other}`,
      full: 'No space left to write. Remove other things, such as photos or videos.',
      fails: `Writing and reading back did not work. ${restart}`,
    },
  },
  space: {
    title: 'Free space',
    says: {
      enough: ({ size }: Told): string => `About ${size} can be used. That is plenty for a vault.`,
      unstated: 'The browser does not say how much can be used.',
      low: ({ size }: Told): string => `Only about ${size} can be used. Remove other things, such as photos or videos.`,
      out: ({ size }: Told): string => `Only about ${size} can be used, and the next save may fail. Remove other things.`,
    },
  },
  clock: {
    title: 'Clock',
    says: {
      right: ({ when }: Told): string => `It shows ${when}.`,
      doubtful: ({ when }: Told): string => `It shows ${when}, far from the last entry. If that is right, press “${shell.clockDo}”.`,
      'before-record': ({ when }: Told): string => `It shows ${when}, earlier than the newest entry. Set the clock of the device.`,
      'before-build': ({ when }: Told): string => `It shows ${when}, earlier than the day this app was made. Set the clock of the device.`,
    },
  },
  zone: {
    title: 'Time zone',
    says: {
      tokyo: 'Japan time.',
      other: ({ name }: Told): string => `The device uses ${name}. Deadlines and entries keep Japanese dates wherever you are.`,
    },
  },
  private: {
    title: 'Private window',
    says: {
      installed: 'This is the window of the installed app. The vault stays when you close it.',
      unseen: 'No sign of one. Some browsers hide it, so this is not certain.',
      signs: 'This seems to be a private window. The vault may be gone when you close it.',
    },
  },
  extensions: {
    title: 'Extensions',
    says: { unseen: 'Nothing protects numbers from an extension that reads pages. Whether there is one cannot be seen from here.' },
  },
  offline: {
    title: 'Opening offline',
    says: {
      ready: ({ total }: Told): string => `All ${total} files of the app are on this device.`,
      keeping: 'The files of the app are being kept. Wait a little and check again.',
      missing: ({ count, total }: Told): string => `${count} of ${total} files of the app are missing. Some screens will not open offline.`,
      absent: 'The files of the app are not on this device yet. Reload the page while online.',
      unsupported: 'This browser or window cannot open the app offline.',
    },
  },
  update: {
    title: 'Newer version',
    says: {
      newest: 'No newer version is waiting.',
      waiting: 'A newer version is here and waits. Update from the notice at the top of the screen, or under About in the settings.',
    },
  },
  window: {
    title: 'Secure connection and window',
    says: {
      own: 'A secure connection (https), in a window of its own.',
      shared: 'Another page opened this window. Open the app from a bookmark to cut the tie.',
      framed: 'The app is inside another page. Open it in a window of its own.',
      insecure: 'The connection is not secure, so keys do not work. Use the address that begins with https://.',
    },
  },
  seals: {
    title: 'Locking the content',
    says: {
      works: 'Sealed and opened; what was changed was refused (AES-256-GCM, HKDF).',
      lacks: `This browser cannot seal (AES-256-GCM, HKDF). ${other}`,
      fails: `Sealing and opening do not work as they must (AES-256-GCM, HKDF). ${other}`,
    },
  },
  keys: {
    title: 'Keys and signatures of members',
    says: {
      works: 'A key was handed over and a signature verified (P-256, Ed25519).',
      lacks: `This browser cannot hand over keys or sign (P-256, Ed25519). ${other}`,
      fails: `Handing over keys and signing do not work as they must (P-256, Ed25519). ${other}`,
    },
  },
  kdf: {
    title: 'Password computation',
    says: {
      works: ({ seconds }: Told): string => `Right, in ${seconds} seconds (Argon2id in WebAssembly).`,
      slow: ({ seconds }: Told): string => `Right, but it took ${seconds} seconds. Opening the vault takes as long each time.`,
      lacks: `This browser cannot compute it (WebAssembly). ${other}`,
      fails: 'The password could not be computed (Argon2id). Close other windows to free memory, and check again.',
    },
  },
  locks: {
    title: 'One window at a time',
    says: {
      works: 'Another tab can be kept from writing to the same vault (Web Locks).',
      lacks: `This browser cannot hold another tab off (Web Locks). ${other}`,
      fails: `Holding another tab off does not work as it must (Web Locks). ${other}`,
    },
  },
  readback: {
    title: 'Reading a copy back',
    says: {
      has: 'A saved file can be read back at once.',
      lacks: 'After making a copy you choose the saved file to confirm it.',
    },
  },
  defects: {
    title: 'Defects so far',
    says: {
      none: 'None since this page was opened.',
      some: ({ count }: Told): string => `${count} since this page was opened. Where they happened stands in the report below.`,
    },
  },
  copy: {
    title: 'Last copy',
    says: {
      fresh: ({ when }: Told): string => `Made ${when} and read back.`,
      nothing: 'Nobody is registered yet, so there is nothing to copy.',
      due: ({ when }: Told): string => `Made ${when} and read back. It is time for a new one.`,
      before: ({ when }: Told): string => `Made ${when}. The password or the recovery sheet has changed since, and that copy opens with the old one: make a new copy.`,
      unverified: ({ when }: Told): string => `Made ${when}, but never read back.`,
      old: ({ when }: Told): string => `Made ${when} and none since. If the device breaks, later changes cannot be brought back.`,
      restored: 'None since the vault came back from a copy.',
      none: 'None yet. If the device breaks, people and numbers cannot be brought back.',
    },
  },
  record: {
    title: 'Record verified',
    says: {
      verified: ({ when }: Told): string => `Verified ${when}: no gap and nothing rewritten.`,
      stale: ({ when }: Told): string => `Verified ${when}, a while ago. Entries since then are not checked.`,
      never: 'Not verified yet. It can be checked from its first entry on.',
      broken: ({ when }: Told): string => `Problems were found ${when}. Verify again to see them.`,
    },
  },
  sheet: {
    title: 'Recovery sheet',
    says: {
      rehearsed: ({ when }: Told): string => `The code on paper was checked ${when}.`,
      due: ({ when }: Told): string => `Checked ${when}, more than a year ago. Take the sheet out and check it again.`,
      never: 'The code on paper is not checked yet. Without it a forgotten password cannot be replaced.',
    },
  },
} satisfies CheckWords;

export const checks = {
  lead: 'Checks this device and the app. What it finds is sent nowhere.',
  busy: 'Checking',
  all: (count: number): string => `All ${count} checks are fine`,
  some: (good: number, count: number): string => `${count - good} of ${count} checks ${count - good === 1 ? 'needs' : 'need'} a look`,
  look: (titles: readonly string[]): string => `Please look at: ${titles.join(', ')}`,
  notes: (count: number): string => (count === 1 ? 'And one thing to know.' : `And ${count} things to know.`),
  locked: 'Copies and record of the vault are checked once it is open.',
  rerun: 'Check all again',
  cards: { device: 'This device', app: 'This app', vault: 'This vault' },
  states: { good: 'Fine', note: 'To know', warn: 'Caution', bad: 'Important', unknown: 'Could not be checked', busy: 'Checking' },
  unanswered: 'No answer came. This says neither that all is well nor that it is not.',
  ways: {
    persist: 'Ask for it',
    again: 'Check again',
    date: shell.clockDo,
    window: 'Open in its own window',
    copies: 'Make a copy',
    verify: 'Verify',
    kit: 'Check the sheet',
    rehearse: 'Check the sheet',
    help: 'What to do',
  },
  wayOf: (way: string, title: string): string => `${way}: ${title}`,
  items,
  report: {
    title: 'Report',
    why: 'For whoever helps you. It holds no names, no numbers, and neither name nor id of the vault. Only this text is copied.',
    copy: 'Copy the report',
    copied: 'Copied.',
    refused: 'The browser refused to copy. All of the text below is selected: copy it yourself.',
    preview: 'Text that is copied',
    head: 'Bango Kinko: self-check report',
    version: 'Version',
    made: 'Checked at',
    browser: 'Browser',
    screen: 'Screen',
    more: 'Details',
    incidents: 'Defects',
  },
} satisfies Messages['checks'];
