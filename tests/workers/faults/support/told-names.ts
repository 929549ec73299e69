/**
 * Failures that the code takes for an answer, by the name of the error: what lies there is none, or is not there. An engine or a disk that
 * fails may use the same name, and must do no more harm by it than by any other. tests/workers/faults/every-site.test.ts holds the names to
 * the code.
 */
export interface ToldName {
  readonly name: string;
  /** Call sites where it may be an answer. */
  readonly sites: RegExp;
}

export const TOLD_NAMES: readonly ToldName[] = [
  { name: 'DataError', sites: /: (?:crypto\.)?subtle\.importKey\b/ },
  { name: 'NotFoundError', sites: /^storage\/opfs-folders\.ts#\w+: (?!access\.)/ },
  { name: 'OperationError', sites: /: crypto\.subtle\.decrypt\b/ },
];

/** Null where a failure is a failure, whatever its name. */
export const toldNameOf = (site: string): string | null => TOLD_NAMES.find(({ sites }) => sites.test(site))?.name ?? null;
