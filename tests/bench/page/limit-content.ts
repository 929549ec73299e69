/** The four values of the limit. */
export interface LimitContent {
  readonly index: Uint8Array<ArrayBuffer>;
  readonly persons: Uint8Array<ArrayBuffer>;
  readonly numbers: Uint8Array<ArrayBuffer>;
  readonly log: Uint8Array<ArrayBuffer>;
}

export const VALUE_NAMES = ['index', 'persons', 'numbers', 'log'] as const;

export type ValueName = (typeof VALUE_NAMES)[number];
