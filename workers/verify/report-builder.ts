import type {
  KeptReport,
  VerifiedLog,
  VerifiedTableVersion,
  VerifyNote,
  VerifyProblem,
  VerifyProblemType,
  VerifyReport,
} from '../../src/core/contract/verify-api.ts';
import { MAX_REPORTED } from '../../src/core/formats/log/log-consts.ts';

export interface ProblemPlace {
  readonly logId?: string;
  readonly seq?: number;
  readonly line?: number;
}

/** Collects what the checks find; lists stay short however bad the file is, counts go on. */
export interface ReportBuilder {
  readonly problem: (type: VerifyProblemType, place: ProblemPlace) => void;
  readonly note: (note: VerifyNote) => void;
  /** Whether anything was found in this log so far, listed or not. */
  readonly hasProblem: (logId: string) => boolean;
  readonly unknownAction: (action: string) => void;
  readonly unknownCode: (code: string) => void;
  readonly build: (found: ReportFindings) => VerifyReport;
}

export interface ReportFindings {
  readonly vaultId: string;
  readonly logs: readonly VerifiedLog[];
  readonly tables: readonly VerifiedTableVersion[];
  readonly named: readonly string[];
  readonly kept: KeptReport | null;
}

/** The file was not judged at all: there is nothing in it that this verifier could be right or wrong about. */
const UNJUDGED: readonly VerifyProblemType[] = ['TooLarge', 'TooManyLines', 'NotALogExport', 'NewerFormat'];

export const createReportBuilder = (): ReportBuilder => {
  const problems: VerifyProblem[] = [];
  const notes: VerifyNote[] = [];
  const logsWithProblems = new Set<string>();
  const unknownActions = new Set<string>();
  const unknownCodes = new Set<string>();
  let problemCount = 0;
  let noteCount = 0;
  let judged = true;

  const addUnknown = (set: Set<string>, word: string): void => {
    if (set.size < MAX_REPORTED) set.add(word);
  };

  return {
    problem: (type, { logId = '', seq = -1, line = 0 }) => {
      problemCount += 1;
      logsWithProblems.add(logId);
      if (problems.length < MAX_REPORTED) problems.push({ type, logId, seq, line });
      if (UNJUDGED.includes(type)) judged = false;
    },
    note: (note) => {
      noteCount += 1;
      if (notes.length < MAX_REPORTED) notes.push(note);
    },
    hasProblem: (logId) => logsWithProblems.has(logId),
    unknownAction: (action) => addUnknown(unknownActions, action),
    unknownCode: (code) => addUnknown(unknownCodes, code),
    build: ({ vaultId, logs, tables, named, kept }) => ({
      ok: problemCount === 0,
      judged,
      vaultId,
      entries: logs.reduce((sum, log) => sum + log.entries, 0),
      logs,
      tables,
      problems,
      problemCount,
      notes,
      noteCount,
      named,
      unknownActions: [...unknownActions].toSorted(),
      unknownCodes: [...unknownCodes].toSorted(),
      kept,
    }),
  };
};
