import { computed, signal } from '@preact/signals';
import type { ReadonlySignal } from '@preact/signals';
import type { CopyRow } from '../../core/contract/copy-api.ts';
import type { FreeTextProblem } from '../../core/domain/text/free-text.ts';
import { parseFreeText } from '../../core/domain/text/free-text.ts';

/** One line on a small label. */
export const CONTACT_MAX = 40;

/** What is written by hand is left as a line. */
export interface Label {
  /** UTC ms of the copy; null: a line to write the day on. */
  readonly day: number | null;
  /** Whom to ask; '' leaves a line. */
  readonly contact: string;
}

/** Labels for the place a copy lies in. Whatever is typed here is on the paper alone: it is kept nowhere. */
export interface LabelModel {
  /** Id of the copy the label is for; null: the day is written by hand. */
  readonly copyId: ReadonlySignal<string | null>;
  readonly contact: ReadonlySignal<string>;
  readonly problem: ReadonlySignal<FreeTextProblem['type'] | null>;
  readonly label: ReadonlySignal<Label>;
  readonly choose: (copyId: string | null) => void;
  readonly typeContact: (text: string) => void;
}

/** The newest copy that was read back is the one that is about to be put away. */
export const newestVerified = (copies: readonly CopyRow[]): CopyRow | null =>
  copies.filter(({ verifiedAt }) => verifiedAt !== null).toSorted((a, b) => b.madeAt - a.madeAt)[0] ?? null;

export const createLabelModel = (copies: ReadonlySignal<readonly CopyRow[]>, owner: string): LabelModel => {
  const chosen = signal<string | null | undefined>(undefined);
  const contact = signal(owner);
  const copyId = computed(() => (chosen.value === undefined ? (newestVerified(copies.value)?.copyId ?? null) : chosen.value));
  const parsed = computed(() => parseFreeText(contact.value, CONTACT_MAX));
  return {
    copyId,
    contact,
    problem: computed(() => (parsed.value.ok ? null : parsed.value.error.type)),
    label: computed(() => ({
      day: copies.value.find((copy) => copy.copyId === copyId.value)?.madeAt ?? null,
      contact: parsed.value.ok ? parsed.value.value : '',
    })),
    choose: (next) => {
      chosen.value = next;
    },
    typeContact: (text) => {
      contact.value = text;
    },
  };
};
