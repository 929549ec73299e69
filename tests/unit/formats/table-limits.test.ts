import { describe, expect, it } from 'vitest';
import type { MemberId, StoreId, VaultId } from '../../../src/core/domain/ids.ts';
import { MAX_TIME } from '../../../src/core/formats/limits.ts';
import { parseSignedNote } from '../../../src/core/formats/signed-note.ts';
import { verifyTableChain } from '../../../src/core/formats/table-chain.ts';
import { encodeTableText, parseTableText } from '../../../src/core/formats/table-text.ts';
import type { Table } from '../../../src/core/formats/table.ts';
import { readVectors, verifyDeps } from './kit.ts';

const { cases } = readVectors('table-v1/must-pass.json') as { cases: readonly { readonly vaultId: VaultId; readonly notes: readonly string[] }[] };
const note = parseSignedNote(cases[1]?.notes[1] ?? '');
const parsed = note.ok ? parseTableText(note.value.text) : null;
if (parsed?.ok !== true) throw new Error('no table');
const { vaultId, table } = parsed.value;

const isRead = (change: Partial<Table>): boolean => parseTableText(encodeTableText({ vaultId, table: { ...table, ...change } })).ok;
const idOf = (at: number): string => String(at).padStart(22, 'A');
const bytes = (count: number, at = 0): string => Buffer.alloc(count, at).toString('base64url');
const [store] = table.stores;
if (store === undefined) throw new Error('no store');

const members = (count: number): Table['members'] =>
  Array.from({ length: count }, (_, at) => ({ id: idOf(at) as MemberId, role: 'owner', sign: bytes(32, at), hpke: bytes(65, at) }));

describe('a table holds as much as the specification says, and not one more', () => {
  it('a time that a date can express', () => {
    expect([isRead({ time: MAX_TIME }), isRead({ time: MAX_TIME + 1 })]).toEqual([true, false]);
  });

  it('64 members', () => {
    expect([isRead({ members: members(64) }), isRead({ members: members(65) })]).toEqual([true, false]);
  });

  it('64 stores', () => {
    const stores = (count: number) => Array.from({ length: count }, (_, at) => ({ ...store, id: idOf(at) as StoreId }));
    expect([isRead({ stores: stores(64) }), isRead({ stores: stores(65) }), isRead({ stores: [] })]).toEqual([true, false, true]);
  });

  it('keys of their own length alone', () => {
    const [first] = members(1);
    if (first === undefined) throw new Error('no member');
    expect([31, 32, 33].map((count) => isRead({ members: [{ ...first, sign: bytes(count) }] }))).toEqual([false, true, false]);
    expect([64, 65, 66].map((count) => isRead({ members: [{ ...first, hpke: bytes(count) }] }))).toEqual([false, true, false]);
    for (const name of ['profile', 'number', 'log', 'note'] as const) {
      const keyed = [31, 32, 33].map((count) => isRead({ stores: [{ ...store, keys: { ...store.keys, [name]: bytes(count) } }] }));
      expect(keyed, name).toEqual([false, true, false]);
    }
  });

  it('members each of whom is another: in id, in either key', () => {
    const [one, two] = members(2);
    if (one === undefined || two === undefined) throw new Error('no members');
    const pair = (change: Partial<typeof two>) => isRead({ members: [one, { ...two, ...change }] });
    expect([pair({}), pair({ id: one.id }), pair({ sign: one.sign }), pair({ hpke: one.hpke })]).toEqual([true, false, false, false]);
  });
});

describe('a chain', () => {
  const reasonOf = async (count: number) => {
    const chain = await verifyTableChain(Array.from({ length: count }, () => ''), 'x'.repeat(22) as VaultId, verifyDeps);
    return chain.ok ? null : chain.error;
  };

  it('of 10,000 tables is looked at, of one more it is not', async () => {
    expect(await reasonOf(10_000)).toEqual({ reason: 'NotATable', index: 0 });
    expect(await reasonOf(10_001)).toEqual({ reason: 'TooMany', index: 10_000 });
  });
});
