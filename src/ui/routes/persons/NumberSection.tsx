import { useSignal } from '@preact/signals';
import type { RefObject } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { MASKED_NUMBER } from '../../../core/domain/number/individual-number.ts';
import type { PersonView } from '../../../core/contract/person-api.ts';
import { personsWords } from '../../../i18n/screens/persons.ts';
import { Button } from '../../components/Button.tsx';
import { Notice } from '../../components/Notice.tsx';
import { useHome } from '../../use-home.ts';
import { useWordsWith } from '../../words-context.ts';
import { EnterNumber } from './EnterNumber.tsx';
import { MatchNumber } from './MatchNumber.tsx';
import { RevealDialog } from './RevealDialog.tsx';
import { Section } from './Section.tsx';

type Mode = 'rest' | 'enter' | 'match' | 'reveal';

/** The number of a person: dots, and what can be done with it. Comparing comes first, showing is a quiet link. */
export const NumberSection = (props: {
  readonly person: PersonView;
  /** Opened in order to put the number in. */
  readonly begin: boolean;
  /** What is done with a number is the main act of the screen. */
  readonly isMain: boolean;
  /** Takes the focus once a number is stored, where it stands on the screen. */
  readonly next: RefObject<HTMLElement | null>;
  /** Reads the person anew, so that what is shown next is what is stored. */
  readonly onStored: () => Promise<void>;
}) => {
  const words = useWordsWith(personsWords);
  const { person } = props;
  // The last number it was compared with was another.
  const isInQuestion = useHome().record.value?.unmatched.some(({ id }) => id === person.id) === true;
  const mode = useSignal<Mode>(props.begin && !person.hasNumber ? 'enter' : 'rest');
  const acts = useRef<HTMLDivElement>(null);
  const isBack = useRef(false);
  const isStored = useRef(false);
  const rest = (): void => {
    // The form that had the focus goes; a dialog gives it back by itself.
    isBack.current = mode.peek() !== 'reveal';
    mode.value = 'rest';
  };
  useEffect(() => {
    if (isBack.current) ((isStored.current ? props.next.current : null) ?? acts.current?.querySelector('button'))?.focus();
    isBack.current = false;
    isStored.current = false;
  }, [mode.value]);
  const go = (next: Mode) => () => {
    mode.value = next;
  };
  if (mode.value === 'enter')
    return (
      <Section title={person.hasNumber ? words.numbers.entry.replaceTitle : words.numbers.entry.title}>
        <EnterNumber
          person={person}
          onCancel={rest}
          onStored={() => {
            isStored.current = true;
            void props.onStored().then(rest);
          }}
        />
      </Section>
    );
  if (mode.value === 'match')
    return (
      <Section title={words.numbers.matching.title}>
        <MatchNumber person={person} onDone={rest} />
      </Section>
    );
  return (
    <Section
      title={words.numbers.title}
      aside={
        person.hasNumber ? (
          <Button look="quiet" onClick={go('enter')}>
            {words.numbers.replace}
          </Button>
        ) : undefined
      }
    >
      {isInQuestion ? <Notice tone="warn" title={words.numbers.inQuestion}>{words.numbers.inQuestionWhy}</Notice> : null}
      {person.hasNumber ? (
        <>
          <p class="person-pane__digits person-pane__digits--hidden">
            <span aria-hidden="true">{MASKED_NUMBER}</span>
            <span class="visually-hidden">{words.numbers.hidden}</span>
          </p>
          <div ref={acts} class="person-pane__acts">
            <Button look={props.isMain ? 'primary' : 'second'} onClick={go('match')}>
              {words.numbers.match}
            </Button>
            <Button look="quiet" onClick={go('reveal')}>
              {words.numbers.show}
            </Button>
          </div>
        </>
      ) : (
        <>
          <p>{words.numbers.none}</p>
          <div ref={acts} class="person-pane__acts">
            <Button look="primary" icon="key" onClick={go('enter')}>
              {words.numbers.enter}
            </Button>
          </div>
        </>
      )}
      {mode.value === 'reveal' ? <RevealDialog person={person} onClose={rest} /> : null}
    </Section>
  );
};
