import { describe, expect, it } from 'vitest';
import type { VaultId } from '../../../src/core/domain/ids.ts';
import { parseSignedNote } from '../../../src/core/formats/signed-note.ts';
import { memberSigners, ownerSigners, verifyNextTable, verifyTableChain } from '../../../src/core/formats/table-chain.ts';
import { holdsKey, isRole, mayWrite, RIGHTS, ROLES } from '../../../src/core/formats/table-rights.ts';
import { encodeTableText, parseTableText, tableHash, vaultIdOf } from '../../../src/core/formats/table-text.ts';
import { flipBit, readVectors, sha256, utf8, verifyDeps } from './kit.ts';

interface PassCase {
  readonly name: string;
  readonly vaultId: VaultId;
  readonly notes: readonly string[];
  readonly hashes: readonly string[];
}

interface FailCase extends Omit<PassCase, 'hashes'> {
  readonly reason: string;
  readonly index: number;
}

const pass = (readVectors('table-v1/must-pass.json') as { cases: readonly PassCase[] }).cases;
const fail = (readVectors('table-v1/must-fail.json') as { cases: readonly FailCase[] }).cases;

const textOf = (note: string): string => {
  const parsed = parseSignedNote(note);
  if (!parsed.ok) throw new Error('not a note');
  return parsed.value.text;
};

describe('table chain vectors', () => {
  it.each(pass)('accepted: $name', async (one) => {
    const chain = await verifyTableChain(one.notes, one.vaultId, verifyDeps);
    if (!chain.ok) throw new Error(chain.error.reason);
    expect(chain.value.map((table) => table.hash)).toEqual(one.hashes);
    expect(chain.value.map((table) => table.table.version)).toEqual(one.notes.map((_note, index) => index + 1));
  });

  it.each(fail)('refused: $name', async (one) => {
    expect(await verifyTableChain(one.notes, one.vaultId, verifyDeps)).toEqual({ ok: false, error: { reason: one.reason, index: one.index } });
  });
});

describe('a table', () => {
  const notes = pass[1]?.notes ?? [];
  const vaultId = pass[1]?.vaultId ?? ('' as VaultId);

  it('encodes to the text it was parsed from', () => {
    for (const note of notes) {
      const text = textOf(note);
      const parsed = parseTableText(text);
      expect(parsed.ok && encodeTableText(parsed.value)).toBe(text);
    }
  });

  it('gives the vault its name', () => {
    const hash = tableHash(textOf(notes[0] ?? ''), sha256);
    expect(hash.length).toBe(43);
    expect(vaultIdOf(hash)).toBe(vaultId);
  });

  it('no single bit of genesis or successor can be changed (A8)', async () => {
    const bytes = notes.slice(0, 2).map(utf8);
    for (const [which, note] of bytes.entries()) {
      for (let bit = 0; bit < note.length * 8; bit += 1) {
        let text: string;
        try {
          text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(flipBit(note, bit));
        } catch {
          continue;
        }
        const changed = which === 0 ? [text, notes[1] ?? ''] : [notes[0] ?? '', text];
        expect((await verifyTableChain(changed, vaultId, verifyDeps)).ok, `note ${which} bit ${bit}`).toBe(false);
      }
    }
  }, 60_000);

  it('one step says the same as the chain', async () => {
    const first = await verifyNextTable(notes[0] ?? '', null, vaultId, verifyDeps);
    if (!first.ok) throw new Error(first.error);
    expect((await verifyNextTable(notes[1] ?? '', first.value, vaultId, verifyDeps)).ok).toBe(true);
    expect(await verifyNextTable(notes[2] ?? '', first.value, vaultId, verifyDeps)).toEqual({ ok: false, error: 'VersionGap' });
  });

  it('signers: owners sign tables, all members sign what they do', async () => {
    const chain = await verifyTableChain(notes, vaultId, verifyDeps);
    const last = chain.ok ? chain.value.at(-1) : undefined;
    if (last === undefined) throw new Error('no chain');
    expect(memberSigners(last.table).map((signer) => signer.name)).toEqual(last.table.members.map((member) => member.id));
    expect(ownerSigners(last.table).length).toBe(1);
    expect(ownerSigners(last.table)[0]?.publicKey.length).toBe(32);
  });
});

describe('rights', () => {
  it('the table of the specification', () => {
    expect(Object.fromEntries(ROLES.map((role) => [role, RIGHTS[role].keys.join(' ')]))).toEqual({
      owner: 'profile number log note',
      handler: 'profile number log',
      registrar: 'profile log',
      auditor: 'log note',
      accountant: 'log',
    });
    expect(ROLES.filter((role) => mayWrite(role, 'table'))).toEqual(['owner']);
    expect(ROLES.filter((role) => mayWrite(role, 'copy'))).toEqual(['owner']);
    expect(ROLES.filter((role) => mayWrite(role, 'number'))).toEqual(['owner', 'handler', 'registrar']);
    expect(ROLES.filter((role) => mayWrite(role, 'review'))).toEqual(['owner', 'auditor']);
    expect(ROLES.filter((role) => mayWrite(role, 'receipt'))).toEqual(['owner', 'accountant']);
    expect(ROLES.filter((role) => holdsKey(role, 'number'))).toEqual(['owner', 'handler']);
    expect(isRole('owner')).toBe(true);
    expect(isRole('constructor')).toBe(false);
  });
});
