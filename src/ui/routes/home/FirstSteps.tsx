import { hrefTo } from '../../../app/router/routes.ts';
import { LinkButton } from '../../components/Button.tsx';
import { Card } from '../../components/Card.tsx';
import { Chip } from '../../components/Chip.tsx';
import { useVault } from '../../vault-context.ts';
import { useWords } from '../../words-context.ts';

type Step = 'kit' | 'person' | 'copy';

/** A vault in which nobody is registered yet: paper, first person, copy; the step that comes next has the button. */
export const FirstSteps = () => {
  const words = useWords();
  const text = words.home.steps;
  const isRehearsed = useVault().view.value.rehearsedAt !== null;
  const now: Step = isRehearsed ? 'person' : 'kit';
  const steps: readonly { readonly id: Step; readonly title: string; readonly why: string }[] = [
    { id: 'kit', title: text.kit, why: text.kitWhy },
    { id: 'person', title: text.person, why: text.personWhy },
    { id: 'copy', title: text.copy, why: text.copyWhy },
  ];
  return (
    <Card title={text.title}>
      <p class="first-steps__why">{text.why}</p>
      <ol class="first-steps" role="list">
        {steps.map((step, at) => {
          const isDone = step.id === 'kit' && isRehearsed;
          return (
            <li key={step.id} class="first-steps__step" aria-current={step.id === now ? 'step' : undefined}>
              <span class="first-steps__no" aria-hidden="true">
                {at + 1}
              </span>
              <div class="first-steps__words">
                <h3>{step.title}</h3>
                <p>{step.why}</p>
              </div>
              <Chip tone={isDone ? 'ok' : step.id === now ? 'info' : 'plain'}>
                {isDone ? text.done : step.id === now ? text.now : text.later}
              </Chip>
              {step.id === now ? <Acts step={step.id} /> : null}
            </li>
          );
        })}
      </ol>
    </Card>
  );
};

const Acts = ({ step }: { readonly step: Step }) => {
  const { todo, steps } = useWords().home;
  if (step === 'kit')
    return (
      <div class="first-steps__acts row">
        <LinkButton look="primary" href={hrefTo('kit')}>
          {steps.kitDo}
        </LinkButton>
        <LinkButton href={hrefTo('register')}>{todo.firstPersonDo}</LinkButton>
      </div>
    );
  return (
    <div class="first-steps__acts row">
      <LinkButton look="primary" icon="plus" href={hrefTo('register')}>
        {todo.firstPersonDo}
      </LinkButton>
      <LinkButton icon="upload" href={hrefTo('import')}>
        {todo.importDo}
      </LinkButton>
    </div>
  );
};
