import { batch, signal } from '@preact/signals';
import type { ReadonlySignal } from '@preact/signals';
import type { VaultError } from '../../core/contract/errors.ts';
import type { VerifyProblem, VerifyProblemType, VerifyReport } from '../../core/contract/verify-api.ts';
import type { VerifyLogExport } from '../bridge/verify-client.ts';
import type { OpenVault } from './open-vault.ts';

export type Verification =
  | { readonly at: 'idle' }
  /** The vault writes its record out; how far it is comes as progress of the job. */
  | { readonly at: 'exporting' }
  /** Bytes. */
  | { readonly at: 'checking'; readonly done: number; readonly total: number }
  | { readonly at: 'writing' }
  /** `recorded`: the outcome became an entry. `compared`: a kept checkpoint was given. */
  | { readonly at: 'done'; readonly report: VerifyReport; readonly recorded: boolean; readonly compared: boolean }
  | { readonly at: 'failed'; readonly error: VaultError };

/** The record given out, verified by a worker that holds no key, and the outcome recorded. */
export interface VerifyModel {
  readonly state: ReadonlySignal<Verification>;
  /** Text of a checkpoint kept from an earlier day. */
  readonly kept: ReadonlySignal<string>;
  readonly typeKept: (text: string) => void;
  /** False when a checkpoint was to be compared and none was given. */
  readonly run: (verify: VerifyLogExport, withKept: boolean) => Promise<boolean>;
}

export const createVerifyModel = ({ api, hold }: Pick<OpenVault, 'api' | 'hold'>): VerifyModel => {
  const state = signal<Verification>({ at: 'idle' });
  const kept = signal('');
  /** The text that was compared last: it has served. */
  let compared = '';
  // It outlasts its screen, and goes with the vault.
  hold(() => kept.peek().trim() !== '' && kept.peek() !== compared);
  const isRunning = (): boolean => !['idle', 'done', 'failed'].includes(state.peek().at);

  const verified = async (verify: VerifyLogExport, note: string | null): Promise<Verification> => {
    state.value = { at: 'exporting' };
    const log = await api.exportLog('verify');
    if (!log.ok) return { at: 'failed', error: log.error };
    state.value = { at: 'checking', done: 0, total: log.value.file.size };
    const answer = await verify({ file: log.value.file, kept: note }, ({ done, total }) => {
      if (state.peek().at === 'checking') state.value = { at: 'checking', done, total };
    });
    if (!answer.ok) return { at: 'failed', error: answer.error };
    const report = answer.value;
    state.value = { at: 'writing' };
    const written = await api.recordVerification({ size: log.value.size, good: isRecordGood(report) });
    return { at: 'done', report, recorded: written.ok, compared: note !== null };
  };

  return {
    state,
    kept,
    typeKept: (text) => {
      kept.value = text;
    },
    run: async (verify, withKept) => {
      const note = withKept ? kept.peek() : null;
      if (note !== null && note.trim() === '') return false;
      if (isRunning()) return true;
      if (note !== null) compared = note;
      const outcome = await verified(verify, note);
      batch(() => {
        state.value = outcome;
      });
      return true;
    },
  };
};

const OF_FILE: readonly VerifyProblemType[] = ['TooLarge', 'TooManyLines', 'NotALogExport', 'NewerFormat', 'NoEnd', 'BadEnd', 'AfterEnd'];
const OF_KEPT: readonly VerifyProblemType[] = ['KeptMalformed', 'KeptForeign', 'KeptUnsigned'];
const AGAINST_KEPT: readonly VerifyProblemType[] = ['Truncated', 'Rewritten', 'Fork'];

/**
 * Problems of the record itself. A note that cannot be read, is of another vault or signed by nobody of this one proves
 * nothing against the record: a slip in pasting it must not be recorded as a broken chain.
 */
export const recordProblems = ({ problems, kept }: VerifyReport): readonly VerifyProblem[] =>
  problems.filter(({ type }) => !OF_KEPT.includes(type) && !(AGAINST_KEPT.includes(type) && kept?.signed === false));

/** Of more than the listed problems nothing good can be said. */
export const isRecordGood = (report: VerifyReport): boolean =>
  report.judged && report.problemCount === report.problems.length && recordProblems(report).length === 0;

/**
 * UTC ms up to which the record is known not to hold: all that was found lies in logs of before a restore that a later one names as broken.
 * Null: there is more, or nothing.
 */
export const namedUntil = (report: VerifyReport): number | null => {
  const { logs, named, problemCount } = report;
  const problems = recordProblems(report);
  const isNamed = ({ type, logId }: VerifyProblem): boolean => named.includes(logId) && !AGAINST_KEPT.includes(type);
  if (problems.length === 0 || problemCount !== report.problems.length || !problems.every(isNamed)) return null;
  return Math.max(...logs.filter(({ logId }) => named.includes(logId)).map(({ lastTime }) => lastTime));
};

/** What to do next: the file as it was written is at fault, or the record itself, which is graver. */
export const gravestClass = (types: readonly VerifyProblemType[]): 'file' | 'record' =>
  types.every((type) => OF_FILE.includes(type)) ? 'file' : 'record';

export interface ProblemGroup {
  readonly type: VerifyProblemType;
  readonly places: readonly { readonly seq: number; readonly line: number }[];
}

/** Problems of one type together, in the order in which the types were met. */
export const groupProblems = (problems: readonly VerifyProblem[]): readonly ProblemGroup[] => {
  const groups = new Map<VerifyProblemType, { readonly seq: number; readonly line: number }[]>();
  for (const { type, seq, line } of problems) {
    const places = groups.get(type);
    if (places === undefined) groups.set(type, [{ seq, line }]);
    else places.push({ seq, line });
  }
  return [...groups].map(([type, places]) => ({ type, places }));
};
