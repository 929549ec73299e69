import type { Messages } from '../messages.ts';

export const persons = {
  title: 'People',
} satisfies Messages['persons'];
