import { useMemo } from 'preact/hooks';
import type { NewPasswordModel } from '../app/models/new-password-model.ts';
import { createNewPasswordModel } from '../app/models/new-password-model.ts';
import { useApp } from './app-context.ts';

/** One choice of a password, for as long as its screen stands. */
export const useNewPassword = (personal: () => readonly string[]): NewPasswordModel => {
  const { loadPasswordJudge, makePassphrase } = useApp();
  return useMemo(
    () => createNewPasswordModel({ loadJudge: loadPasswordJudge, makeWords: makePassphrase, personal }),
    [],
  );
};
