import { actions } from './ja/actions.ts';
import { audit } from './ja/audit.ts';
import { business } from './ja/business.ts';
import { checkpoints } from './ja/checkpoints.ts';
import { checks } from './ja/checks.ts';
import { copies } from './ja/copies.ts';
import { create } from './ja/create.ts';
import { dates } from './ja/dates.ts';
import { diagnosis } from './ja/diagnosis.ts';
import { errors } from './ja/errors.ts';
import { first } from './ja/first.ts';
import { home } from './ja/home.ts';
import { importDoubts } from './ja/import-doubts.ts';
import { imports } from './ja/imports.ts';
import { kit } from './ja/kit.ts';
import { numbers } from './ja/numbers.ts';
import { persons } from './ja/persons.ts';
import { prints } from './ja/prints.ts';
import { problems } from './ja/problems.ts';
import { records } from './ja/records.ts';
import { register } from './ja/register.ts';
import { restore } from './ja/restore.ts';
import { settings } from './ja/settings.ts';
import { shell } from './ja/shell.ts';
import { titles } from './ja/titles.ts';
import { trouble } from './ja/trouble.ts';
import { unlock } from './ja/unlock.ts';
import { verify } from './ja/verify.ts';
import { verifyProblems } from './ja/verify-problems.ts';
import { wall } from './ja/wall.ts';

/** All words on the screen, one object per noun: plain strings, and functions where a count or a name comes in. */
export const ja = {
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
};
