import { expect, test } from 'vitest';
import { parseCheckpoint } from '../../../src/core/formats/log/checkpoint.ts';
import { parseSignedNote } from '../../../src/core/formats/signed-note.ts';
import { openCopy } from '../attacks/forged-copy.ts';
import { makeRehearsedVault } from '../service/support.ts';
import { createTestDevice, must, PASSWORD } from '../session/support/device.ts';

const logOf = (note: string): string => {
  const checkpoint = must(parseCheckpoint(must(parseSignedNote(note)).text));
  return checkpoint.logId;
};

test('a copy of a vault that was restored has every table as a line and a page, and a checkpoint of each log, the own one last (container-v1 §3, §5)', async () => {
  const { worker, kit } = await makeRehearsedVault();
  const first = must(await worker.api.makeCopy());
  const elsewhere = await (await createTestDevice()).boot();
  const restored = must(await elsewhere.api.restoreCopy({ file: first.file, secret: { kind: 'password', password: PASSWORD }, evenIfOlder: false }));
  const second = must(await elsewhere.api.makeCopy());

  const { content } = await openCopy(second.file);
  expect(content.checkpoints.map(logOf)).toEqual([kit.storeId, restored.storeId]);
  expect(content.tables.length).toBeGreaterThan(1);
  const tablePages = content.pages.filter(({ ref }) => ref.kind === 'table');
  expect(tablePages.map(({ ref }) => ref.no).toSorted((a, b) => a - b)).toEqual(content.tables.map((_, before) => before + 1));
  expect(tablePages.toSorted((a, b) => a.ref.no - b.ref.no).map(({ content: page }) => page['note'])).toEqual(content.tables);
  // What is of one installation stays there.
  expect(content.pages.filter(({ ref }) => ['head', 'tail', 'draft'].includes(ref.kind))).toEqual([]);
});
