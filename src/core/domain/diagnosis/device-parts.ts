/** What is tried out in the worker by using it: names alone do not tell what a browser can do. */
export const DEVICE_PARTS = ['files', 'database', 'seals', 'keys', 'kdf', 'locks'] as const;
export type DevicePart = (typeof DEVICE_PARTS)[number];

/** How one of them came out. */
export type PartAnswer =
  /** `ms` it took. */
  | { readonly found: 'works'; readonly ms: number }
  /** It works, but the browser does not say that a write waits for the disk. */
  | { readonly found: 'unstated'; readonly ms: number }
  /** The browser says that it cannot, or may not. */
  | { readonly found: 'lacks' }
  /** No room on the device. */
  | { readonly found: 'full' }
  /** Another tab tries the same just now: nothing is known. */
  | { readonly found: 'busy' }
  /** Class of the error, letters only. */
  | { readonly found: 'fails'; readonly name: string };
