import { describe, expect, it } from 'vitest';
import type { MemberId, StoreId, VaultId } from '../../../src/core/domain/ids.ts';
import { encodeBase64url } from '../../../src/core/formats/base64url.ts';
import { encodeSignedNote, noteKeyId } from '../../../src/core/formats/signed-note.ts';
import { verifyTableChain } from '../../../src/core/formats/table-chain.ts';
import { encodeTableText, tableHash, vaultIdOf } from '../../../src/core/formats/table-text.ts';
import type { Table, TableStore } from '../../../src/core/formats/table.ts';
import { signingKeyOf } from '../../support/log-crypto.ts';
import { sha256, utf8, verifyDeps } from './kit.ts';

const OWNER = 'O'.repeat(22) as MemberId;
const key = signingKeyOf(new Uint8Array(32).fill(7));
const bytes = (count: number, at: number): string => encodeBase64url(new Uint8Array(count).fill(at));

const store = (name: string, epoch: number, keysOf = epoch): TableStore => ({
  id: name.repeat(22) as StoreId,
  epoch,
  keys: { profile: bytes(32, keysOf), number: bytes(32, keysOf + 40), log: bytes(32, keysOf + 80), note: bytes(32, keysOf + 120) },
});

const sign = (vaultId: string, table: Table): { readonly note: string; readonly hash: string } => {
  const text = encodeTableText({ vaultId: vaultId as VaultId, table });
  const signature = { name: OWNER, keyId: noteKeyId(OWNER, key.publicKey, sha256), signature: key.sign(utf8(text)) };
  return { note: encodeSignedNote({ text, signatures: [signature] }), hash: tableHash(text, sha256) };
};

/** What becomes of a chain of two tables, each with these stores. */
const judge = async (before: readonly TableStore[], after: readonly TableStore[]): Promise<string> => {
  const body = { time: 1_790_000_000_000, members: [{ id: OWNER, role: 'owner' as const, sign: encodeBase64url(key.publicKey), hpke: bytes(65, 4) }] };
  const genesis = sign('genesis', { ...body, version: 1, prev: '', stores: before });
  const vaultId = vaultIdOf(genesis.hash);
  const next = sign(vaultId, { ...body, version: 2, prev: genesis.hash, stores: after });
  const chain = await verifyTableChain([genesis.note, next.note], vaultId, verifyDeps);
  return chain.ok ? 'ok' : chain.error.reason;
};

describe('the epochs of a table', () => {
  it('may stay with their keys, or grow with any', async () => {
    expect(await judge([store('a', 3), store('b', 5)], [store('a', 3), store('b', 6)])).toBe('ok');
    expect(await judge([store('a', 3)], [store('a', 4, 3), store('b', 1)])).toBe('ok');
    expect(await judge([store('a', 3)], [])).toBe('ok');
  });

  it('do not go back, with their own keys or the very same', async () => {
    expect(await judge([store('a', 3)], [store('a', 2)])).toBe('EpochBent');
    expect(await judge([store('a', 3)], [store('a', 2, 3)])).toBe('EpochBent');
  });

  it('do not change their keys, any one of the four', async () => {
    const old = store('a', 3);
    for (const name of ['profile', 'number', 'log', 'note'] as const)
      expect(await judge([old], [{ ...old, keys: { ...old.keys, [name]: bytes(32, 250) } }]), name).toBe('EpochBent');
  });

  it('of one store are enough to refuse the table, whatever the others do', async () => {
    expect(await judge([store('a', 3), store('b', 5)], [store('a', 4), store('b', 4)])).toBe('EpochBent');
    expect(await judge([store('b', 5), store('a', 3)], [store('b', 4), store('a', 4)])).toBe('EpochBent');
  });
});
