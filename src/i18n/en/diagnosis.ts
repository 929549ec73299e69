import type { Messages } from '../messages.ts';

export const diagnosis = {
  title: 'Self-check',
  why: 'Checks storage, clock, copies and more at once. What it finds is sent nowhere.',
  features: {
    ownWindow: 'A window of its own',
    secureContext: 'Secure connection (https)',
    ed25519: 'Signatures (Ed25519)',
    webAssembly: 'WebAssembly',
    webLocks: 'Web Locks',
    moduleWorkers: 'Web workers',
    indexedDb: 'Storage (IndexedDB)',
    siteData: 'Leave to keep data for this site',
  },
} satisfies Messages['diagnosis'];
