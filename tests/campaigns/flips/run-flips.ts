import { createCampaignCrypto, goldenContainer, referenceContainers, referenceKeyring } from '../reference.ts';
import type { Tally } from '../tally.ts';
import { cutContainer, flipContainer } from './container-flips.ts';
import { cutKeyring, flipKeyring } from './keyring-flips.ts';
import { flipPlanted } from './planted-flips.ts';
import type { Share } from './share.ts';

export interface FlipRow {
  readonly name: string;
  readonly run: (share: Share) => Promise<Tally>;
}

/** Everything that is bent one bit at a time, in the order in which it is told. */
export const flipRows = async (): Promise<readonly FlipRow[]> => {
  const crypto = await createCampaignCrypto();
  const { sha256 } = crypto.hasher;
  const [container] = referenceContainers();
  if (container === undefined) throw new Error('no container in the vectors');
  const golden = goldenContainer();
  const keyring = referenceKeyring(sha256);
  return [
    { name: 'copy of the other implementation, every bit', run: (share) => flipContainer(crypto, container.bytes, share) },
    { name: 'copy of the other implementation, every length', run: (share) => cutContainer(crypto, container.bytes, share) },
    { name: 'copy of the app, every bit', run: (share) => flipContainer(crypto, golden, share) },
    { name: 'copy of the app, every length', run: (share) => cutContainer(crypto, golden, share) },
    { name: 'keyring file, every bit, in one and in both', run: (share) => flipKeyring(sha256, keyring, share) },
    { name: 'keyring file, every length, in one and in both', run: (share) => cutKeyring(sha256, keyring, share) },
    { name: 'keyring document, every bit, checksum mended', run: flipPlanted },
  ];
};

/** A share of everything, for a process of its own; each row is told when it is done. */
export const runOrder = async (share: Share, tell: (name: string, tally: Tally) => void): Promise<void> => {
  for (const row of await flipRows()) tell(row.name, await row.run(share));
};
