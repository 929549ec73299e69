import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { ja } from '../../src/i18n/ja.ts';
import { createVault } from '../e2e/pages/create-page.ts';
import { SAMPLES, SAMPLE_PEOPLE, importSamples } from '../e2e/pages/import-page.ts';
import { enterNumber, matchNumber, revealNumber } from '../e2e/pages/numbers-page.ts';
import { fillPerson, goTo, openPerson } from '../e2e/pages/persons-page.ts';
import { verifyRecord } from '../e2e/pages/records-page.ts';
import { unlockVault } from '../e2e/pages/unlock-page.ts';
import { formsOf, numbersIn } from '../e2e/support/no-number.ts';
import { scanFolder } from '../support/disk/scan-folder.ts';
import { fakeNumber } from '../support/fake-persons.ts';
import { serve } from '../tools/serve.mjs';
import type { Served } from '../tools/serve.mjs';
import { endAll } from './processes.ts';
import { openResidentWebKit } from './resident-webkit.ts';
import { createScriptHands } from './script-hands.ts';
import { KEPT, SHOWN, until } from './until.ts';
import { createWebKitUser } from './webkit-user.ts';

const dir = path.resolve(import.meta.dirname, '../..', process.env.KINKO_DIST ?? 'dist');

const FIRST = { name: '山田 太郎', number: fakeNumber(7_318_204) };
const CONTROL = fakeNumber(2_460_917);
const FORMS = formsOf([FIRST.number, ...SAMPLE_PEOPLE.map(({ number }) => number), ...SAMPLES.flatMap(numbersIn)]);

let app: Served | undefined;
const home = mkdtempSync(path.join(tmpdir(), 'kinko-webkit-'));
afterEach(async () => {
  await app?.stop();
  await endAll();
  rmSync(home, { recursive: true, force: true });
});

test('after the browser was closed: opens without network, at a deep address, with the vault; no number lies in the profile', { timeout: 300_000 }, async () => {
  app = await serve({ dir });
  const before = await openResidentWebKit(home, app.url);
  await until(before, SHOWN);
  await until(before, KEPT);
  const maker = createWebKitUser(before, createScriptHands(before));
  await createVault(maker);
  await maker.press('button', ja.create.doneNext);
  await fillPerson(maker, { kind: 'owner', name: FIRST.name });
  await enterNumber(maker, FIRST.number);
  await goTo(maker, 'persons');
  await maker.press('link', ja.persons.import);
  await importSamples(maker);
  await openPerson(maker, FIRST.name);
  expect(await revealNumber(maker)).toBe(FIRST.number);
  await before.evaluate('(number) => localStorage.setItem("control", number)', CONTROL);
  await before.close();
  await app.stop();

  const after = await openResidentWebKit(home, `${app.url}no/such/file?from=bookmark#/records`);
  await until(after, SHOWN);
  const user = createWebKitUser(after, createScriptHands(after));
  await unlockVault(user);
  await user.sees(ja.shell.closeVault);
  expect(new URL(await after.url()).hash).toBe('#/records');
  await verifyRecord(user);
  await openPerson(user, SAMPLE_PEOPLE[0].name);
  expect(await matchNumber(user, SAMPLE_PEOPLE[0].number)).toBe(true);
  await after.close();

  expect(scanFolder(home, FORMS).hits).toEqual([]);
  expect(scanFolder(home, formsOf([CONTROL])).hits).not.toEqual([]);
});
