import { ja } from '../../../src/i18n/ja.ts';
import { PASSWORD } from '../support/vault-page/vault-use.ts';
import type { User } from './user.ts';

/** On the door of a vault: the password, and in. */
export const unlockVault = async (user: User, password = PASSWORD): Promise<void> => {
  await user.type(ja.unlock.password, password);
  await user.press('button', ja.unlock.open);
};

export const lockVault = async (user: User): Promise<void> => {
  await user.press('button', ja.shell.closeVault);
  await user.sees(ja.unlock.locked);
};

/** On the door of a vault: with the code of the sheet instead of the password, and a new password. */
export const recoverVault = async (user: User, code: string, newPassword: string): Promise<void> => {
  await user.press('link', ja.unlock.forgotten);
  for (const [at, group] of code.split('-').entries()) await user.type(ja.kit.group(at + 1), group);
  await user.type(ja.unlock.newPassword, newPassword);
  await user.type(ja.create.again, newPassword);
  await user.press('button', ja.unlock.recoverDo);
};
