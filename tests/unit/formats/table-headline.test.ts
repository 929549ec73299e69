import { describe, expect, it } from 'vitest';
import type { VaultId } from '../../../src/core/domain/ids.ts';
import { parseSignedNote } from '../../../src/core/formats/signed-note.ts';
import { parseTableText } from '../../../src/core/formats/table-text.ts';
import { readVectors } from './kit.ts';

const { cases } = readVectors('table-v1/must-pass.json') as { cases: readonly { readonly vaultId: VaultId; readonly notes: readonly string[] }[] };
const text = (version: 0 | 1): string => {
  const note = parseSignedNote(cases[1]?.notes[version] ?? '');
  if (!note.ok) throw new Error('no note');
  return note.value.text;
};
const vaultId = cases[1]?.vaultId ?? '';
const said = (of: string): string => {
  const parsed = parseTableText(of);
  return parsed.ok ? 'ok' : parsed.error;
};
const headed = (headline: string, version: 0 | 1 = 1): string => said(text(version).replace(/^.*/, headline));

describe('the first line of a table', () => {
  it('names type and vault; of the first version no vault yet', () => {
    expect([said(text(0)), said(text(1))]).toEqual(['ok', 'ok']);
    expect([headed('kinko-table/1 genesis', 0), headed(`kinko-table/1 ${vaultId}`)]).toEqual(['ok', 'ok']);
    expect([headed(`kinko-table/1 ${vaultId}`, 0), headed('kinko-table/1 genesis')]).toEqual(['NotATable', 'NotATable']);
  });

  it.each(['kinko-table/2', 'kinko-table/9', 'kinko-table/10', 'kinko-table/27', 'kinko-table/100'])('%s is newer', (type) => {
    expect(headed(`${type} ${vaultId}`)).toBe('NewerFormat');
  });

  it.each(['', 'kinko-table/1', 'kinko-table/0', 'kinko-table/01', 'kinko-table/1a', 'kinko-table/2a', 'kinko-table/a2', 'kinko-table/', 'kinko-log/1', 'kinko-log/2', 'x kinko-table/2', 'kinko-table/1x', 'Kinko-table/1'])(
    '%s is no table',
    (type) => {
      expect(headed(type)).toBe('NotATable');
      if (type !== 'kinko-table/1') expect(headed(`${type} ${vaultId}`)).toBe('NotATable');
    },
  );

  it('has one line behind it, and nothing more', () => {
    expect(said(`${text(1)}\n`)).toBe('NotATable');
    expect(said(`${text(1)}{}\n`)).toBe('NotATable');
    expect(said(text(1).slice(0, -1))).toBe('NotATable');
    expect(said(`${text(1)}x`)).toBe('NotATable');
  });

  it('is as long as its type: what stands there instead is not cut off', () => {
    expect(headed(`kinko-tabla/1 ${vaultId}`)).toBe('NotATable');
    expect(headed(`kinko-table/1-${vaultId}`)).toBe('NotATable');
  });
});
