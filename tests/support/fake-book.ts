import type { VaultCalls } from '../../src/app/bridge/vault-client.ts';
import type { CopyOverview, CopyRow } from '../../src/core/contract/copy-api.ts';
import type { VaultError, VaultResult } from '../../src/core/contract/errors.ts';
import type { VaultEvent } from '../../src/core/contract/events.ts';
import type { LogRow } from '../../src/core/contract/log-api.ts';
import type { PersonRow, PersonView } from '../../src/core/contract/person-api.ts';
import { copyAgeOf } from '../../src/core/domain/copy/copy-age.ts';
import { tokyoDateOf } from '../../src/core/domain/date/civil-date.ts';
import type { PersonId } from '../../src/core/domain/ids.ts';
import { parseIndividualNumber } from '../../src/core/domain/number/individual-number.ts';
import { numberStateOf } from '../../src/core/domain/person/number-state.ts';
import type { Result } from '../../src/core/domain/result.ts';
import { err, ok } from '../../src/core/domain/result.ts';
import type { GivenReason } from '../../src/core/domain/reveal/work-session.ts';
import { isReasonServing, reasonServesUntil } from '../../src/core/domain/reveal/work-session.ts';
import { foldForSearch } from '../../src/core/domain/text/fold.ts';
import type { FakePerson } from './fake-persons.ts';

export interface FakeBook {
  /** Persons, numbers, entries and copies for createFakeVault's `more`. */
  readonly calls: Partial<VaultCalls>;
  readonly persons: () => readonly FakePerson[];
  readonly entries: readonly LogRow[];
  emit: (event: VaultEvent) => void;
}

type Answer<T> = Result<T, VaultError>;
const wait = (ms: number): Promise<void> => new Promise((settle) => setTimeout(settle, ms));

