import type { CheckId, Finding, Reason } from './checks.ts';
import { findingOf, unanswered } from './checks.ts';
import type { PartAnswer } from './device-parts.ts';

/** Of the app's own files, as its service worker counts them. */
export interface KeptFiles {
  readonly files: number;
  /** Of those, the ones that are not there or cannot be read. */
  readonly missing: number;
}

/** Null: the browser has no service workers. */
export type ServiceWorkerFacts = {
  readonly at: 'absent' | 'installing' | 'active';
  /** A newer version waits. */
  readonly waiting: boolean;
  /** Null: it did not answer. */
  readonly kept: KeptFiles | null;
} | null;

export const judgeOffline = (facts: ServiceWorkerFacts): Finding => {
  if (facts === null) return findingOf('offline', 'unsupported');
  if (facts.at === 'absent') return findingOf('offline', 'absent');
  if (facts.at === 'installing') return findingOf('offline', 'keeping');
  // One of an earlier version may not know the question.
  if (facts.kept === null || facts.kept.files === 0) return unanswered('offline');
  const { files, missing } = facts.kept;
  return missing === 0 ? findingOf('offline', 'ready', { total: files }) : findingOf('offline', 'missing', { count: missing, total: files });
};

export const judgeUpdate = (facts: ServiceWorkerFacts): Finding => findingOf('update', facts?.waiting === true ? 'waiting' : 'newest');

export interface WindowFacts {
  readonly secure: boolean;
  /** Not in a frame of somebody's page. */
  readonly own: boolean;
  /** No page that opened this window still has a hold of it. */
  readonly alone: boolean;
}

export const judgeWindow = ({ secure, own, alone }: WindowFacts): Finding => {
  if (!secure) return findingOf('window', 'insecure');
  if (!own) return findingOf('window', 'framed');
  return findingOf('window', alone ? 'own' : 'shared');
};

/** Opening a vault then takes as long every time. */
export const KDF_SLOW_MS = 5000;

type Tried = 'seals' | 'keys' | 'locks';

const failure = <C extends CheckId>(check: C, answer: Exclude<PartAnswer, { readonly found: 'works' }>, lacks: Reason<C>, fails: Reason<C>): Finding => {
  if (answer.found === 'busy') return unanswered(check);
  if (answer.found === 'lacks') return findingOf(check, lacks);
  return findingOf(check, fails, answer.found === 'fails' ? { name: answer.name } : {});
};

export const judgeTried = (check: Tried, answer: PartAnswer): Finding =>
  answer.found === 'works' ? findingOf(check, 'works') : failure<Tried>(check, answer, 'lacks', 'fails');

export const judgeKdf = (answer: PartAnswer): Finding => {
  if (answer.found !== 'works') return failure('kdf', answer, 'lacks', 'fails');
  return findingOf('kdf', answer.ms > KDF_SLOW_MS ? 'slow' : 'works', { ms: answer.ms });
};

export const judgeFiles = (answer: PartAnswer): Finding => {
  if (answer.found === 'full') return findingOf('files', 'full');
  return answer.found === 'works' ? findingOf('files', 'works') : failure('files', answer, 'lacks', 'fails');
};

export const judgeDatabase = (answer: PartAnswer): Finding => {
  if (answer.found === 'full' || answer.found === 'unstated') return findingOf('database', answer.found);
  return answer.found === 'works' ? findingOf('database', 'works') : failure('database', answer, 'lacks', 'fails');
};

export const judgeReadback = (has: boolean): Finding => findingOf('readback', has ? 'has' : 'lacks');

export const judgeDefects = (count: number): Finding => findingOf('defects', count === 0 ? 'none' : 'some', { count });
