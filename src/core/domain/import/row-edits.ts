import type { PersonId } from '../ids.ts';
import type { ImportField } from './import-field.ts';
import type { RowChange } from './import-preview.ts';

/** What the user has decided about one row so far. */
export interface RowEdits {
  /** Texts in place of cells; '' empties one. */
  readonly texts: ReadonlyMap<ImportField, string>;
  readonly zeroConfirmed: boolean;
  readonly takeFile: ReadonlySet<'name' | 'number'>;
  readonly keepStored: ReadonlySet<ImportField>;
  readonly corporate: boolean | null;
  readonly sameAs: PersonId | null;
  /** What the word about `sameAs` rested on. */
  readonly sameBy: 'name' | 'number';
  readonly otherPerson: boolean;
  readonly parentId: PersonId | null;
  readonly leftOut: boolean;
  /** 0, or the place of this decision among all: of rows about one person the one taken last goes in. */
  readonly taken: number;
}

export const NO_EDITS: RowEdits = {
  texts: new Map(),
  zeroConfirmed: false,
  takeFile: new Set(),
  keepStored: new Set(),
  corporate: null,
  sameAs: null,
  sameBy: 'name',
  otherPerson: false,
  parentId: null,
  leftOut: false,
  taken: 0,
};

const without = <T>(set: ReadonlySet<T>, item: T): ReadonlySet<T> => new Set([...set].filter((each) => each !== item));

/** A new text asks its questions anew: earlier answers about that cell no longer hold. */
const withText = (edits: RowEdits, field: ImportField, text: string): RowEdits => ({
  ...edits,
  texts: new Map([...edits.texts, [field, text]]),
  zeroConfirmed: field === 'number' ? false : edits.zeroConfirmed,
  takeFile: new Set([...edits.takeFile].filter((each) => each !== field)),
  keepStored: without(edits.keepStored, field),
  sameAs: field === 'number' && edits.sameBy === 'number' ? null : edits.sameAs,
  parentId: field === 'parentCode' ? null : edits.parentId,
});

/** `sequence` grows with every correction of an import. */
export const withChange = (edits: RowEdits, change: RowChange, sequence: number): RowEdits => {
  switch (change.type) {
    case 'field':
      return withText(edits, change.field, change.text);
    case 'leaveEmpty':
      return withText(edits, change.field, '');
    case 'addLeadingZero':
      return { ...edits, zeroConfirmed: true };
    case 'takeFile':
      return {
        ...edits,
        takeFile: new Set([...edits.takeFile, change.field]),
        keepStored: without(edits.keepStored, change.field),
      };
    case 'keepStored':
      return {
        ...edits,
        keepStored: new Set([...edits.keepStored, change.field]),
        takeFile: new Set([...edits.takeFile].filter((each) => each !== change.field)),
      };
    case 'entity':
      return { ...edits, corporate: change.corporate };
    case 'sameAs':
      return { ...edits, sameAs: change.personId, sameBy: change.by, otherPerson: false };
    case 'otherPerson':
      return { ...edits, otherPerson: true, sameAs: null };
    case 'parent':
      return { ...edits, parentId: change.personId };
    case 'leaveOut':
      return { ...edits, leftOut: true, taken: 0 };
    case 'putBack':
      return { ...edits, leftOut: false };
    case 'take':
      return { ...edits, leftOut: false, taken: sequence };
    case 'reset':
      return NO_EDITS;
  }
};
