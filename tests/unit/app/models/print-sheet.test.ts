import { expect, it } from 'vitest';
import { needsEntry, printSheet } from '../../../../src/app/models/print-sheet.ts';
import type { VaultCalls } from '../../../../src/app/bridge/vault-client.ts';
import { err, ok } from '../../../../src/core/domain/result.ts';

const vaultThat = (answer: Awaited<ReturnType<VaultCalls['recordPrint']>>, said: string[]) => ({
  api: {
    recordPrint: async (what: string) => {
      await Promise.resolve();
      said.push(`entry ${what}`);
      return answer;
    },
  } as unknown as VaultCalls,
});

it('a sheet is printed behind its entry', async () => {
  const said: string[] = [];
  const print = async (): Promise<void> => void said.push('print');
  expect(await printSheet(vaultThat(ok(null), said), 'kit', print)).toEqual(ok(null));
  expect(said).toEqual(['entry kit', 'print']);
});

it('when nothing can be written, the sheet is printed all the same, and the answer says so', async () => {
  const said: string[] = [];
  const print = async (): Promise<void> => void said.push('print');
  expect(await printSheet(vaultThat(err({ type: 'Halted' }), said), 'checkpoint', print)).toEqual(err({ type: 'Halted' }));
  expect(said).toEqual(['entry checkpoint', 'print']);
});

it('a list of names is not printed without its entry', async () => {
  for (const sheet of ['persons', 'log', 'label'] as const) {
    const said: string[] = [];
    const print = async (): Promise<void> => void said.push('print');
    expect(needsEntry(sheet)).toBe(true);
    expect(await printSheet(vaultThat(err({ type: 'Halted' }), said), sheet, print)).toEqual(err({ type: 'Halted' }));
    expect(said).toEqual([`entry ${sheet}`]);
  }
});
