import { batch, computed, signal } from '@preact/signals';
import type { ReadonlySignal } from '@preact/signals';
import type { VaultError } from '../../core/contract/errors.ts';
import type { PersonView } from '../../core/contract/person-api.ts';
import { tokyoDateOf } from '../../core/domain/date/civil-date.ts';
import type { PersonId } from '../../core/domain/ids.ts';
import type { Business } from '../../core/domain/person/entity-type.ts';
import { parsePersonFields } from '../../core/domain/person/parse-person.ts';
import type { PersonField } from '../../core/domain/person/person.ts';
import type { PersonKind } from '../../core/domain/person/person-kind.ts';
import type { Purpose, PurposeCode } from '../../core/domain/person/purpose.ts';
import { defaultPurposes, mayBeThirdCategory, purposeOf, purposesFor } from '../../core/domain/person/purpose.ts';
import type { Draft } from './drafts.ts';
import type { OpenVault } from './open-vault.ts';
import type { FormParent, FormTexts, PersonFormStart } from './person-form-values.ts';
import { draftOf, inputOf, NO_TEXTS, revOfDraft, textsOf, withDraft } from './person-form-values.ts';

/** Registering or changing a person: what stands in the fields, what is wrong with them, what the purposes are. */
export interface PersonFormModel {
  readonly isNew: boolean;
  readonly kind: ReadonlySignal<PersonKind | null>;
  readonly texts: ReadonlySignal<FormTexts>;
  readonly corporate: ReadonlySignal<boolean>;
  readonly parent: ReadonlySignal<FormParent | null>;
  readonly purposes: ReadonlySignal<readonly PurposeCode[]>;
  /** Those that can be ticked, and those that are ticked already. */
  readonly offered: ReadonlySignal<readonly Purpose[]>;
  /** Field to problem, as the domain or the vault names it. */
  readonly problems: ReadonlySignal<Partial<Record<PersonField, string>>>;
  readonly error: ReadonlySignal<VaultError | null>;
  readonly busy: ReadonlySignal<boolean>;
  readonly chooseKind: (kind: PersonKind | null) => void;
  readonly type: (field: keyof FormTexts, text: string) => void;
  /** Says at once what is wrong with a field that has been left. */
  readonly leave: (field: PersonField) => void;
  readonly setCorporate: (corporate: boolean) => void;
  readonly setParent: (parent: FormParent | null) => void;
  readonly tick: (purpose: PurposeCode, ticked: boolean) => void;
  /** The person as it is stored now; null when something has to be put right. */
  readonly save: () => Promise<PersonView | null>;
  readonly isDirty: () => boolean;
  readonly draft: () => Draft | null;
}

export interface PersonFormDeps extends Pick<OpenVault, 'api' | 'now'> {
  readonly business: Business;
  readonly newPersonId: () => PersonId;
}

export const createPersonFormModel = (deps: PersonFormDeps, start: PersonFormStart): PersonFormModel => {
  const { api, business } = deps;
  const person = start.person;
  const id = person?.id ?? deps.newPersonId();
  const base = person === null ? null : { id: person.id, rev: revOfDraft(start.draft) ?? person.rev };
  const kind = signal(person?.fields.kind ?? start.kind);
  const texts = signal<FormTexts>(person === null ? NO_TEXTS : textsOf(person.fields));
  const corporate = signal(person?.fields.corporate ?? false);
  const parent = signal<FormParent | null>(person === null ? start.parent : person.parent && { ...person.parent, kind: null });
  const chosen = signal<readonly PurposeCode[] | null>(person?.fields.purposes ?? null);
  const problems = signal<Partial<Record<PersonField, string>>>({});
  const error = signal<VaultError | null>(null);
  const busy = signal(false);

  const subject = computed(() => ({
    kind: kind.value ?? 'employee',
    parentKind: parent.value === null ? null : (parent.value.kind ?? 'employee'),
    relationship: texts.value.relationship,
    corporate: corporate.value,
  }));
  // What the user has ticked stays; until then the usual ones follow what is chosen above.
  const purposes = computed(() => chosen.value ?? defaultPurposes(subject.value, business));
  const offered = computed(() => {
    const possible = purposesFor(subject.value.kind, business).filter(
      ({ code }) => code !== 'third-category-spouse' || mayBeThirdCategory(subject.value),
    );
    const others = purposes.value.filter((code) => possible.every((purpose) => purpose.code !== code));
    return [...possible, ...others.map(purposeOf)];
  });

  const values = () => ({
    kind: kind.peek(),
    texts: texts.peek(),
    corporate: corporate.peek(),
    parent: parent.peek(),
    purposes: chosen.peek(),
  });
  /** Which kind it is to be is one touch: nothing to ask about on leaving, nor to keep. */
  const typed = (): string => JSON.stringify({ ...values(), kind: null });
  const untouched = typed();
  if (start.draft !== null) {
    const taken = withDraft(values(), start.draft);
    kind.value = taken.kind;
    texts.value = taken.texts;
    corporate.value = taken.corporate;
    parent.value = taken.parent;
    chosen.value = taken.purposes;
  }

  const forget = (field: PersonField): void => {
    if (problems.peek()[field] === undefined) return;
    const { [field]: _gone, ...rest } = problems.peek();
    problems.value = rest;
  };
  const check = () =>
    parsePersonFields(inputOf({ ...values(), purposes: purposes.peek() }), { today: tokyoDateOf(deps.now()), business });

  const save = async (): Promise<PersonView | null> => {
    if (busy.peek()) return null;
    const parsed = check();
    if (!parsed.ok) {
      problems.value = Object.fromEntries(parsed.error.toReversed().map(({ field, type }) => [field, type]));
      return null;
    }
    busy.value = true;
    const answer =
      base === null ? await api.registerPerson({ id, fields: parsed.value }) : await api.changePerson({ ...base, fields: parsed.value });
    busy.value = false;
    if (answer.ok) {
      saved = true;
      error.value = null;
      return answer.value;
    }
    if (answer.error.type === 'InvalidInput')
      problems.value = Object.fromEntries(answer.error.fields.map(({ field, problem }) => [field, problem]));
    error.value = answer.error.type === 'InvalidInput' ? null : answer.error;
    return null;
  };
  let saved = false;
  const isDirty = (): boolean => !saved && typed() !== untouched;

  return {
    isNew: person === null,
    kind,
    texts,
    corporate,
    parent,
    purposes,
    offered,
    problems,
    error,
    busy,
    chooseKind: (next) =>
      batch(() => {
        kind.value = next;
        if (next !== 'dependant') parent.value = null;
        if (next !== 'payee') corporate.value = false;
        chosen.value = null;
        problems.value = {};
      }),
    type: (field, text) => {
      texts.value = { ...texts.peek(), [field]: text };
      forget(field);
    },
    leave: (field) => {
      const parsed = check();
      const found = parsed.ok ? undefined : parsed.error.find((problem) => problem.field === field);
      // An empty field is complained about when saving, not while one is still on the way to it.
      if (found !== undefined && found.type !== 'Empty' && found.type !== 'Missing')
        problems.value = { ...problems.peek(), [field]: found.type };
    },
    setCorporate: (next) =>
      batch(() => {
        corporate.value = next;
        chosen.value = null;
        forget('corporate');
      }),
    setParent: (next) => {
      parent.value = next;
      forget('parentId');
    },
    tick: (purpose, ticked) => {
      const before = purposes.peek().filter((code) => code !== purpose);
      chosen.value = ticked ? [...before, purpose] : before;
      forget('purposes');
    },
    save,
    isDirty,
    draft: () => (isDirty() ? draftOf(values(), base) : null),
  };
};
