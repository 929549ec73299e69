import { ja } from '../../../src/i18n/ja.ts';
import type { Kit } from './create-page.ts';
import { keepKit, passPersist } from './create-page.ts';
import { goTo } from './persons-page.ts';
import type { User } from './user.ts';

const { settings } = ja;

const LINKS = {
  password: settings.passwordDo,
  kit: settings.kitDo,
  leak: settings.leakOpen,
  erase: settings.eraseDo,
} as const;

/** By the navigation and the row of the settings. */
const openSetting = async (user: User, screen: keyof typeof LINKS): Promise<void> => {
  await goTo(user, 'settings');
  await user.press('link', LINKS[screen]);
};

const typePasswords = async (user: User, password: string, next: string): Promise<void> => {
  await user.type(settings.current, password);
  await user.type(settings.next, next);
  await user.type(ja.create.again, next);
};

export const changePassword = async (user: User, password: string, next: string): Promise<void> => {
  await openSetting(user, 'password');
  await typePasswords(user, password, next);
  await user.press('button', settings.passwordFinal);
  await user.sees(settings.passwordDone);
};

/** After the rehearsal: a browser that was never asked to keep the data is asked now. */
const finishKit = async (user: User): Promise<void> => {
  await user.sees(new RegExp(`${ja.create.persistTitle}|${ja.kit.rehearsed}`));
  if ((await user.text()).includes(ja.create.persistTitle)) await passPersist(user);
  await user.sees(ja.kit.rehearsed);
};

export const renewKit = async (user: User, password: string): Promise<Kit> => {
  await openSetting(user, 'kit');
  await user.type(ja.kit.askPassword, password);
  await user.press('button', ja.kit.renewDo);
  const kit = await keepKit(user);
  await finishKit(user);
  return kit;
};

/** After a leak: every key anew, and with them password and sheet. */
export const renewKeys = async (user: User, password: string, next: string): Promise<Kit> => {
  await openSetting(user, 'leak');
  await typePasswords(user, password, next);
  await user.press('button', settings.leakDo);
  await user.sees(settings.leakDone);
  await user.press('button', settings.leakNext);
  const kit = await keepKit(user);
  await finishKit(user);
  return kit;
};

/** To the last button: `label` is the name as the screen asks for it, `typed` what it gets; a sample vault asks for none. */
export const pressErase = async (user: User, label: string | null, typed = label ?? ''): Promise<void> => {
  await openSetting(user, 'erase');
  if (label !== null) await user.type(settings.eraseLabel(label), typed);
  await user.press('button', settings.eraseFinal);
};

/** Ends on the first screen. */
export const eraseVault = async (user: User, label: string | null): Promise<void> => {
  await pressErase(user, label);
  await user.sees(ja.first.erased);
};
