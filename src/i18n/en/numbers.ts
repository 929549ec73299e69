import type { Messages } from '../messages.ts';

export const numbers = {
  title: 'My Number',
} satisfies Messages['numbers'];
