import type { VaultError } from '../../../src/core/contract/errors.ts';
import type { OldKeys } from '../../../src/core/contract/person-api.ts';
import type { NumberId, PersonId } from '../../../src/core/domain/ids.ts';
import { mergeLives } from '../../../src/core/domain/life/merge-lives.ts';
import type { Result } from '../../../src/core/domain/result.ts';
import { err, ok } from '../../../src/core/domain/result.ts';
import type { BookEdit } from '../book/book-edit.ts';
import type { NumberRecord } from '../book/number-page.ts';
import { currentNumber } from '../book/number-page.ts';
import type { PersonRecord } from '../book/person-page.ts';
import { storedLifeToJson } from '../book/stored-life.ts';
import { stepVector } from '../book/version-vector.ts';
import type { OpenVault } from '../session/open-vault.ts';
import { planBook } from './book-commit.ts';
import { comparedWith } from './compared-with.ts';
import { oldKeysOf } from './old-keys.ts';
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

/** The numbers in force of both, by their ids: what one answer was about. */
type Compared = readonly [keep: NumberId | null, drop: NumberId | null];

const currentOf = async (edit: BookEdit, id: PersonId): Promise<Result<NumberRecord | null, VaultError>> => {
  const numbers = await edit.readNumbers(id);
  return numbers.ok ? ok(currentNumber(numbers.value, id)) : numbers;
};

/**
 * Whether the two may become one. A number of `drop` that `keep` does not have would be lost: refused. Where both have one, the answer
 * tells how they compare, so it is an entry of its own commit before anything is merged or refused.
 */
const compareNumbers = (keep: PersonId, drop: PersonId) =>
  planBook<Result<Compared, VaultError>>(async (edit) => {
    const both = await readBoth(edit, keep, drop);
    if (!both.ok) return both;
    if (both.value[0].fields.kind !== both.value[1].fields.kind) return err({ type: 'NotAllowed' });
    const kept = await currentOf(edit, keep);
    if (!kept.ok) return kept;
    const dropped = await currentOf(edit, drop);
    if (!dropped.ok) return dropped;
    const compared: Compared = [kept.value?.id ?? null, dropped.value?.id ?? null];
    if (dropped.value === null) return ok({ entries: [], value: ok(compared) });
    if (kept.value === null) return err({ type: 'NotAllowed' });
    const matches = kept.value.value === dropped.value.value;
    return comparedWith(keep, matches, matches ? ok(compared) : err({ type: 'NotAllowed' }));
  });

/** The numbers in force are still those that were compared: another one would be compared without an entry. */
const isAsCompared = async (edit: BookEdit, keep: PersonId, drop: PersonId, compared: Compared): Promise<Result<boolean, VaultError>> => {
  const kept = await currentOf(edit, keep);
  if (!kept.ok) return kept;
  const dropped = await currentOf(edit, drop);
  if (!dropped.ok) return dropped;
  return ok((kept.value?.id ?? null) === compared[0] && (dropped.value?.id ?? null) === compared[1]);
};

/**
 * Two rows of one human become one: the dependants of `drop` hang on `keep`, and `drop` goes as a cancelled registration goes,
 * with new epoch keys. The fields of `keep` stay as they are; what happened to either's number is kept together. Errors: NotFound, NotAllowed (kinds or numbers differ), ChangedMeanwhile.
 */
export const mergeTwoPersons = async (
  vault: OpenVault,
  { keep, drop }: { readonly keep: PersonId; readonly drop: PersonId },
): Promise<Result<{ readonly oldKeys: OldKeys }, VaultError>> => {
  if (keep === drop) return err({ type: 'NotAllowed' });
  const compared = await vault.writer.commit(compareNumbers(keep, drop));
  if (!compared.ok) return compared;
  const numbers = compared.value.value;
  if (!numbers.ok) return numbers;
  const merged = await vault.rotate(
    planBook<null>(async (edit, base) => {
      const both = await readBoth(edit, keep, drop);
      if (!both.ok) return both;
      const same = await isAsCompared(edit, keep, drop, numbers.value);
      if (!same.ok) return same;
      const [kept, dropped] = both.value;
      if (kept.fields.kind !== dropped.fields.kind) return err({ type: 'NotAllowed' });
      if (!same.value) return err({ type: 'ChangedMeanwhile' });
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
      if (storedLifeToJson(dropped.life) !== null) {
        const joined = await edit.putPerson({
          ...kept,
          rev: kept.rev + 1,
          version: stepVector(kept.version, vault.storeId, base.firstSeq),
          changedAt: base.time,
          life: { life: mergeLives(kept.life.life, dropped.life.life), unknown: { ...dropped.life.unknown, ...kept.life.unknown } },
        });
        if (!joined.ok) return joined;
      }
      const removal = { id: drop, seq: base.firstSeq + 1 };
      const gone = await edit.removePerson(drop, removal.seq);
      if (!gone.ok) return gone;
      const tombs = await tombChanges([removal], base);
      if (!tombs.ok) return tombs;
      // The first changes the dependants, the second removes.
      const entries = [
        { action: 'person-merged', subjectId: keep, codes: [] },
        { action: 'cancel', subjectId: drop, codes: [] },
      ];
      return ok({ entries, pages: tombs.value, value: null });
    }),
  );
  return merged.ok ? ok({ oldKeys: oldKeysOf(vault, merged.value) }) : merged;
};
