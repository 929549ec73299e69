import { readFileSync } from 'node:fs';

/** Published vectors, parsed, for the caller to type; their origin and licence stand in tests/vectors/published/README.md. */
export const readPublished = (name: string): unknown =>
  JSON.parse(readFileSync(new URL(`../../vectors/published/${name}`, import.meta.url), 'utf8'));

export interface WycheproofFile<G> {
  readonly numberOfTests: number;
  readonly testGroups: readonly G[];
}

export interface WycheproofCase {
  readonly tcId: number;
  readonly comment: string;
  readonly result: 'valid' | 'acceptable' | 'invalid';
}
