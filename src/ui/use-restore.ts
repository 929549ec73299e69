import type { App } from '../app/app.ts';
import type { RestoreModel } from '../app/models/restore-model.ts';
import { createRestoreModel } from '../app/models/restore-model.ts';
import { useApp } from './app-context.ts';

const made = new WeakMap<App, RestoreModel>();

/** One for the page: a restore begins before a vault is open and ends inside one. */
export const useRestore = (): RestoreModel => {
  const app = useApp();
  const before = made.get(app);
  if (before !== undefined) return before;
  const model = createRestoreModel(app.session);
  made.set(app, model);
  return model;
};
