import type { Messages } from '../messages.ts';

export const diagnosis = {
  title: 'Self-check',
  why: 'Shows what this browser offers. Nothing is sent.',
  needed: 'Needed',
  nice: 'Good to have',
  has: 'present',
  lacks: 'absent',
  features: {
    secureContext: 'Secure connection (https)',
    ed25519: 'Signatures (Ed25519)',
    webAssembly: 'WebAssembly',
    webLocks: 'Web Locks',
    moduleWorkers: 'Web workers',
    indexedDb: 'Storage (IndexedDB)',
    opfs: 'Place for the keyring (OPFS)',
    serviceWorker: 'Opening offline (service worker)',
    fileAccess: 'Reading written files back (File System Access)',
    trustedTypes: 'Blocking foreign code (Trusted Types)',
    persisted: 'Promise not to clear the data',
  },
  effects: {
    opfs: 'Without it the keyring lies in IndexedDB, and traces may remain after disposal.',
    serviceWorker: 'Without it the app does not open offline.',
    fileAccess: 'Without it you choose the saved file to confirm it.',
    trustedTypes: 'Without it other measures still protect.',
    persisted: 'Without it, make copies often.',
  },
  browser: 'What the browser calls itself',
  screen: 'Size of the screen',
  build: 'Version',
} satisfies Messages['diagnosis'];
