/** A stretch of the log as lines, with the leaf hash of the entry before it ("" at seq 0). */
export interface LogRun {
  readonly first: number;
  readonly prev: string;
  readonly lines: readonly string[];
}
