import { actions } from './ja/actions.ts';
import { business } from './ja/business.ts';
import { copies } from './ja/copies.ts';
import { create } from './ja/create.ts';
import { dates } from './ja/dates.ts';
import { diagnosis } from './ja/diagnosis.ts';
import { errors } from './ja/errors.ts';
import { first } from './ja/first.ts';
import { home } from './ja/home.ts';
import { imports } from './ja/imports.ts';
import { kit } from './ja/kit.ts';
import { numbers } from './ja/numbers.ts';
import { persons } from './ja/persons.ts';
import { problems } from './ja/problems.ts';
import { records } from './ja/records.ts';
import { register } from './ja/register.ts';
import { settings } from './ja/settings.ts';
import { shell } from './ja/shell.ts';
import { titles } from './ja/titles.ts';
import { trouble } from './ja/trouble.ts';
import { unlock } from './ja/unlock.ts';

/** All words on the screen, one object per noun: plain strings, and functions where a count or a name comes in. */
export const ja = {
  actions,
  business,
  copies,
  create,
  dates,
  diagnosis,
  errors,
  first,
  home,
  imports,
  kit,
  numbers,
  persons,
  problems,
  records,
  register,
  settings,
  shell,
  titles,
  trouble,
  unlock,
};
