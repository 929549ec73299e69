import type { CopyOverview } from '../../core/contract/copy-api.ts';
import type { SessionView } from '../../core/contract/session-api.ts';
import type { PersonPage } from '../../core/contract/person-api.ts';
import type { Todo } from './home-todos.ts';

/** The way from a new vault to one that can be relied on, in the order in which it goes: who is registered is asked for the number at once. */
export const FIRST_STEPS = ['kit', 'person', 'number', 'copy'] as const;
export type FirstStep = (typeof FIRST_STEPS)[number];

/** What a step asks for already while it is not done. */
const STEP_OF: Readonly<Partial<Record<Todo['type'], FirstStep>>> = {
  rehearse: 'kit',
  'first-person': 'person',
  'numbers-missing': 'number',
  'first-copy': 'copy',
  'unverified-copy': 'copy',
};

export interface FirstSteps {
  readonly done: readonly FirstStep[];
  /** The first that is not done. */
  readonly now: FirstStep;
}

/** It came from a copy, and has none of its own yet. */
const cameBack = ({ copies, lastVerifiedAt }: CopyOverview): boolean => lastVerifiedAt === null && copies.some(({ verifiedAt }) => verifiedAt !== null);

/** Null once all are done, in samples, and in a vault that came back and has been through them: then what is to be done is a list. */
export const firstStepsOf = (facts: {
  readonly view: Pick<SessionView, 'rehearsedAt' | 'experience'>;
  readonly counts: PersonPage['counts'];
  readonly copies: CopyOverview;
}): FirstSteps | null => {
  const { view, counts, copies } = facts;
  if (view.experience || cameBack(copies)) return null;
  const isDone: Readonly<Record<FirstStep, boolean>> = {
    kit: view.rehearsedAt !== null,
    person: counts.all > 0,
    copy: copies.copies.some(({ verifiedAt }) => verifiedAt !== null),
    // Companies alone need no number.
    number: counts.all > 0 && (counts.withNumber > 0 || counts.withoutNumber === 0),
  };
  const now = FIRST_STEPS.find((step) => !isDone[step]);
  return now === undefined ? null : { done: FIRST_STEPS.filter((step) => isDone[step]), now };
};

/** What no step still to be done stands for. */
export const besideSteps = (todos: readonly Todo[], steps: FirstSteps | null): readonly Todo[] =>
  todos.filter(({ type }) => {
    const step = STEP_OF[type];
    return steps === null || step === undefined || steps.done.includes(step);
  });
