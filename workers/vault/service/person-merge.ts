import type { VaultError } from '../../../src/core/contract/errors.ts';
import type { PersonId } from '../../../src/core/domain/ids.ts';
import type { Result } from '../../../src/core/domain/result.ts';
import { err, ok } from '../../../src/core/domain/result.ts';
import type { BookEdit } from '../book/book-edit.ts';
import { currentNumber } from '../book/number-page.ts';
import type { PersonRecord } from '../book/person-page.ts';
import { stepVector } from '../book/version-vector.ts';
import type { OpenVault } from '../session/open-vault.ts';
import { planBook } from './book-commit.ts';
import { tombChanges } from './tombs.ts';

const readBoth = async (
  edit: BookEdit,
  keep: PersonId,
  drop: PersonId,
): Promise<Result<readonly [keep: PersonRecord, drop: PersonRecord], VaultError>> => {
  const kept = await edit.readPerson(keep);
  if (!kept.ok) return kept;
  const dropped = await edit.readPerson(drop);
  if (!dropped.ok) return dropped;
  if (kept.value === null || dropped.value === null) return err({ type: 'NotFound' });
  return ok([kept.value, dropped.value]);
};

/** A number of the dropped person that the kept one does not have would be lost: refused. */
const losesNumber = async (edit: BookEdit, keep: PersonId, drop: PersonId): Promise<Result<boolean, VaultError>> => {
  const kept = await edit.readNumbers(keep);
  if (!kept.ok) return kept;
  const dropped = await edit.readNumbers(drop);
  if (!dropped.ok) return dropped;
  const number = currentNumber(dropped.value, drop);
  return ok(number !== null && currentNumber(kept.value, keep)?.value !== number.value);
};

/**
 * Two rows of one human become one: the dependants of `drop` hang on `keep`, and `drop` goes as a cancelled registration goes,
 * with new epoch keys. The fields of `keep` stay as they are. Errors: NotFound, NotAllowed (kinds or numbers differ).
 */
export const mergeTwoPersons = async (
  vault: OpenVault,
  { keep, drop }: { readonly keep: PersonId; readonly drop: PersonId },
): Promise<Result<null, VaultError>> => {
  if (keep === drop) return err({ type: 'NotAllowed' });
  const merged = await vault.rotate(
    planBook<null>(async (edit, base) => {
      const both = await readBoth(edit, keep, drop);
      if (!both.ok) return both;
      const loses = await losesNumber(edit, keep, drop);
      if (!loses.ok) return loses;
      const [kept, dropped] = both.value;
      if (kept.fields.kind !== dropped.fields.kind || loses.value) return err({ type: 'NotAllowed' });
      for (const { id } of vault.writer.persons.dependantsOf(drop)) {
        const dependant = await edit.readPerson(id);
        if (!dependant.ok) return dependant;
        if (dependant.value === null) continue;
        const moved = await edit.putPerson({
          ...dependant.value,
          rev: dependant.value.rev + 1,
          version: stepVector(dependant.value.version, vault.storeId, base.firstSeq),
          changedAt: base.time,
          fields: { ...dependant.value.fields, parentId: keep },
        });
        if (!moved.ok) return moved;
      }
      const gone = await edit.removePerson(drop);
      if (!gone.ok) return gone;
      const tombs = await tombChanges([drop], base);
      if (!tombs.ok) return tombs;
      const entries = [
        { action: 'person-merged', subjectId: keep, codes: [] },
        { action: 'cancel', subjectId: drop, codes: [] },
      ];
      return ok({ entries, pages: tombs.value, value: null });
    }),
  );
  return merged.ok ? ok(null) : merged;
};
