import { expect, test } from 'vitest';
import { createTestDevice, must, PASSWORD } from '../session/support/device.ts';
import { fields, makeRehearsedVault, personId } from '../service/support.ts';

// A4: a copy counts when the very file that was made was read back. Another one with the same content, whole and signed, is another file.

test('a file that says the same in other bytes is not the copy that was made', async () => {
  const vault = await makeRehearsedVault();
  const { api } = vault.worker;
  must(await api.registerPerson({ id: personId(), fields: fields() }));
  const { file, copyId } = must(await api.makeCopy());
  const lines = (await file.text()).split('\n');
  const { manifest } = JSON.parse(lines.at(-2) ?? '') as { readonly manifest: string };
  // A second signature under the manifest, by a key that nobody looks for.
  const signed = `${manifest}— ${'x'.repeat(22)} ${Buffer.alloc(68, 1).toString('base64')}\n`;
  const other = new File([[...lines.slice(0, -2), JSON.stringify({ manifest: signed }), ''].join('\n')], 'b.kinko');

  const elsewhere = await (await createTestDevice()).boot();
  const secret = { kind: 'password', password: PASSWORD } as const;
  expect(must(await elsewhere.api.restoreCopy({ file: other, secret, evenIfOlder: false })).counts.persons).toBe(1);

  expect(await api.verifyCopy({ copyId, file: other })).toMatchObject({ ok: false, error: { type: 'FileRefused', reason: 'Damaged' } });
  const verifiedAt = async () => must(await api.overviewCopies()).copies.map((copy) => copy.verifiedAt);
  expect(await verifiedAt()).toEqual([null]);
  must(await api.verifyCopy({ copyId, file }));
  expect(await verifiedAt()).not.toEqual([null]);
});
