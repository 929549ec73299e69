import type { PersonId } from '../ids.ts';
import { foldForSearch } from '../text/fold.ts';
import { sameText } from './compare-text.ts';
import type { ExistingPerson, ImportContext } from './import-context.ts';
import type { ImportDoubt, MatchedBy } from './import-doubt.ts';
import type { ImportNote } from './import-note.ts';
import type { ReadRow } from './import-row.ts';
import { withoutNumbers } from './mask-numbers.ts';
import type { VaultIndex } from './vault-index.ts';
import { foldCode } from './vault-index.ts';

export interface VaultMatch {
  readonly person: ExistingPerson | null;
  /** What `person` was found by; without one it says nothing. */
  readonly by: MatchedBy;
  readonly doubt: ImportDoubt | null;
  readonly note: ImportNote | null;
}

const NO_MATCH: VaultMatch = { person: null, by: 'name', doubt: null, note: null };

const matched = (person: ExistingPerson, by: MatchedBy): VaultMatch => ({ ...NO_MATCH, person, by });

/** Same name is given. sure: something else agrees too and nothing speaks against it. other: somebody else. */
const weigh = (row: ReadRow, person: ExistingPerson, isHolder: boolean): 'sure' | 'maybe' | 'other' => {
  const { fields } = row;
  const known = person.fields;
  const codesDiffer = fields.code !== '' && known.code !== '' && foldCode(fields.code) !== foldCode(known.code);
  const births =
    fields.birthDate === null || known.birthDate === null
      ? 'unknown'
      : fields.birthDate.date === known.birthDate.date
        ? 'equal'
        : 'differ';
  const agrees =
    isHolder ||
    births === 'equal' ||
    (fields.corporateNumber !== null && fields.corporateNumber === known.corporateNumber) ||
    (births === 'unknown' && fields.address !== '' && sameText(fields.address, known.address));
  if (row.kind === 'dependant') return agrees || births === 'unknown' ? 'sure' : 'maybe';
  if (codesDiffer) return isHolder || births === 'equal' ? 'maybe' : 'other';
  if (births === 'differ') return isHolder ? 'maybe' : 'other';
  return agrees ? 'sure' : 'maybe';
};

const matchByName = (
  row: ReadRow,
  candidates: readonly ExistingPerson[],
  holders: readonly PersonId[],
): VaultMatch => {
  if (row.edits.otherPerson) return NO_MATCH;
  const weighed = candidates.map((person) => ({ person, weight: weigh(row, person, holders.includes(person.id)) }));
  const sure = weighed.filter(({ weight }) => weight === 'sure');
  const first = sure[0];
  if (first !== undefined && sure.length === 1) return matched(first.person, 'name');
  const maybe = first ?? weighed.find(({ weight }) => weight === 'maybe');
  if (maybe === undefined) return NO_MATCH;
  const { id, fields } = maybe.person;
  const { name, code, birthDate } = fields;
  return {
    ...NO_MATCH,
    doubt: {
      type: 'MaybeSamePerson',
      field: 'name',
      personId: id,
      name: withoutNumbers(name),
      code: withoutNumbers(code),
      birthDate: birthDate?.written ?? '',
    },
  };
};

/**
 * Which person of the vault a row is about: by the user's word, by code, then by name together with birth date,
 * address or number. A name alone is asked about. `parentId`: on whom in the vault a dependant hangs; null for one
 * whose employee is not in the vault yet, and who therefore cannot be there either.
 */
export const matchToVault = (
  row: ReadRow,
  parentId: PersonId | null,
  vault: VaultIndex,
  { holdersOf }: Pick<ImportContext, 'holdersOf'>,
): VaultMatch => {
  const { kind, fields, edits } = row;
  const chosen = edits.sameAs === null ? null : vault.byId(edits.sameAs);
  if (chosen !== null && chosen.fields.kind === kind) return matched(chosen, edits.sameBy);

  const holders = row.number === null ? [] : holdersOf(row.number);
  if (kind === 'dependant') {
    // Of somebody new, or not found: whoever in the vault hangs on nobody is not his.
    if (parentId === null) return NO_MATCH;
    const siblings = vault.byName(kind, fields.name).filter((person) => person.fields.parentId === parentId);
    return matchByName(row, siblings, holders);
  }
  const folded = foldForSearch(fields.name);
  const isNamesake = (person: ExistingPerson): boolean => foldForSearch(person.fields.name) === folded;
  // Nobody is found by a code or name that is empty.
  const byCode = vault.byCode(kind, fields.code);
  const exact = byCode.find(isNamesake) ?? byCode[0];
  if (exact !== undefined) return matched(exact, 'code');
  const loose = vault.byLooseCode(kind, fields.code).filter(isNamesake);
  const [only] = loose;
  if (only !== undefined && loose.length === 1)
    return { ...matched(only, 'code'), note: { type: 'CodeZerosDiffer', code: withoutNumbers(only.fields.code) } };
  return matchByName(row, vault.byName(kind, fields.name), holders);
};
