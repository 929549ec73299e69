import type { Result } from '../domain/result.ts';
import type { VaultResult } from './errors.ts';

/** What the verify worker says of a log export. It needs the public format and nothing else: public/spec/log-v1.md §8. */

export interface VerifyInput {
  /** A log export (.kinkolog). Its size is refused before a byte is read. */
  readonly file: Blob;
  /** Text of a checkpoint kept from an earlier day, as a signed note; null when none. */
  readonly kept: string | null;
}

export type VerifyProblemType =
  // the file; reading stops here
  | 'TooLarge'
  | 'TooManyLines'
  | 'NotALogExport'
  | 'NewerFormat'
  | 'BadLine'
  | 'BadEntry'
  | 'NoEnd'
  | 'BadEnd'
  | 'AfterEnd'
  // the tables; reading stops here, for nothing after it could be trusted
  | 'BadTable'
  | 'WrongVault'
  | 'TableChain'
  | 'TableSignature'
  // a log
  | 'RepeatedLog'
  | 'UnlistedLog'
  | 'UnlinkedLog'
  // an entry
  | 'ForeignEntry'
  | 'Gap'
  | 'Chain'
  | 'TableUnknown'
  | 'TableOrder'
  | 'TableEarly'
  | 'TableBack'
  | 'NotAMember'
  | 'NotAllowed'
  // a checkpoint
  | 'BadCheckpoint'
  | 'ForeignCheckpoint'
  | 'CheckpointPlace'
  | 'CheckpointRoot'
  | 'CheckpointSignature'
  | 'RunUnsigned'
  | 'EndUnsigned'
  // between entries, tables and logs
  | 'TableUnlogged'
  | 'SeenTruncated'
  | 'SeenRewritten'
  // against the kept checkpoint
  | 'KeptMalformed'
  | 'KeptForeign'
  | 'KeptUnsigned'
  | 'Truncated'
  | 'Rewritten'
  | 'Fork';

export interface VerifyProblem {
  readonly type: VerifyProblemType;
  /** "" where the problem is not one of a log. */
  readonly logId: string;
  /** Place of the entry in its log, from 0; of a checkpoint the last entry it stands behind; -1 when none. */
  readonly seq: number;
  /** Line of the file, from 1; 0 when none. */
  readonly line: number;
}

/** Nothing wrong, but worth a look: a clock that was set back, or a step forwards of more than 48 h. */
export interface VerifyNote {
  readonly type: 'TimeBack' | 'TimeStep';
  readonly logId: string;
  readonly seq: number;
}

export interface VerifiedLog {
  readonly logId: string;
  readonly entries: number;
  readonly checkpoints: number;
  /** base64url root over all its entries. */
  readonly root: string;
  /** UTC ms of the first and the last entry. */
  readonly firstTime: number;
  readonly lastTime: number;
}

export interface VerifiedTableVersion {
  readonly version: number;
  /** base64url */
  readonly hash: string;
  readonly members: number;
}

export type KeptResult = 'consistent' | 'truncated' | 'rewritten' | 'fork' | 'foreign' | 'malformed' | 'unchecked';

/** `unchecked`: the file was not read to its end, so nothing can be said. */
export interface KeptReport {
  readonly result: KeptResult;
  readonly logId: string;
  readonly size: number;
  /** Whether a member of this vault signed it. */
  readonly signed: boolean;
}

export interface VerifyReport {
  /** No problem at all, the kept checkpoint included. */
  readonly ok: boolean;
  /** False: too large, not a log export, or of a newer version: the file was not judged. */
  readonly judged: boolean;
  readonly vaultId: string;
  readonly entries: number;
  readonly logs: readonly VerifiedLog[];
  readonly tables: readonly VerifiedTableVersion[];
  /** In the order in which they were found, the first 100; `problemCount` counts all. */
  readonly problems: readonly VerifyProblem[];
  readonly problemCount: number;
  readonly notes: readonly VerifyNote[];
  readonly noteCount: number;
  /** Logs with problems of which a later log that has none itself says that they are broken; in their order. public/spec/log-v1.md §7.3 */
  readonly named: readonly string[];
  /** Written by a newer version perhaps: reported, never a failure. Sorted, each once, the first 100 met. */
  readonly unknownActions: readonly string[];
  readonly unknownCodes: readonly string[];
  readonly kept: KeptReport | null;
}

/** Bytes read and bytes of the file. */
export interface VerifyEvent {
  readonly type: 'Progress';
  readonly done: number;
  readonly total: number;
}

export interface VerifyApi {
  /** Whatever is wrong with the file stands in the report. Errors: FileUnreadable when the browser cannot read it. */
  readonly verifyLogExport: (input: VerifyInput) => VaultResult<VerifyReport>;
  readonly subscribe: (onEvent: (event: VerifyEvent) => void) => Promise<Result<null, never>>;
}
