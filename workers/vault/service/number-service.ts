import type { VaultError } from '../../../src/core/contract/errors.ts';
import type { EnterNumberInput, NumberApi, ReasonView } from '../../../src/core/contract/number-api.ts';
import { auditCode } from '../../../src/core/domain/audit/codes.ts';
import type { NumberId, PersonId } from '../../../src/core/domain/ids.ts';
import type { IndividualNumber } from '../../../src/core/domain/number/individual-number.ts';
import { parseIndividualNumber } from '../../../src/core/domain/number/individual-number.ts';
import type { Result } from '../../../src/core/domain/result.ts';
import { err, ok } from '../../../src/core/domain/result.ts';
import { reasonsFor } from '../../../src/core/domain/reveal/reason.ts';
import { isReasonServing, reasonServesUntil } from '../../../src/core/domain/reveal/work-session.ts';
import type { GivenReason } from '../../../src/core/domain/reveal/work-session.ts';
import { encodeBase64url } from '../../../src/core/formats/base64url.ts';
import { ID_BYTES } from '../../../src/core/formats/consts.ts';
import { currentNumber } from '../book/number-page.ts';
import { stepVector } from '../book/version-vector.ts';
import type { OpenVault, VaultRef } from '../session/open-vault.ts';
import { planBook } from './book-commit.ts';
import { comparedWith, matchEntry } from './compared-with.ts';
import { holdersOfNumbers } from './number-search.ts';
import { mergeTwoPersons } from './person-merge.ts';
import { whileOpen } from './while-open.ts';

const invalid = (field: string, problem: string): Result<never, VaultError> =>
  err({ type: 'InvalidInput', fields: [{ field, problem }] });

const parseNumber = (field: string, text: string): Result<IndividualNumber, VaultError> => {
  const parsed = parseIndividualNumber(text);
  return parsed.ok ? parsed : invalid(field, parsed.error.type);
};

const newNumberId = (vault: OpenVault): NumberId => encodeBase64url(vault.platform.random(ID_BYTES)) as NumberId;

const parseEntered = ({ text, again }: EnterNumberInput): Result<IndividualNumber, VaultError> => {
  const number = parseNumber('text', text);
  if (!number.ok || again === null) return number;
  const second = parseNumber('again', again);
  if (!second.ok) return second;
  return second.value === number.value ? number : invalid('again', 'Different');
};

const enter = async (vault: OpenVault, input: EnterNumberInput): Promise<Result<null, VaultError>> => {
  const parsed = parseEntered(input);
  if (!parsed.ok) return parsed;
  const ready = vault.requireRehearsal();
  if (!ready.ok) return ready;
  const value = parsed.value;
  const id = newNumberId(vault);
  const stored = await vault.writer.commit(
    planBook<Result<null, VaultError>>(async (edit, base) => {
      const person = await edit.readPerson(input.personId);
      if (!person.ok) return person;
      if (person.value === null) return err({ type: 'NotFound' });
      if (person.value.fields.corporate) return invalid('personId', 'Corporate');
      const numbers = await edit.readNumbers(input.personId);
      if (!numbers.ok) return numbers;
      const current = currentNumber(numbers.value, input.personId);
      if (current?.value === value) return comparedWith(input.personId, true, ok(null));
      if (current !== null && !input.replaces) return comparedWith(input.personId, false, invalid('replaces', 'AlreadyKept'));
      const holders = await holdersOfNumbers(base.book, base.pages);
      if (!holders.ok) return holders;
      const others = (holders.value.get(value) ?? []).filter((other) => other !== input.personId);
      const other = others[0];
      if (other !== undefined && (input.sameAs === null || !others.includes(input.sameAs)))
        return comparedWith(other, true, err({ type: 'SameNumber', personId: other, name: vault.writer.persons.get(other)?.name ?? '' }));
      // Taken for one human with a person who keeps a number: how the two compare is in the record, though both ways are stored alike.
      const { sameAs } = input;
      const isKept = sameAs !== null && sameAs !== input.personId && [...holders.value.values()].some((ids) => ids.includes(sameAs));
      const compared = isKept ? [matchEntry(sameAs, others.includes(sameAs))] : [];
      const version = stepVector({}, vault.storeId, base.firstSeq);
      const ended = numbers.value.map((record) =>
        record.to === null ? { ...record, to: base.time, version: stepVector(record.version, vault.storeId, base.firstSeq) } : record,
      );
      const put = await edit.putNumbers(input.personId, [
        ...ended,
        { id, person: input.personId, value, from: base.time, to: null, version, unknown: {} },
      ]);
      // Said only of a number that would have gone in: that it is not the one kept, and whose it is, is told with it.
      if (!put.ok) return put.error.type === 'NumbersFull' ? ok({ entries: [matchEntry(input.personId, false), ...compared], value: put }) : put;
      const action = current === null ? 'number-put' : 'number-replace';
      return ok({ entries: [{ action, subjectId: input.personId, codes: [] }, ...compared], value: ok(null) });
    }),
  );
  return stored.ok ? stored.value.value : stored;
};

