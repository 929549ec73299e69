import type { Messages } from '../messages.ts';

export const home = {
  title: 'To do now',
} satisfies Messages['home'];
