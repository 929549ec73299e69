import { expect, it } from 'vitest';
import { joinSeal, splitSeal } from '../../../src/core/formats/seal-layout.ts';

const bytes = (count: number): Uint8Array<ArrayBuffer> => Uint8Array.from({ length: count }, (_, at) => at);

it('a seal is 32 bytes of salt, then ciphertext and tag; the shortest holds nothing but a tag', () => {
  const parts = splitSeal(bytes(48));
  expect([parts?.salt, parts?.box]).toEqual([bytes(32), bytes(48).slice(32)]);
  expect(parts === null ? null : joinSeal(parts)).toEqual(bytes(48));
  for (const count of [0, 31, 32, 47]) expect(splitSeal(bytes(count))).toBeNull();
});
