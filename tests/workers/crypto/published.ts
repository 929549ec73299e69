import { readFileSync } from 'node:fs';

/** Published vectors, parsed; their origin and licence stand in tests/vectors/published/README.md. */
export const readPublished = <T>(name: string): T =>
  JSON.parse(readFileSync(new URL(`../../vectors/published/${name}`, import.meta.url), 'utf8')) as T;

export interface WycheproofFile<G> {
  readonly numberOfTests: number;
  readonly testGroups: readonly G[];
}

export interface WycheproofCase {
  readonly tcId: number;
  readonly comment: string;
  readonly result: 'valid' | 'acceptable' | 'invalid';
}
