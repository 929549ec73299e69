import type { VaultError } from '../../../../src/core/contract/errors.ts';
import type { LifeApi, LifeView } from '../../../../src/core/contract/life-api.ts';
import { guardOf } from '../../../../src/core/domain/ask/ask-guard.ts';
import { sortRequests } from '../../../../src/core/domain/ask/number-request.ts';
import { auditCode } from '../../../../src/core/domain/audit/codes.ts';
import { problemsOfCheck } from '../../../../src/core/domain/identity/identity-check.ts';
import type { PersonId } from '../../../../src/core/domain/ids.ts';
import type { PersonLife } from '../../../../src/core/domain/life/person-life.ts';
import { LIFE_LIMITS } from '../../../../src/core/domain/life/person-life.ts';
import type { Result } from '../../../../src/core/domain/result.ts';
import { err, ok } from '../../../../src/core/domain/result.ts';
import type { EntryDraft, PlanBase } from '../../audit/plan.ts';
import type { BookEdit } from '../../book/book-edit.ts';
import type { PersonRecord } from '../../book/person-page.ts';
import { currentNumber } from '../../book/number-page.ts';
import { knownFields } from '../../book/stored-fields.ts';
import { stepVector } from '../../book/version-vector.ts';
import type { OpenVault, VaultRef } from '../../session/open-vault.ts';
import { planBook, todayOf } from '../book-commit.ts';
import { purposeCodes } from '../person-rules.ts';
import { whileOpen } from '../while-open.ts';
import { lifeViewOf } from './life-view.ts';
import { findFiling, stepOfUse } from './use-number.ts';

/** More than anybody asks at once, few enough for one commit. */
export const MAX_AT_ONCE = 200;

const NOT_FOUND: Result<never, VaultError> = err({ type: 'NotFound' });
const invalid = (field: string, ...problems: readonly string[]): Result<never, VaultError> =>
  err({ type: 'InvalidInput', fields: problems.map((problem) => ({ field, problem })) });

/** What a step makes of one record: its new life and the entry that says so. */
interface LifeStep {
  readonly life: Partial<PersonLife>;
  readonly entry: Omit<EntryDraft, 'subjectId'>;
}

/** One commit: each record with its new life, one entry a person, in the order given. */
const changeLives = (
  vault: OpenVault,
  ids: readonly PersonId[],
  stepOf: (record: PersonRecord, base: PlanBase, edit: BookEdit) => Promise<Result<LifeStep, VaultError>>,
) =>
  vault.writer.commit(
    planBook<readonly PersonRecord[]>(async (edit, base) => {
      const changed: PersonRecord[] = [];
      const entries: EntryDraft[] = [];
      for (const [at, id] of ids.entries()) {
        const read = await edit.readPerson(id);
        if (!read.ok) return read;
        if (read.value === null) return NOT_FOUND;
        const record = read.value;
        const step = await stepOf(record, base, edit);
        if (!step.ok) return step;
        const next: PersonRecord = {
          ...record,
          rev: record.rev + 1,
          version: stepVector(record.version, vault.storeId, base.firstSeq + at),
          changedAt: base.time,
          life: { ...record.life, life: { ...record.life.life, ...step.value.life } },
        };
        const put = await edit.putPerson(next);
        if (!put.ok) return put;
        changed.push(next);
        entries.push({ subjectId: id, ...step.value.entry });
      }
      return ok({ entries, value: changed });
    }),
  );

const viewOf = (vault: OpenVault, record: PersonRecord): Result<LifeView, VaultError> => {
  const row = vault.writer.persons.get(record.id);
  return row === null ? NOT_FOUND : ok(lifeViewOf(vault, record, row));
};

const changeOne = async (vault: OpenVault, id: PersonId, stepOf: Parameters<typeof changeLives>[2]): Promise<Result<LifeView, VaultError>> => {
  const stored = await changeLives(vault, [id], stepOf);
  if (!stored.ok) return stored;
  const [record] = stored.value.value;
  return record === undefined ? NOT_FOUND : viewOf(vault, record);
};

/** Each once; null: none, or too many. */
const someOf = (ids: readonly PersonId[]): readonly PersonId[] | null => {
  const distinct = [...new Set(ids)];
  return distinct.length === 0 || distinct.length > MAX_AT_ONCE ? null : distinct;
};

