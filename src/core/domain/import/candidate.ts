import type { ExistingPerson } from './import-context.ts';
import type { ImportDoubt, MatchedBy, OtherRow } from './import-doubt.ts';
import type { ImportNote } from './import-note.ts';
import type { ReadRow } from './import-row.ts';
import { withoutNumbers } from './mask-numbers.ts';

/** On whom a dependant hangs: a person of the vault, or one that another row brings. */
export type ParentRef =
  | { readonly type: 'person'; readonly person: ExistingPerson }
  | { readonly type: 'row'; readonly candidate: Candidate };

/** A row while it is judged. Owned by judgeImport; the lists grow until every row has been compared with every other. */
export interface Candidate {
  readonly row: ReadRow;
  readonly doubts: ImportDoubt[];
  readonly notes: ImportNote[];
  person: ExistingPerson | null;
  /** What `person` was found by. */
  matchedBy: MatchedBy;
  parent: ParentRef | null;
  leftOut: boolean;
  /** An earlier row is about the same person: this one adds nothing to the vault. */
  twin: boolean;
}

export const createCandidate = (row: ReadRow): Candidate => ({
  row,
  doubts: [...row.doubts],
  notes: [...row.notes],
  person: null,
  matchedBy: 'name',
  parent: null,
  leftOut: row.edits.leftOut,
  twin: false,
});

/** Counts for other rows: neither left out nor a second row about somebody. */
export const isActive = ({ leftOut, twin }: Candidate): boolean => !leftOut && !twin;

export const otherRowOf = ({ row }: Candidate): OtherRow => ({
  rowId: row.rowId,
  fileIndex: row.fileIndex,
  line: row.line,
  name: withoutNumbers(row.fields.name),
});

export const parentNameOf = (parent: ParentRef | null): string => {
  if (parent === null) return '';
  return parent.type === 'person' ? parent.person.fields.name : parent.candidate.row.fields.name;
};
