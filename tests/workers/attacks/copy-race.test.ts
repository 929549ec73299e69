import { expect, test } from 'vitest';
import { createTestDevice, errorOf, must, PASSWORD } from '../session/support/device.ts';
import { fields, makeRehearsedVault, personId } from '../service/support.ts';

// A copy is made while something else is being saved: the import in the same tab, a commit that was slow. Whatever the file then
// says must be of one moment, and what counts as checked must come back.

test('a copy that a commit runs into is of one moment, and what was checked comes back', async () => {
  const vault = await makeRehearsedVault();
  const { api } = vault.worker;
  for (let n = 0; n < 40; n += 1) must(await api.registerPerson({ id: personId(), fields: fields({ name: `人${n}` }) }));
  for (const wait of [0, 0, 1, 2, 4, 8]) {
    const making = api.makeCopy();
    await new Promise((resolve) => setTimeout(resolve, wait));
    const saving = api.registerPerson({ id: personId(), fields: fields({ name: `後${wait}` }) });
    const made = must(await making);
    must(await saving);
    expect(errorOf(await api.verifyCopy({ copyId: made.copyId, file: made.file }))).toBe('ok');
    const other = await (await createTestDevice()).boot();
    const restored = must(await other.api.restoreCopy({ file: made.file, secret: { kind: 'password', password: PASSWORD }, evenIfOlder: false }));
    expect(restored.counts).toEqual(made.counts);
  }
});

test('a copy that a rotation runs into comes back with its tables and its signer', async () => {
  const vault = await makeRehearsedVault();
  const { api } = vault.worker;
  const ids = Array.from({ length: 8 }, personId);
  for (const [at, id] of ids.entries()) must(await api.registerPerson({ id, fields: fields({ name: `人${at}` }) }));
  for (const [at, id] of ids.entries()) {
    const making = api.makeCopy();
    await new Promise((resolve) => setTimeout(resolve, at * 2));
    must(await api.cancelPersons([id]));
    const made = await making;
    // Said aloud and tried again is good; a file that does not come back is not.
    if (!made.ok) {
      expect(errorOf(made)).toBe('ChangedMeanwhile');
      continue;
    }
    expect(errorOf(await api.verifyCopy({ copyId: made.value.copyId, file: made.value.file }))).toBe('ok');
    const other = await (await createTestDevice()).boot();
    expect(errorOf(await other.api.restoreCopy({ file: made.value.file, secret: { kind: 'password', password: PASSWORD }, evenIfOlder: false }))).toBe('ok');
  }
});
