import { copyFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { TYPED_NUMBERS, walkMainPath } from '../e2e/main-path.ts';
import type { TakeFile } from '../e2e/pages/copies-page.ts';
import { SAMPLES, SAMPLE_PEOPLE } from '../e2e/pages/import-page.ts';
import type { User } from '../e2e/pages/user.ts';
import { newFileIn } from '../e2e/support/downloads.ts';
import { READ_PAGE, expectNoneInFile, expectNoneInText, expectShown, formsOf, numbersIn } from '../e2e/support/no-number.ts';
import { verifyExport } from '../e2e/support/verify-export.ts';
import { serve } from '../tools/serve.mjs';
import type { Served } from '../tools/serve.mjs';
import { createDriverHands } from './driver-hands.ts';
import { expectOwnFilesOnly } from './own-files.ts';
import { endAll } from './processes.ts';
import { KEPT, SHOWN, until } from './until.ts';
import { openWebKit } from './webkit-driver.ts';
import type { WebKitBrowser } from './webkit-driver.ts';
import { createWebKitUser } from './webkit-user.ts';

const dir = path.resolve(import.meta.dirname, '../..', process.env.KINKO_DIST ?? 'dist');

const FORMS = formsOf([...TYPED_NUMBERS, ...SAMPLE_PEOPLE.map(({ number }) => number), ...SAMPLES.flatMap(numbersIn)]);

let webkit: WebKitBrowser | undefined;
let app: Served | undefined;
const folder = mkdtempSync(path.join(tmpdir(), 'kinko-webkit-'));
afterEach(async () => {
  await Promise.allSettled([webkit?.close(), app?.stop()]);
  await endAll();
  rmSync(folder, { recursive: true, force: true });
});

// No files of the origin's own here: the keyring lies in the database, and the files of the user come as downloads. What the
// app says on its console cannot be read: this driver has no command for it, and a script of the page does not reach the
// worker. That the app is silent is shown in Chromium and Firefox, where it runs the same code.
test('the main path, without network, and no number in a file or at rest on the page', { timeout: 500_000 }, async () => {
  let port = 0;
  const freshUser = async (): Promise<User> => {
    await webkit?.close();
    webkit = await openWebKit();
    app = await serve({ dir, port });
    port = app.port;
    await webkit.goto(app.url);
    await until(webkit, SHOWN);
    await until(webkit, KEPT);
    await webkit.reload();
    await until(webkit, SHOWN);
    await app.stop();
    expectOwnFilesOnly(app, dir);
    return createWebKitUser(webkit, createDriverHands(webkit));
  };
  const take: TakeFile = async (ending, act) => {
    const downloaded = await newFileIn(webkit?.home ?? '', act);
    const file = path.join(folder, path.basename(downloaded));
    copyFileSync(downloaded, file);
    expect(file.endsWith(ending)).toBe(true);
    expectNoneInFile(file, FORMS, TYPED_NUMBERS[0]);
    if (ending === '.kinkolog') await verifyExport(readFileSync(file));
    return file;
  };
  const readPage = async (): Promise<string> => (await webkit?.evaluate<string>(READ_PAGE)) ?? '';
  const atRest = async (): Promise<void> => {
    const page = await readPage();
    expect(page.length).toBeGreaterThan(1000);
    expectNoneInText('page', page, FORMS);
  };
  await walkMainPath({
    freshUser,
    take,
    atRest,
    whileShown: async (digits) => expectShown(await readPage(), digits),
    ways: ['password', 'recovery'],
    // Said as it goes: where a slow machine needs its time.
    step: async (name, work) => {
      const begun = Date.now();
      await work();
      process.stdout.write(`  ${((Date.now() - begun) / 1000).toFixed(1)} s ${name}\n`);
    },
  });
});
