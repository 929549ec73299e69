import { SEAL_SALT_BYTES } from '../../../src/core/formats/consts.ts';
import { createRandom } from '../../../workers/vault/crypto/random.ts';
import { createSeals, importSealKey } from '../../../workers/vault/crypto/seal.ts';
import type { Tally } from '../tally.ts';
import { createTally } from '../tally.ts';

/**
 * Seals of one content at one place under one key. The nonce is fixed and the AES key comes of the salt, so no two seals share both
 * exactly when no salt comes twice. One draw of the source a seal: nothing is stretched, counted on or used again.
 */
export const sealMany = async (seals: number): Promise<Tally> => {
  let draws = 0;
  const random = createRandom((bytes) => {
    draws += 1;
    crypto.getRandomValues(bytes);
  });
  const { sealWith } = createSeals({ random });
  const key = await importSealKey(random.bytes(32));
  const aad = new TextEncoder().encode('["kinko/1"]');
  const plain = new Uint8Array(1);
  const seen = new Set<string>();
  const tally = createTally();
  draws = 0;
  while (tally.tally().runs < seals) {
    const some = Math.min(500, seals - tally.tally().runs);
    for (const sealed of await Promise.all(Array.from({ length: some }, () => sealWith(key, aad, plain)))) {
      // One byte a character: a million of them fit into memory.
      const salt = Buffer.from(sealed.subarray(0, SEAL_SALT_BYTES)).toString('latin1');
      if (seen.has(salt)) tally.fail(`a salt for the second time, at seal ${seen.size}`);
      else tally.count('a salt of its own');
      seen.add(salt);
    }
  }
  if (draws !== seals) tally.fail(`${draws} draws for ${seals} seals`);
  return tally.tally();
};

/** In one process: salts are compared with all others. */
export const runOrder = async ({ seals }: { readonly seals: number }, tell: (name: string, tally: Tally) => void): Promise<void> => {
  tell('seals under one key', await sealMany(seals));
};
