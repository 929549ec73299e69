import { ja } from '../../../src/i18n/ja.ts';
import type { User } from './user.ts';
import { around, begins } from './user.ts';

export type Secret =
  | { readonly kind: 'password'; readonly password: string }
  | { readonly kind: 'recovery'; readonly code: string; readonly newPassword: string };

/** From the first screen of a device without the vault: files chosen, opened with password or sheet, back. */
export const restoreVault = async (user: User, files: readonly string[], secret: Secret): Promise<void> => {
  await user.press('link', ja.first.restoreDo);
  await user.hand(ja.restore.choose, files);
  await user.sees(ja.restore.which);
  if (secret.kind === 'password') {
    await user.choose(begins(ja.restore.passwordWay, ja.restore.passwordWayWhy));
    await user.type(ja.restore.password, secret.password);
  } else {
    await user.choose(begins(ja.restore.recoveryWay, ja.restore.recoveryWayWhy));
    for (const [at, group] of secret.code.split('-').entries()) await user.type(ja.kit.group(at + 1), group);
    await user.type(ja.restore.newPassword, secret.newPassword);
    await user.type(ja.create.again, secret.newPassword);
  }
  await user.press('button', ja.restore.do);
  await user.sees(around('', ja.restore.done('')));
};