const newest = <T>(list: readonly T[], limit: number): readonly T[] => list.slice(-limit);

/** What happens to a number: the notice of purposes, the asking, its answer, the check, the use. Every fact is one commit with its entry. */
export const createLifeService = (vaultRef: VaultRef): LifeApi => {
  const withVault = whileOpen(vaultRef);

  return {
    viewLife: (id) =>
      withVault(async (vault) => {
        const record = await vault.writer.pages.readPerson(id);
        if (!record.ok) return record;
        return record.value === null ? NOT_FOUND : viewOf(vault, record.value);
      }),
    askForNumbers: ({ personIds, way, explained }) =>
      withVault(async (vault) => {
        const ids = someOf(personIds);
        if (ids === null) return invalid('personIds', 'OutOfRange');
        const stored = await changeLives(vault, ids, async ({ fields, life: { life } }, { time }) => {
          const { kind, corporate, purposes } = knownFields(fields);
          if (guardOf({ kind, corporate, purposes, payment: life.payment }, vault.settings()) !== null) return invalid('personIds', 'Guarded');
          const request = { askedOn: todayOf(time), way, explained, refused: null };
          return ok({
            life: { requests: newest([...sortRequests(life.requests), request], LIFE_LIMITS.requests), returned: null },
            entry: { action: 'number-asked', codes: [auditCode('asked-by', way)] },
          });
        });
        return stored.ok ? ok(null) : stored;
      }),
    refuseNumber: ({ personId, reason }) =>
      withVault((vault) =>
        changeOne(vault, personId, async ({ life: { life } }, { time }) => {
          const requests = sortRequests(life.requests);
          const last = requests.at(-1);
          if (last === undefined) return invalid('personId', 'NotAsked');
          const refused = { ...last, refused: { on: todayOf(time), reason } };
          return ok({ life: { requests: [...requests.slice(0, -1), refused] }, entry: { action: 'number-refused', codes: [auditCode('refusal', reason)] } });
        }),
      ),
    giveNotice: (personIds) =>
      withVault(async (vault) => {
        const ids = someOf(personIds);
        if (ids === null) return invalid('personIds', 'OutOfRange');
        const stored = await changeLives(vault, ids, async ({ fields, life: { life } }, { time }) => {
          const { purposes } = knownFields(fields);
          const notice = { on: todayOf(time), purposes };
          return ok({ life: { notices: newest([...life.notices, notice], LIFE_LIMITS.notices) }, entry: { action: 'notice-given', codes: purposeCodes(purposes) } });
        });
        return stored.ok ? ok(null) : stored;
      }),
    useNumber: (input) =>
      withVault(async (vault) => {
        let digits = '';
        const used = await changeOne(vault, input.personId, async (record, { time }, edit) => {
          const filing = findFiling(record, input);
          if (!filing.ok) return filing;
          const numbers = await edit.readNumbers(input.personId);
          if (!numbers.ok) return numbers;
          const current = currentNumber(numbers.value, input.personId);
          if (current === null) return err({ type: 'NumberMissing' });
          digits = current.value;
          return ok(stepOfUse(record, filing.value, input, todayOf(time)));
        });
        return used.ok ? ok({ digits, view: used.value }) : used;
      }),
    recordCheck: ({ personId, check }) =>
      withVault((vault) =>
        changeOne(vault, personId, async ({ fields, life: { life } }, { time }) => {
          if (vault.writer.persons.get(personId)?.hasNumber !== true) return err({ type: 'NumberMissing' });
          const employed = fields.kind === 'employee';
          const problems = problemsOfCheck(check, { kind: fields.kind, employed, checkedBefore: life.checks.length > 0, today: todayOf(time) });
          if (problems.length > 0) return invalid('check', ...problems.map(({ type }) => type));
          const codes = [
            auditCode('channel', check.channel),
            auditCode('number-document', check.numberDocument),
            ...check.identityDocuments.map((document) => auditCode('identity-document', document)),
            ...(check.proxy === null ? [] : [auditCode('proxy-document', check.proxy)]),
          ];
          return ok({ life: { checks: newest([...life.checks, check], LIFE_LIMITS.checks) }, entry: { action: 'identity-checked', codes } });
        }),
      ),
  };
};
