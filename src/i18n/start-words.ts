import type { Messages } from './messages.ts';

/**
 * What is at hand before any screen has come: the words of the shell and of the first screen, of every error, and what is said when a
 * screen cannot be loaded. All others travel with the screens that say them (screens/).
 */
export type StartWords = Pick<
  Messages,
  'actions' | 'audit' | 'dates' | 'diagnosis' | 'errors' | 'first' | 'problems' | 'shell' | 'titles' | 'trouble' | 'wall'
>;
