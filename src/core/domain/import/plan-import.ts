import type { PersonId } from '../ids.ts';
import type { IndividualNumber } from '../number/individual-number.ts';
import type { PersonFields } from '../person/person.ts';
import type { JudgedRow } from './judge-import.ts';

/** One thing the commit does. `number` is stored with it; null leaves the number of the person as it is. */
export type ImportStep =
  | {
      readonly type: 'register';
      readonly rowId: string;
      readonly personId: PersonId;
      readonly fields: PersonFields;
      readonly number: IndividualNumber | null;
    }
  | {
      readonly type: 'change';
      readonly rowId: string;
      readonly personId: PersonId;
      /** Whole, as they are to be stored; equal to the stored ones where only the number is new. */
      readonly fields: PersonFields;
      readonly fieldsChanged: boolean;
      readonly number: IndividualNumber | null;
      /** The person has another number, which ends. */
      readonly replacesNumber: boolean;
    };

export interface ImportPlan {
  /** Whoever hangs on another comes after it. */
  readonly steps: readonly ImportStep[];
  readonly registered: number;
  readonly changed: number;
  readonly unchanged: number;
  /** Left out by the user, and in doubt. */
  readonly leftOut: number;
  readonly numbers: number;
}

/** What a commit would do with the rows as judged. `idOf` gives the id of the person a new row brings, always the same for a row. */
export const planImport = (rows: readonly JudgedRow[], idOf: (rowId: string) => PersonId): ImportPlan => {
  const accepted = rows.filter((row) => row.accepted);
  const inOrder = [
    ...accepted.filter(({ row }) => row.kind !== 'dependant'),
    ...accepted.filter(({ row }) => row.kind === 'dependant'),
  ];
  const steps = inOrder.flatMap((judged): readonly ImportStep[] => {
    const { row, verdict, person, parent, fields, number, replacesNumber, changes } = judged;
    const { rowId } = row;
    if (verdict === 'new') {
      const parentId = parent?.type === 'row' ? idOf(parent.candidate.row.rowId) : fields.parentId;
      return [{ type: 'register', rowId, personId: idOf(rowId), fields: { ...fields, parentId }, number }];
    }
    if (verdict !== 'changed' || person === null) return [];
    const fieldsChanged = changes.some(({ field }) => field !== 'number');
    return [{ type: 'change', rowId, personId: person.id, fields, fieldsChanged, number, replacesNumber }];
  });
  const registered = steps.filter(({ type }) => type === 'register').length;
  return {
    steps,
    registered,
    changed: steps.length - registered,
    unchanged: accepted.length - steps.length,
    leftOut: rows.length - accepted.length,
    numbers: steps.filter(({ number }) => number !== null).length,
  };
};
