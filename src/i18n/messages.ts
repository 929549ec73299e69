import type { ja } from './ja.ts';

/** The keys of every language. Japanese is their source: what it lacks cannot be said, what another lacks does not compile. */
export type Messages = typeof ja;
