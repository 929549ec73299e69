import type { Messages } from '../messages.ts';

export const imports = {
  title: 'Import',
} satisfies Messages['imports'];
