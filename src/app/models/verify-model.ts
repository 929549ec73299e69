import { batch, signal } from '@preact/signals';
import type { ReadonlySignal } from '@preact/signals';
import type { VaultError } from '../../core/contract/errors.ts';
import type { VerifyProblemType, VerifyReport } from '../../core/contract/verify-api.ts';
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

export const createVerifyModel = ({ api }: Pick<OpenVault, 'api'>): VerifyModel => {
  const state = signal<Verification>({ at: 'idle' });
  const kept = signal('');
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
    const written = await api.recordVerification({ size: log.value.size, good: report.ok });
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
      const outcome = await verified(verify, note);
      batch(() => {
        state.value = outcome;
      });
      return true;
    },
  };
};

/** What a problem is about decides what to do next: the file as it was written, the record itself, or the kept checkpoint. */
export type ProblemClass = 'file' | 'record' | 'kept';

const OF_FILE: readonly VerifyProblemType[] = ['TooLarge', 'TooManyLines', 'NotALogExport', 'NewerFormat', 'NoEnd', 'BadEnd', 'AfterEnd'];
const OF_KEPT: readonly VerifyProblemType[] = ['KeptMalformed', 'KeptForeign', 'KeptUnsigned'];

export const classOfProblem = (type: VerifyProblemType): ProblemClass =>
  OF_FILE.includes(type) ? 'file' : OF_KEPT.includes(type) ? 'kept' : 'record';

/** The gravest class among problems: a record that was bent before a file that is cut, before a bad note. */
export const gravestClass = (types: readonly VerifyProblemType[]): ProblemClass => {
  const classes = types.map(classOfProblem);
  return classes.includes('record') ? 'record' : classes.includes('file') ? 'file' : 'kept';
};

export interface ProblemGroup {
  readonly type: VerifyProblemType;
  readonly places: readonly { readonly seq: number; readonly line: number }[];
}

/** Problems of one type together, in the order in which the types were met. */
export const groupProblems = (problems: VerifyReport['problems']): readonly ProblemGroup[] => {
  const groups = new Map<VerifyProblemType, { readonly seq: number; readonly line: number }[]>();
  for (const { type, seq, line } of problems) {
    const places = groups.get(type);
    if (places === undefined) groups.set(type, [{ seq, line }]);
    else places.push({ seq, line });
  }
  return [...groups].map(([type, places]) => ({ type, places }));
};
