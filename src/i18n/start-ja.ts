import { actions } from './ja/actions.ts';
import { audit } from './ja/audit.ts';
import { dates } from './ja/dates.ts';
import { diagnosis } from './ja/diagnosis.ts';
import { errors } from './ja/errors.ts';
import { first } from './ja/first.ts';
import { problems } from './ja/problems.ts';
import { shell } from './ja/shell.ts';
import { titles } from './ja/titles.ts';
import { trouble } from './ja/trouble.ts';
import { wall } from './ja/wall.ts';
import type { StartWords } from './start-words.ts';

/** Part of the start itself: nothing has to be loaded before something can be said. */
export const startJa: StartWords = { actions, audit, dates, diagnosis, errors, first, problems, shell, titles, trouble, wall };
