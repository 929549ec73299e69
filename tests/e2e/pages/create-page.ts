import { setTimeout as pause } from 'node:timers/promises';
import { ja } from '../../../src/i18n/ja.ts';
import { LABEL, OWNER, PASSWORD } from '../support/vault-page/vault-use.ts';
import type { User } from './user.ts';
import { begins } from './user.ts';

/** What stands on the recovery sheet. */
export interface Kit {
  /** Seven groups, joined by "-". */
  readonly code: string;
}

/** From the sheet on the screen. */
export const readKit = async (user: User): Promise<Kit> => {
  await user.sees(ja.kit.sheet);
  const text = await user.text();
  const groups = [...text.matchAll(/([1-7])番目\s+([0-9A-Z]{5})\b/g)].map(([, , group]) => group ?? '');
  if (groups.length !== 7) throw new Error(`The sheet shows ${groups.length} groups`);
  return { code: groups.join('-') };
};

/** Three groups are asked back; the screen says which. */
export const rehearse = async (user: User, kit: Kit): Promise<void> => {
  await user.sees(ja.kit.rehearsalTitle);
  const groups = kit.code.split('-');
  let asked: readonly number[] = [];
  for (let round = 0; asked.length === 0 && round < 100; round += 1) {
    asked = [...(await user.text()).matchAll(/([1-7])番目/g)].map(([, at]) => Number(at));
  }
  for (const at of asked) await user.type(ja.kit.group(at), groups[at - 1] ?? '');
  await user.press('button', ja.kit.rehearsalDo);
};

/** With the sheet on the screen: writes it down and proves it. */
export const keepKit = async (user: User): Promise<Kit> => {
  const kit = await readKit(user);
  await user.press('button', ja.kit.ready);
  await rehearse(user, kit);
  return kit;
};

/** On the first step of making a vault: business, owner, password. Ends at the recovery sheet. */
export const makeVault = async (user: User): Promise<void> => {
  await user.type(ja.business.label, LABEL);
  await user.choose(begins(ja.business.types.sole, ja.business.typeHints.sole));
  await user.choose(ja.business.yes);
  await user.press('button', ja.actions.next);
  await user.type(ja.create.ownerName, OWNER);
  await user.press('button', ja.actions.next);
  await user.type(ja.create.password, PASSWORD);
  await user.type(ja.create.again, PASSWORD);
  await user.press('button', ja.create.make);
};

/** From the first screen to the vault's own screens, the way a new user goes. Ends where the first person is added. */
export const createVault = async (user: User): Promise<Kit> => {
  await user.press('link', ja.first.createDo);
  await makeVault(user);
  const kit = await keepKit(user);
  await user.sees(ja.create.persistTitle);
  await passPersist(user);
  await user.sees(ja.create.doneTitle);
  return kit;
};

const ANSWERS = [ja.create.persistGranted, ja.create.persistRefused, ja.create.persistUnsupported];

/** The browser answers, or puts a question of its own that nobody answers here (Firefox): then it goes on without. */
export const passPersist = async (user: User): Promise<void> => {
  if ((await user.text()).includes(ja.create.persistDo)) await user.press('button', ja.create.persistDo);
  for (let round = 0; round < 20; round += 1) {
    const text = await user.text();
    if (ANSWERS.some((answer) => text.includes(answer))) {
      await user.press('button', ja.actions.next);
      return;
    }
    await pause(100);
  }
  await user.press('button', ja.actions.later);
};
