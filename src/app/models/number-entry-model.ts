import { batch, computed, signal } from '@preact/signals';
import type { ReadonlySignal } from '@preact/signals';
import type { VaultError } from '../../core/contract/errors.ts';
import type { OldKeys, PersonView } from '../../core/contract/person-api.ts';
import type { PersonId } from '../../core/domain/ids.ts';
import type { IndividualNumberProblem } from '../../core/domain/number/individual-number.ts';
import { parseIndividualNumber } from '../../core/domain/number/individual-number.ts';
import type { OpenVault } from './open-vault.ts';

/** How a text came into a field. */
export type EntryWay = 'typed' | 'pasted';

/** The number is another person's too: who that is, as far as the choice needs it. */
export interface SameHuman {
  readonly id: PersonId;
  readonly name: string;
  /** Both rows stand for one kind of person: entered twice. Null while it is being looked up. */
  readonly sameKind: boolean | null;
  /** Copies that hold the registration that would go as one entered twice; null while it is looked up, or where that failed. */
  readonly copies: number | null;
}

/** Whether what stands in a field is a possible number yet. */
export type Verdict = 'open' | 'good' | IndividualNumberProblem['type'];

/**
 * Putting a number in: typed twice by hand, or pasted once. The digits live in these two signals and nowhere else on
 * the page, and both are emptied the moment the worker has answered that they are stored.
 */
export interface NumberEntryModel {
  readonly first: ReadonlySignal<string>;
  readonly second: ReadonlySignal<string>;
  readonly verdict: ReadonlySignal<Verdict>;
  /** The second typing is asked for: the first is whole and was typed by hand. */
  readonly wantsSecond: ReadonlySignal<boolean>;
  readonly pasted: ReadonlySignal<boolean>;
  /** Both typings are whole and differ. */
  readonly differs: ReadonlySignal<boolean>;
  readonly isReady: ReadonlySignal<boolean>;
  readonly busy: ReadonlySignal<boolean>;
  readonly error: ReadonlySignal<VaultError | null>;
  readonly same: ReadonlySignal<SameHuman | null>;
  readonly type: (text: string, way: EntryWay) => void;
  readonly typeAgain: (text: string) => void;
  /** Back to the first typing. */
  readonly startOver: () => void;
  /** True when it is stored. */
  readonly save: () => Promise<boolean>;
  /** One human with two relations: stored for both. True when it is stored. */
  readonly saveAsSame: () => Promise<boolean>;
  /** Entered twice: this row goes, the other stays. The id of the one that stays, or null. */
  readonly merge: () => Promise<{ readonly kept: PersonId; readonly oldKeys: OldKeys } | null>;
  readonly dropSame: () => void;
  readonly clear: () => void;
}

/** Judged while typing: what can still become a number is 'open'. */
const judge = (text: string): Verdict => {
  if (text.trim() === '') return 'open';
  const parsed = parseIndividualNumber(text);
  if (parsed.ok) return 'good';
  const { error } = parsed;
  return error.type === 'NotTwelveDigits' && error.digits < 12 ? 'open' : error.type;
};

const sameDigits = (a: string, b: string): boolean => {
  const [left, right] = [parseIndividualNumber(a), parseIndividualNumber(b)];
  return left.ok && right.ok && left.value === right.value;
};

export const createNumberEntryModel = (
  { api }: Pick<OpenVault, 'api'>,
  person: Pick<PersonView, 'id' | 'hasNumber'> & { readonly fields: Pick<PersonView['fields'], 'kind'> },
): NumberEntryModel => {
  const first = signal('');
  const second = signal('');
  const pasted = signal(false);
  const busy = signal(false);
  const error = signal<VaultError | null>(null);
  const same = signal<SameHuman | null>(null);
  const verdict = computed(() => judge(first.value));
  const wantsSecond = computed(() => verdict.value === 'good' && !pasted.value);
  const differs = computed(() => wantsSecond.value && judge(second.value) !== 'open' && !sameDigits(first.value, second.value));
  const isReady = computed(
    () => verdict.value === 'good' && (pasted.value || sameDigits(first.value, second.value)) && !busy.value,
  );

  const clear = (): void =>
    batch(() => {
      first.value = '';
      second.value = '';
      pasted.value = false;
      same.value = null;
    });

  const send = async (sameAs: PersonId | null): Promise<boolean> => {
    busy.value = true;
    const answer = await api.enterNumber({
      personId: person.id,
      text: first.peek(),
      again: pasted.peek() ? null : second.peek(),
      replaces: person.hasNumber,
      sameAs,
    });
    busy.value = false;
    if (answer.ok) {
      clear();
      error.value = null;
      return true;
    }
    if (answer.error.type === 'SameNumber') await meet(answer.error.personId as PersonId, answer.error.name);
    else error.value = answer.error;
    return false;
  };

  const meet = async (id: PersonId, name: string): Promise<void> => {
    same.value = { id, name, sameKind: null, copies: null };
    const [other, going] = await Promise.all([api.viewPerson(id), api.previewCancel(person.id)]);
    if (same.peek()?.id !== id) return;
    const sameKind = other.ok && other.value.fields.kind === person.fields.kind;
    same.value = { id, name, sameKind, copies: going.ok ? going.value.copiesThatKeepIt : null };
  };

  return {
    first,
    second,
    verdict,
    wantsSecond,
    pasted,
    differs,
    isReady,
    busy,
    error,
    same,
    type: (text, way) =>
      batch(() => {
        first.value = text;
        second.value = '';
        // A correction by hand makes the whole a typed one.
        pasted.value = way === 'pasted';
        error.value = null;
      }),
    typeAgain: (text) => {
      second.value = text;
    },
    startOver: () => {
      clear();
      error.value = null;
    },
    save: () => (isReady.peek() ? send(null) : Promise.resolve(false)),
    saveAsSame: () => {
      const other = same.peek();
      return other === null ? Promise.resolve(false) : send(other.id);
    },
    merge: async () => {
      const other = same.peek();
      if (other === null) return null;
      busy.value = true;
      const answer = await api.mergePersons({ keep: other.id, drop: person.id });
      busy.value = false;
      if (answer.ok) clear();
      error.value = answer.ok ? null : answer.error;
      same.value = null;
      return answer.ok ? { kept: other.id, oldKeys: answer.value.oldKeys } : null;
    },
    dropSame: () => {
      clear();
    },
    clear,
  };
};
