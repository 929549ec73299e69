import type { Messages } from './messages.ts';
import { actions } from './en/actions.ts';
import { audit } from './en/audit.ts';
import { business } from './en/business.ts';
import { checkpoints } from './en/checkpoints.ts';
import { checks } from './en/checks.ts';
import { copies } from './en/copies.ts';
import { create } from './en/create.ts';
import { dates } from './en/dates.ts';
import { diagnosis } from './en/diagnosis.ts';
import { errors } from './en/errors.ts';
import { first } from './en/first.ts';
import { home } from './en/home.ts';
import { importDoubts } from './en/import-doubts.ts';
import { imports } from './en/imports.ts';
import { kit } from './en/kit.ts';
import { numbers } from './en/numbers.ts';
import { persons } from './en/persons.ts';
import { prints } from './en/prints.ts';
import { problems } from './en/problems.ts';
import { records } from './en/records.ts';
import { register } from './en/register.ts';
import { restore } from './en/restore.ts';
import { settings } from './en/settings.ts';
import { shell } from './en/shell.ts';
import { titles } from './en/titles.ts';
import { trouble } from './en/trouble.ts';
import { unlock } from './en/unlock.ts';
import { verify } from './en/verify.ts';
import { verifyProblems } from './en/verify-problems.ts';
import { wall } from './en/wall.ts';

/** English, loaded only when chosen. `satisfies` keeps it complete. */
export const en = {
  actions,
  audit,
  business,
  checkpoints,
  checks,
  copies,
  create,
  dates,
  diagnosis,
  errors,
  first,
  home,
  importDoubts,
  imports,
  kit,
  numbers,
  persons,
  prints,
  problems,
  records,
  register,
  restore,
  settings,
  shell,
  titles,
  trouble,
  unlock,
  verify,
  verifyProblems,
  wall,
} satisfies Messages;
