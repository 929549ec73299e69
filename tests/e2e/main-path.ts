import { equal, ok } from 'node:assert/strict';
import { ja } from '../../src/i18n/ja.ts';
import { fakeNumber } from '../support/fake-persons.ts';
import { makeCopy } from './pages/copies-page.ts';
import type { TakeFile } from './pages/copies-page.ts';
import { createVault } from './pages/create-page.ts';
import { SAMPLE_NUMBERS, SAMPLE_PEOPLE, SAMPLE_PERSONS, importSamples } from './pages/import-page.ts';
import { enterNumber, matchNumber, revealNumber } from './pages/numbers-page.ts';
import { fillPerson, goTo, openPerson } from './pages/persons-page.ts';
import { giveRecord, readRecord, verifyRecord } from './pages/records-page.ts';
import { restoreVault } from './pages/restore-page.ts';
import type { Secret } from './pages/restore-page.ts';
import { lockVault, unlockVault } from './pages/unlock-page.ts';
import type { User } from './pages/user.ts';
import { around } from './pages/user.ts';
import { OWNER, PASSWORD } from './support/vault-page/vault-use.ts';

/** What differs between engines. */
export interface MainPathWorld {
  /** A user on a profile that has never seen the app; the app is loaded and kept, and its server stopped. */
  readonly freshUser: () => Promise<User>;
  readonly take: TakeFile;
  /** How the vault comes back on new devices. */
  readonly ways: readonly Secret['kind'][];
  /** Called where no number is shown or being typed. */
  readonly atRest: () => Promise<void>;
  /** Called while this number is shown. */
  readonly whileShown?: (digits: string) => Promise<void>;
  readonly step: (name: string, work: () => Promise<void>) => Promise<void>;
}

/** Every number that is shown to the app, also those it is told once and does not keep. */
export const TYPED_NUMBERS = [fakeNumber(8_642_071), fakeNumber(5_310_794)] as const;

const FIRST = { name: '山田 太郎', number: TYPED_NUMBERS[0] };
const NEXT_PASSWORD = 'ame ga furu mae ni kaeru 7';

/** The same people, and the same numbers: never shown for that, only compared. */
const expectAllThere = async (user: User): Promise<void> => {
  await goTo(user, 'persons');
  await user.sees(ja.persons.count(SAMPLE_PERSONS + 1));
  for (const { name, number } of [FIRST, ...SAMPLE_PEOPLE]) {
    await openPerson(user, name);
    equal(await matchNumber(user, number), true, name);
  }
  equal(await matchNumber(user, TYPED_NUMBERS[1]), false, 'another one');
};

/** The whole way of a user, on whatever engine, without network from the first screen on. */
export const walkMainPath = async ({ freshUser, take, ways, atRest, whileShown, step }: MainPathWorld): Promise<void> => {
  let user = await freshUser();
  let code = '';
  let copy = '';
  await step('make a vault, sheet and rehearsal', async () => {
    ({ code } = await createVault(user));
  });
  await step('first person and number', async () => {
    await user.press('button', ja.create.doneNext);
    await fillPerson(user, { kind: 'owner', name: FIRST.name, kana: 'やまだ たろう', birthDate: '昭和48年4月2日' });
    await enterNumber(user, FIRST.number);
    await user.sees(ja.home.saved.withoutCopy);
    await atRest();
  });
  await step('import the three samples', async () => {
    await goTo(user, 'persons');
    await user.press('link', ja.persons.import);
    await importSamples(user);
    await atRest();
  });
  await step('find, show, compare', async () => {
    await openPerson(user, SAMPLE_PEOPLE[1].name);
    const { number } = SAMPLE_PEOPLE[1];
    equal(await revealNumber(user, () => whileShown?.(number) ?? Promise.resolve()), number);
    await atRest();
    await expectAllThere(user);
    await atRest();
  });
  await step('the record shows it, and holds', async () => {
    const record = await readRecord(user);
    const { actions } = ja.audit;
    const said = (...parts: readonly string[]): number => record.filter((row) => parts.every((part) => row.includes(part))).length;
    equal(said(actions.reveal, SAMPLE_PEOPLE[1].name, ja.numbers.reveal.inquiry, OWNER), 1);
    equal(said(actions.match, ja.audit.codes.result.match), SAMPLE_PEOPLE.length + 1);
    equal(said(actions.match, ja.audit.codes.result['no-match']), 1);
    equal(said(actions['source-destroyed']), 1);
    ok(said(actions.register) > 10);
    await verifyRecord(user);
    await giveRecord(user, take);
  });
  await step('copy, written and read back', async () => {
    copy = await makeCopy(user, take);
    await lockVault(user);
    await unlockVault(user);
    await user.sees(ja.shell.closeVault);
  });
  for (const way of ways)
    await step(`new device, back from the copy with ${way}`, async () => {
      user = await freshUser();
      await restoreVault(user, [copy], way === 'password' ? { kind: way, password: PASSWORD } : { kind: way, code, newPassword: NEXT_PASSWORD });
      await user.sees(around(`対象者${SAMPLE_PERSONS + 1}人`, `番号${SAMPLE_NUMBERS + 1}件`));
      await expectAllThere(user);
      await verifyRecord(user);
      await lockVault(user);
      await unlockVault(user, way === 'password' ? PASSWORD : NEXT_PASSWORD);
      await user.sees(ja.shell.closeVault);
    });
};
