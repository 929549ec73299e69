import type { Messages } from '../messages.ts';

export const records = {
  title: 'Records',
} satisfies Messages['records'];
