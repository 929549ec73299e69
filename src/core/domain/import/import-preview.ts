import type { ImportId, PersonId } from '../ids.ts';
import type { PersonKind } from '../person/person-kind.ts';
import type { ImportEncoding } from './import-file.ts';
import type { ImportDoubt } from './import-doubt.ts';
import type { ImportField, ImportFieldChange } from './import-field.ts';
import type { ImportNote } from './import-note.ts';
import type { SheetKind } from './sheet-kind.ts';

export type ImportVerdict = 'new' | 'changed' | 'same' | 'doubt';

/**
 * What becomes of the number cell of a row. Never a digit of it.
 * none: the row has none, and none is kept · masked: it will be stored · kept: the row has none that could be read, the
 * vault holds one · same: equal to the one kept · differs: not the one kept · problem: cannot be stored as it stands ·
 * corporate: a company, whose number is public.
 */
export type NumberShown = 'none' | 'masked' | 'kept' | 'same' | 'differs' | 'problem' | 'corporate';

export interface NotStoredColumn {
  /** Counted from 1. */
  readonly column: number;
  /** '' for a column without a header. */
  readonly header: string;
}

export interface ImportPreviewFile {
  readonly fileName: string;
  readonly encoding: ImportEncoding;
  readonly kind: SheetKind;
  /** The header that told the kind, '' when nothing spoke against a list of employees. */
  readonly decidedBy: string;
  readonly headerLine: number;
  readonly rows: number;
  readonly notStoredColumns: readonly NotStoredColumn[];
}

export interface ImportPreviewRow {
  readonly rowId: string;
  readonly fileIndex: number;
  /** As a text editor counts, from 1. */
  readonly line: number;
  readonly kind: PersonKind;
  readonly verdict: ImportVerdict;
  /** Goes in, or is in already, when the import is committed. */
  readonly accepted: boolean;
  /** By the user, or because another row was taken in its place. */
  readonly leftOut: boolean;
  readonly name: string;
  readonly kana: string;
  readonly code: string;
  readonly relationship: string;
  /** Of a dependant: on whom it hangs, as far as known. */
  readonly parentName: string;
  /** As written. */
  readonly birthDate: string;
  readonly corporate: boolean;
  /** Public; '' when the row has none that can be stored. */
  readonly corporateNumber: string;
  readonly numberShown: NumberShown;
  /** The person in the vault that this row is about. */
  readonly personId: PersonId | null;
  readonly doubts: readonly ImportDoubt[];
  readonly notes: readonly ImportNote[];
  /** Field by field; empty unless a person in the vault would change. */
  readonly changes: readonly ImportFieldChange[];
}

export interface ImportCounts {
  readonly new: number;
  readonly changed: number;
  readonly same: number;
  /** Rows left out are counted apart, whatever their verdict. */
  readonly doubt: number;
  readonly leftOut: number;
  /** Numbers that a commit would store. */
  readonly numbers: number;
}

export interface ImportPreview {
  readonly importId: ImportId;
  readonly files: readonly ImportPreviewFile[];
  /** In the order of the files. */
  readonly rows: readonly ImportPreviewRow[];
  readonly counts: ImportCounts;
}

/** One decision of the user about one row. Later ones replace earlier ones about the same thing. */
export type RowChange =
  /** Another text for one cell. For `number` of a company it is the corporate number. */
  | { readonly type: 'field'; readonly field: ImportField; readonly text: string }
  /** The cell counts as empty. What the vault holds stays. */
  | { readonly type: 'leaveEmpty'; readonly field: ImportField }
  /** LeadingZeroDropped: the number with a 0 before it is right. */
  | { readonly type: 'addLeadingZero' }
  /** NameDiffers, NumberDiffers: what the file says replaces what the vault holds. */
  | { readonly type: 'takeFile'; readonly field: 'name' | 'number' }
  /** What the vault holds stays, also where the file differs. */
  | { readonly type: 'keepStored'; readonly field: ImportField }
  /** OwnerKindUnclear. */
  | { readonly type: 'entity'; readonly corporate: boolean }
  /** MaybeSamePerson (by name), SameNumberTwice (by number): the row is about this person. By number it holds until the number is another. */
  | { readonly type: 'sameAs'; readonly personId: PersonId; readonly by: 'name' | 'number' }
  /** MaybeSamePerson, SamePersonTwice by name and birth date, NameDiffers by name: it is somebody else. */
  | { readonly type: 'otherPerson' }
  /** UnknownEmployee, EmployeeMissing: the dependant hangs on this employee or on the owner. */
  | { readonly type: 'parent'; readonly personId: PersonId }
  | { readonly type: 'leaveOut' }
  /** Takes back a leaveOut. */
  | { readonly type: 'putBack' }
  /** SamePersonTwice: this row instead of the others about the same person. Taken back by leaveOut or reset. */
  | { readonly type: 'take' }
  /** Drops every decision about the row. */
  | { readonly type: 'reset' };

export type ImportCorrection =
  | { readonly importId: ImportId; readonly rowId: string; readonly change: RowChange }
  /** The list is of another kind than its headers seemed to say. Decisions about its rows are dropped. */
  | { readonly importId: ImportId; readonly fileIndex: number; readonly kind: SheetKind };
