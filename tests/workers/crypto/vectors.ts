import { readFileSync } from 'node:fs';

/** Our own vectors, for the caller to type; written by tests/vectors/writer. */
export const readVectors = (name: string): unknown =>
  JSON.parse(readFileSync(new URL(`../../vectors/${name}`, import.meta.url), 'utf8'));