/** The number in force of a person, with the person's fields read in the same plan. */
const readCurrent = async (
  edit: Parameters<Parameters<typeof planBook>[0]>[0],
  personId: PersonId,
): Promise<Result<{ readonly value: IndividualNumber; readonly purposes: Parameters<typeof reasonsFor>[0] }, VaultError>> => {
  const person = await edit.readPerson(personId);
  if (!person.ok) return person;
  if (person.value === null) return err({ type: 'NotFound' });
  const numbers = await edit.readNumbers(personId);
  if (!numbers.ok) return numbers;
  const current = currentNumber(numbers.value, personId);
  return current === null ? err({ type: 'NumberMissing' }) : ok({ value: current.value, purposes: person.value.fields.purposes });
};

/** Numbers: enter, show, compare. The only plaintext that leaves the worker is the one number shown, and its entry is stored before. */
export const createNumberService = (vaultRef: VaultRef): NumberApi => {
  // One piece of work: the reason given last, and for which session. Gone with the worker at lock.
  let given: { readonly vault: OpenVault; readonly reason: GivenReason } | null = null;

  const servingReason = (vault: OpenVault): GivenReason | null =>
    given !== null && given.vault === vault && isReasonServing(given.reason, vault.platform.now()) ? given.reason : null;
  const reasonView = (reason: GivenReason | null): ReasonView =>
    reason === null ? { reason: null, until: null } : { reason: reason.reason, until: reasonServesUntil(reason) };

  const withVault = whileOpen(vaultRef);

  const reveal: NumberApi['revealNumber'] = (input) =>
    withVault(async (vault) => {
      const reason = input.reason === null ? servingReason(vault) : { reason: input.reason, givenAt: vault.platform.now() };
      if (reason === null) return err({ type: 'ReasonExpired' });
      const shown = await vault.writer.commit(
        planBook<string>(async (edit) => {
          const current = await readCurrent(edit, input.personId);
          if (!current.ok) return current;
          if (!reasonsFor(current.value.purposes).includes(reason.reason))
            return err(input.reason === null ? { type: 'ReasonExpired' } : { type: 'NotAllowed' });
          return ok({
            entries: [{ action: 'reveal', subjectId: input.personId, codes: [auditCode('reason', reason.reason)] }],
            value: current.value.value,
          });
        }),
      );
      if (!shown.ok) return shown;
      given = { vault, reason };
      return ok({ digits: shown.value.value, reason: reasonView(reason) });
    });

  const match: NumberApi['matchNumber'] = ({ personId, text }) =>
    withVault(async (vault) => {
      const candidate = parseNumber('text', text);
      if (!candidate.ok) return candidate;
      const compared = await vault.writer.commit(
        planBook<boolean>(async (edit) => {
          const current = await readCurrent(edit, personId);
          if (!current.ok) return current;
          const matches = current.value.value === candidate.value;
          return ok({ entries: [matchEntry(personId, matches)], value: matches });
        }),
      );
      return compared.ok ? ok({ matches: compared.value.value }) : compared;
    });

  return {
    enterNumber: (input) => withVault((vault) => enter(vault, input)),
    revealNumber: reveal,
    viewReason: () => withVault(async (vault) => ok(reasonView(servingReason(vault)))),
    matchNumber: match,
    mergePersons: (input) => withVault((vault) => mergeTwoPersons(vault, input)),
  };
};
