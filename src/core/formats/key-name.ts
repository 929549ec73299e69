/** The four keys of an epoch, in the order in which tables and grants list them. */
export const KEY_NAMES = ['profile', 'number', 'log', 'note'] as const;

export type KeyName = (typeof KEY_NAMES)[number];

export const isKeyName = (value: unknown): value is KeyName => KEY_NAMES.some((name) => name === value);
