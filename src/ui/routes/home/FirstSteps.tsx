import type { FirstStep, FirstSteps as Steps } from '../../../app/models/first-steps.ts';
import { FIRST_STEPS } from '../../../app/models/first-steps.ts';
import { hrefTo } from '../../../app/router/routes.ts';
import { homeWords } from '../../../i18n/screens/home.ts';
import { useApp } from '../../app-context.ts';
import { Button, LinkButton } from '../../components/Button.tsx';
import { Card } from '../../components/Card.tsx';
import { Chip } from '../../components/Chip.tsx';
import { Icon } from '../../components/Icon.tsx';
import { Mark } from '../../components/Mark.tsx';
import { usePersons } from '../../use-persons.ts';
import { useVault } from '../../vault-context.ts';
import { useWordsWith } from '../../words-context.ts';

/** From a new vault to one that can be relied on; where one is, what is left, and the button of the step that comes next. */
export const FirstSteps = ({ steps, missing }: { readonly steps: Steps; readonly missing: number }) => {
  const words = useWordsWith(homeWords);
  const { steps: text, todo } = words.home;
  const isCodeAtHand = useVault().kit.value !== null;
  const said: Readonly<Record<FirstStep, { readonly title: string; readonly why: string }>> = {
    kit: isCodeAtHand ? { title: text.kit, why: text.kitWhy } : { title: text.kit, why: todo.remakeWhy },
    person: { title: text.person, why: text.personWhy },
    number: { title: text.number, why: missing > 0 ? text.numberMissing(missing) : text.numberWhy },
    copy: { title: text.copy, why: text.copyWhy },
  };
  return (
    <Card title={text.title} aside={<Chip tone="plain">{text.left(steps.done.length, FIRST_STEPS.length - steps.done.length)}</Chip>}>
      <p class="first-steps__why">{text.why}</p>
      <ol class="first-steps" role="list">
        {FIRST_STEPS.map((step, at) => {
          const isDone = steps.done.includes(step);
          const isNow = step === steps.now;
          return (
            <li key={step} class="first-steps__step" aria-current={isNow ? 'step' : undefined}>
              <Mark tone={isDone ? 'ok' : isNow ? 'now' : 'later'}>{isDone ? <Icon name="check" /> : at + 1}</Mark>
              <div class="first-steps__words">
                <h3>{said[step].title}</h3>
                {isDone ? null : <p>{said[step].why}</p>}
              </div>
              <Chip tone={isDone ? 'ok' : isNow ? 'info' : 'plain'}>{isDone ? text.done : isNow ? text.now : text.later}</Chip>
              {isNow ? (
                <div class="first-steps__acts row">
                  <Acts step={step} />
                </div>
              ) : null}
            </li>
          );
        })}
      </ol>
    </Card>
  );
};

const Acts = ({ step }: { readonly step: FirstStep }) => {
  const { todo, steps } = useWordsWith(homeWords).home;
  const { router } = useApp();
  const persons = usePersons();
  const vault = useVault();
  switch (step) {
    case 'kit':
      return (
        <>
          <LinkButton look="primary" href={hrefTo('kit')}>
            {vault.kit.value === null ? todo.remakeDo : steps.kitDo}
          </LinkButton>
          <LinkButton href={hrefTo('register')}>{todo.firstPersonDo}</LinkButton>
        </>
      );
    case 'person':
      return (
        <>
          <LinkButton look="primary" icon="plus" href={hrefTo('register')}>
            {todo.firstPersonDo}
          </LinkButton>
          <LinkButton icon="upload" href={hrefTo('import')}>
            {todo.importDo}
          </LinkButton>
        </>
      );
    case 'number':
      return (
        <>
          <Button
            look="primary"
            onClick={() => {
              persons.narrow({ text: '', kinds: [], states: ['not-asked'] });
              router.go('persons');
            }}
          >
            {todo.missingDo}
          </Button>
          <LinkButton icon="plus" href={hrefTo('register')}>
            {steps.morePersons}
          </LinkButton>
        </>
      );
    case 'copy':
      return (
        <>
          <LinkButton look="primary" icon="copy" href={hrefTo('copies')}>
            {todo.copyDo}
          </LinkButton>
          <LinkButton icon="plus" href={hrefTo('register')}>
            {steps.morePersons}
          </LinkButton>
        </>
      );
  }
};
