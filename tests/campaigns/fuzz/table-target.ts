import type { VaultId } from '../../../src/core/domain/ids.ts';
import { parseSignedNote } from '../../../src/core/formats/signed-note.ts';
import { verifyTableChain } from '../../../src/core/formats/table-chain.ts';
import type { VaultCrypto } from '../../../workers/vault/session/platform.ts';
import { referenceContainers } from '../reference.ts';
import type { Bytes } from './mutate-bytes.ts';
import { linesOf, mutateBytes } from './mutate-bytes.ts';
import type { FuzzTarget } from './target.ts';
import { accepted } from './target.ts';

interface Chain {
  readonly vaultId: VaultId;
  readonly notes: readonly string[];
}

const chainOf = (file: Bytes, vaultId: VaultId): Chain => ({
  vaultId,
  notes: linesOf(file)
    .map((line) => new TextDecoder().decode(line))
    .filter((line) => line.startsWith('{"table":'))
    .map((line) => (JSON.parse(line) as { readonly table: string }).table),
});

const textOf = (note: string): string | null => {
  const signed = parseSignedNote(note);
  return signed.ok ? signed.value.text : null;
};

/** Tables of members: notes bent, left out, doubled, of two vaults mixed. What is accepted says what its owners signed. */
export const createTableTarget = (crypto: VaultCrypto): FuzzTarget => {
  const chains = referenceContainers().map(({ bytes, vaultId }) => chainOf(bytes, vaultId));
  return {
    name: 'tables',
    weight: 8,
    run: async (random) => {
      const chain = random.pick(chains);
      const encoded = chains.flatMap(({ notes }) => notes.map((note): Bytes => new TextEncoder().encode(note)));
      const bent = chain.notes.map((note) =>
        random.chance(0.6) ? new TextDecoder().decode(mutateBytes(random, new TextEncoder().encode(note), encoded)) : note,
      );
      const notes = random.chance(0.1) ? [...bent, random.pick(random.pick(chains).notes)] : bent;
      const verified = await verifyTableChain(notes, chain.vaultId, crypto.notes.verifyDeps);
      if (!verified.ok) return verified.error.reason;
      // The end of a chain may be missing: the manifest, the head or the log says how long it is.
      const signed = chain.notes.map(textOf);
      const same = verified.value.length <= signed.length && verified.value.every(({ note }, at) => textOf(note) === signed[at]);
      return same ? 'what was signed' : accepted('a table that no owner signed');
    },
  };
};
