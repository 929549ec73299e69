import { foldForSearch } from '../text/fold.ts';
import type { Candidate, ParentRef } from './candidate.ts';
import { isActive, otherRowOf, parentNameOf } from './candidate.ts';
import { withoutNumbers } from './mask-numbers.ts';
import type { VaultIndex } from './vault-index.ts';
import { foldCode, withoutZeros } from './vault-index.ts';

interface Found {
  readonly parent: ParentRef;
  /** The code under which it was found, when its leading zeros are others. */
  readonly looseCode: string | null;
}

const refOf = (candidate: Candidate): ParentRef =>
  candidate.person === null ? { type: 'row', candidate } : { type: 'person', person: candidate.person };

/** Rows of employees by code: those that go in first, then those in doubt or left out, so that these can be named. */
const byCodeOf = (
  employees: readonly Candidate[],
  fold: (code: string) => string,
): ReadonlyMap<string, readonly Candidate[]> => {
  const rows = new Map<string, Candidate[]>();
  for (const candidate of [...employees.filter(isActive), ...employees.filter((each) => !isActive(each))]) {
    const key = fold(candidate.row.fields.code);
    const found = rows.get(key);
    if (found === undefined) rows.set(key, [candidate]);
    else found.push(candidate);
  }
  return rows;
};

/**
 * Finds on whom each dependant hangs: the user's word (a parent, or a person of the vault who has one), the employee of that code among the rows, then in the vault;
 * last, a single one whose code differs in leading zeros only. Employees must have been compared with the vault.
 */
export const findParents = (dependants: readonly Candidate[], employees: readonly Candidate[], vault: VaultIndex): void => {
  const exact = byCodeOf(employees, foldCode);
  const loose = byCodeOf(employees, withoutZeros);

  const find = (code: string): Found | null => {
    const row = exact.get(foldCode(code))?.[0];
    const stored = vault.byCode('employee', code)[0];
    if (row !== undefined && (isActive(row) || stored === undefined)) return { parent: refOf(row), looseCode: null };
    if (stored !== undefined) return { parent: { type: 'person', person: stored }, looseCode: null };
    const rows = (loose.get(withoutZeros(code)) ?? []).filter(isActive);
    const persons = vault.byLooseCode('employee', code);
    const [onlyRow] = rows;
    if (onlyRow !== undefined && rows.length === 1) return { parent: refOf(onlyRow), looseCode: onlyRow.row.fields.code };
    const [onlyPerson] = persons;
    return onlyPerson !== undefined && persons.length === 1 && rows.length === 0
      ? { parent: { type: 'person', person: onlyPerson }, looseCode: onlyPerson.fields.code }
      : null;
  };

  for (const candidate of dependants) {
    const { parentCode, parentName, edits } = candidate.row;
    const chosen = edits.parentId === null ? null : vault.byId(edits.parentId);
    if (chosen !== null && (chosen.fields.kind === 'employee' || chosen.fields.kind === 'owner')) {
      candidate.parent = { type: 'person', person: chosen };
      continue;
    }
    const known = edits.sameAs === null ? null : vault.byId(edits.sameAs);
    const ofKnown = known === null || known.fields.parentId === null ? null : vault.byId(known.fields.parentId);
    if (ofKnown !== null) {
      candidate.parent = { type: 'person', person: ofKnown };
      continue;
    }
    if (parentCode === '') {
      candidate.doubts.push({ type: 'EmployeeMissing', field: 'parentCode' });
      continue;
    }
    const found = find(parentCode);
    if (found === null) {
      candidate.doubts.push({ type: 'UnknownEmployee', field: 'parentCode', code: withoutNumbers(parentCode) });
      continue;
    }
    candidate.parent = found.parent;
    if (found.looseCode !== null) candidate.notes.push({ type: 'CodeZerosDiffer', code: withoutNumbers(found.looseCode) });
    const foundName = parentNameOf(found.parent);
    if (edits.keepStored.has('parentCode')) continue;
    if (parentName !== '' && foundName !== '' && foldForSearch(parentName) !== foldForSearch(foundName)) {
      const inFile = withoutNumbers(parentName);
      candidate.doubts.push({ type: 'EmployeeNameDiffers', field: 'parentCode', known: withoutNumbers(foundName), inFile });
    }
  }
};

/** Last of all, when every doubt about the employees is known: a dependant waits for its employee. */
export const waitForParents = (dependants: readonly Candidate[]): void => {
  for (const { parent, doubts } of dependants) {
    if (parent?.type !== 'row') continue;
    const { candidate } = parent;
    if (!isActive(candidate) || candidate.doubts.length > 0)
      doubts.push({ type: 'EmployeeInDoubt', field: 'parentCode', other: otherRowOf(candidate) });
  }
};
