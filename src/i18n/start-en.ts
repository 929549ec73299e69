import { actions } from './en/actions.ts';
import { audit } from './en/audit.ts';
import { dates } from './en/dates.ts';
import { diagnosis } from './en/diagnosis.ts';
import { errors } from './en/errors.ts';
import { first } from './en/first.ts';
import { problems } from './en/problems.ts';
import { shell } from './en/shell.ts';
import { titles } from './en/titles.ts';
import { trouble } from './en/trouble.ts';
import { wall } from './en/wall.ts';
import type { StartWords } from './start-words.ts';

/** Loaded only when chosen. */
export const startEn: StartWords = { actions, audit, dates, diagnosis, errors, first, problems, shell, titles, trouble, wall };