/** Persons and numbers in an array: enough of the rules for models and screens to be looked at, no more. */
export const createFakeBook = (options: {
  readonly persons?: readonly FakePerson[];
  readonly copies?: readonly CopyRow[];
  readonly changesSince?: number;
  readonly entriesBefore?: number;
  readonly now: () => number;
  readonly slow?: number;
}): FakeBook => {
  const { now } = options;
  let persons = [...(options.persons ?? [])];
  const copies = options.copies ?? [];
  const entries: LogRow[] = [];
  let reason: GivenReason | null = null;
  const before = options.entriesBefore ?? 0;
  for (const person of persons) {
    const row = { logId: 'l'.repeat(22), memberName: '佐藤', personName: person.fields.name, personId: person.id, codes: [] };
    entries.push({ ...row, seq: entries.length, time: person.registeredAt, action: 'register' });
    if (person.number !== null) entries.unshift({ ...row, seq: entries.length, time: person.changedAt, action: 'number-put' });
  }

  const find = (id: PersonId): FakePerson | undefined => persons.find((one) => one.id === id);
  const stateOf = (person: FakePerson) =>
    numberStateOf({
      hasNumber: person.number !== null,
      corporate: person.fields.corporate,
      relationTo: person.fields.relationTo?.date ?? null,
      today: tokyoDateOf(now()),
    });
  const rowOf = (person: FakePerson): PersonRow => {
    const { kind, name, kana, code, corporate, parentId } = person.fields;
    const parentName = parentId === null ? '' : (find(parentId)?.fields.name ?? '');
    return { id: person.id, kind, name, kana, code, corporate, parentName, state: stateOf(person) };
  };
  const viewOf = (person: FakePerson): PersonView => {
    const parent = person.fields.parentId === null ? undefined : find(person.fields.parentId);
    return {
      id: person.id,
      rev: person.rev,
      fields: person.fields,
      state: stateOf(person),
      hasNumber: person.number !== null,
      parent: parent === undefined ? null : { id: parent.id, name: parent.fields.name },
      dependants: persons.filter(({ fields }) => fields.parentId === person.id).map(rowOf),
      registeredAt: person.registeredAt,
      changedAt: person.changedAt,
    };
  };
  const log = (action: string, personId: PersonId, codes: readonly string[] = []): void => {
    const personName = find(personId)?.fields.name ?? '';
    entries.unshift({ logId: 'l'.repeat(22), seq: before + entries.length, time: now(), action, memberName: '佐藤', personName, personId, codes });
    book.emit({ type: 'LogGrew', size: before + entries.length });
  };
  const changed = (): void => book.emit({ type: 'PersonsChanged' });
  // Ordered and folded once, as the real index does: ten thousand are to be scrolled.
  let ordered: { readonly of: readonly FakePerson[]; readonly list: readonly FakePerson[] } = { of: [], list: [] };
  const listed = (): readonly FakePerson[] => {
    if (ordered.of !== persons)
      ordered = { of: persons, list: persons.toSorted((a, b) => (`${a.fields.kana}${a.id}` < `${b.fields.kana}${b.id}` ? -1 : 1)) };
    return ordered.list;
  };
  const folds = new WeakMap<FakePerson['fields'], string>();
  const foldOf = ({ fields }: FakePerson): string => {
    const known = folds.get(fields) ?? foldForSearch(`${fields.name} ${fields.kana} ${fields.code}`);
    folds.set(fields, known);
    return known;
  };
  const answer = async <T>(work: () => Answer<T>): VaultResult<T> => {
    if (options.slow !== undefined) await wait(options.slow);
    return work();
  };
  const known = <T>(id: PersonId, work: (person: FakePerson) => Answer<T>): VaultResult<T> =>
    answer(() => {
      const person = find(id);
      return person === undefined ? err({ type: 'NotFound' }) : work(person);
    });
  const invalid = (field: string, problem: string): Answer<never> => err({ type: 'InvalidInput', fields: [{ field, problem }] });
  const isTaken = (id: PersonId, fields: FakePerson['fields']): boolean =>
    fields.code !== '' && persons.some((one) => one.id !== id && one.fields.kind === fields.kind && one.fields.code === fields.code);
  const remove = async (ids: readonly PersonId[]): Promise<void> => {
    for (let done = 0; done < 6; done += 1) {
      book.emit({ type: 'Progress', job: 'rotate', done: done * 40, total: 240 });
      await wait(options.slow === undefined ? 0 : 300);
    }
    persons = persons.filter(({ id }) => !ids.includes(id));
  };

  const calls: Partial<VaultCalls> = {
    listPersons: (query) =>
      answer(() => {
        const needle = foldForSearch(query.text);
        const hits = listed()
          .filter((person) => needle === '' || foldOf(person).includes(needle))
          .filter(({ fields }) => query.kinds.length === 0 || query.kinds.includes(fields.kind))
          .filter((person) => query.states.length === 0 || query.states.includes(stateOf(person)));
        const withNumber = persons.filter(({ number }) => number !== null).length;
        const corporate = persons.filter(({ fields }) => fields.corporate).length;
        return ok({
          rows: hits.slice(query.offset, query.offset + query.limit).map(rowOf),
          total: hits.length,
          counts: { all: persons.length, withNumber, withoutNumber: persons.length - withNumber - corporate },
        });
      }),
    viewPerson: (id) => known(id, (person) => ok(viewOf(person))),
    registerPerson: ({ id, fields }) =>
      answer(() => {
        if (isTaken(id, fields)) return invalid('code', 'Taken');
        const person: FakePerson = { id, rev: 1, fields, number: null, registeredAt: now(), changedAt: now() };
        persons = [...persons, person];
        log('register', id);
        changed();
        return ok(viewOf(person));
      }),
    changePerson: ({ id, rev, fields }) =>
      known(id, (person) => {
        if (person.rev !== rev) return err({ type: 'ChangedMeanwhile' });
        if (isTaken(id, fields)) return invalid('code', 'Taken');
        Object.assign(person, { rev: rev + 1, fields, changedAt: now() });
        log('change', id);
        changed();
        return ok(viewOf(person));
      }),
    previewCancel: (id) =>
      known(id, (person) =>
        ok({
          name: person.fields.name,
          hasNumber: person.number !== null,
          dependants: viewOf(person).dependants,
          copiesThatKeepIt: copies.length,
        }),
      ),
    cancelPersons: async (ids) => {
      await remove(ids);
      changed();
      return ok({ oldKeys: 'gone' });
    },
    enterNumber: ({ personId, text, again, replaces, sameAs }) =>
      known(personId, (person) => {
        const parsed = parseIndividualNumber(text);
        if (!parsed.ok) return invalid('text', parsed.error.type);
        const second = again === null ? parsed : parseIndividualNumber(again);
        if (!second.ok || second.value !== parsed.value) return invalid('again', 'Different');
        if (person.number !== null && !replaces) return invalid('replaces', 'AlreadyKept');
        const other = persons.find((one) => one.id !== personId && one.number === parsed.value);
        if (other !== undefined && sameAs !== other.id)
          return err({ type: 'SameNumber', personId: other.id, name: other.fields.name });
        log(person.number === null ? 'number-put' : 'number-replace', personId);
        person.number = parsed.value;
        changed();
        return ok(null);
      }),
    revealNumber: (input) =>
      known(input.personId, (person) => {
        const given = input.reason === null ? reason : { reason: input.reason, givenAt: now() };
        if (given === null || !isReasonServing(given, now())) return err({ type: 'ReasonExpired' });
        if (person.number === null) return err({ type: 'NumberMissing' });
        reason = given;
        log('reveal', input.personId, [`reason:${given.reason}`]);
        return ok({ digits: person.number, reason: { reason: given.reason, until: reasonServesUntil(given) } });
      }),
    viewReason: () =>
      answer(() =>
        ok(isReasonServing(reason, now()) ? { reason: reason.reason, until: reasonServesUntil(reason) } : { reason: null, until: null }),
      ),
    matchNumber: ({ personId, text }) =>
      known(personId, (person) => {
        const parsed = parseIndividualNumber(text);
        if (!parsed.ok) return invalid('text', parsed.error.type);
        const matches = parsed.value === person.number;
        log('match', personId, [`result:${matches ? 'match' : 'no-match'}`]);
        return ok({ matches });
      }),
    mergePersons: async ({ keep, drop }) => {
      if (find(keep)?.fields.kind !== find(drop)?.fields.kind) return err({ type: 'NotAllowed' });
      await remove([drop]);
      for (const person of persons) if (person.fields.parentId === drop) person.fields = { ...person.fields, parentId: keep };
      log('person-merged', keep);
      changed();
      return ok({ oldKeys: 'gone' });
    },
    listEntries: (query) =>
      answer(() => {
        const rows = entries
          .filter((row) => query.personId === null || row.personId === query.personId)
          .filter((row) => query.actions.length === 0 || query.actions.includes(row.action));
        const isOpen = query.personId === null && query.actions.length === 0;
        return ok({ rows: rows.slice(query.offset, query.offset + query.limit), total: rows.length + (isOpen ? before : 0), members: [] });
      }),
    overviewCopies: () =>
      answer((): Answer<CopyOverview> => {
        const verified = copies.filter(({ verifiedAt }) => verifiedAt !== null).map(({ madeAt }) => madeAt);
        const lastVerifiedAt = verified.length === 0 ? null : Math.max(...verified);
        const changesSince = options.changesSince ?? entries.length;
        return ok({ copies, opensEarlier: [], lastVerifiedAt, changesSince, waysChanged: false, age: copyAgeOf({ lastVerifiedAt, changesSince, waysChanged: false, now: now() }) });
      }),
  };
  const book: FakeBook = { calls, persons: () => persons, entries, emit: () => undefined };
  return book;
};
