import type { KeyName } from './key-name.ts';

/** Key of a page in the store and first field of its plaintext. public/spec/page-v1.md §2. */
export interface PageRef {
  /** 'own' for the vault's own business. */
  readonly book: string;
  readonly kind: PageKind;
  readonly no: number;
}

/** Closed list: the kind decides the key, so an unknown kind cannot be opened. */
export const PAGE_KINDS = [
  'head',
  'index',
  'person',
  'number',
  'tail',
  'log',
  'table',
  'checkpoint',
  'attach',
  'list',
  'setting',
  'draft',
] as const;

export type PageKind = (typeof PAGE_KINDS)[number];

/** Which key a page of this kind is sealed under. public/spec/page-v1.md §3. */
export const PAGE_KEYS: Readonly<Record<PageKind, KeyName>> = {
  head: 'log',
  index: 'profile',
  person: 'profile',
  number: 'number',
  tail: 'log',
  log: 'log',
  table: 'log',
  checkpoint: 'log',
  attach: 'note',
  list: 'log',
  setting: 'log',
  draft: 'profile',
};

export const isPageKind = (value: unknown): value is PageKind => PAGE_KINDS.some((kind) => kind === value);

const BOOK = /^[a-z0-9-]{1,22}$/;

/** Books: 'own', later others; lower case, digits and hyphen, at most 22 characters. */
export const isBook = (value: unknown): value is string => typeof value === 'string' && BOOK.test(value);

export const pageRefKey = (ref: PageRef): string => `${ref.book}/${ref.kind}/${ref.no}`;
