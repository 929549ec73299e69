import { expect, test } from 'vitest';
import { must } from '../session/support/device.ts';
import { fields, makeRehearsedVault, personId } from '../service/support.ts';

// A15: the clock of the device put back and forward.

const YEAR = 365 * 86_400_000;

test('a copy made while the clock was a year ahead does not hide what changed since, nor the next copy', async () => {
  const { worker: { api }, device } = await makeRehearsedVault();
  const right = device.clock.now;
  device.clock.now += YEAR;
  const ahead = must(await api.makeCopy());
  must(await api.verifyCopy({ copyId: ahead.copyId, file: ahead.file }));
  device.clock.now = right + 60_000;
  must(await api.registerPerson({ id: personId(), fields: fields() }));
  expect(must(await api.overviewCopies())).toMatchObject({ changesSince: 1, age: 'amber' });
  const next = must(await api.makeCopy());
  expect(must(await api.overviewCopies()).changesSince).toBe(1);
  const row = must(await api.verifyCopy({ copyId: next.copyId, file: next.file }));
  expect(must(await api.overviewCopies())).toMatchObject({ changesSince: 0, age: 'green', lastVerifiedAt: row.madeAt });
});
