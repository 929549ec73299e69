import type { Messages } from '../messages.ts';

export const copies = {
  title: 'Copies',
  restoreTitle: 'Restore from a copy',
} satisfies Messages['copies'];
