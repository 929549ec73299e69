import type { Ref } from 'preact';
import type { NewPasswordModel } from '../../app/models/new-password-model.ts';
import { createWords } from '../../i18n/screens/create.ts';
import { useWordsWith } from '../words-context.ts';
import { Button } from './Button.tsx';
import { PasswordField } from './PasswordField.tsx';
import './new-password.css';

/** Choosing a password: words on request, two fields, a meter. `shown` is true once the user has tried to go on. */
export const NewPassword = (props: {
  readonly model: NewPasswordModel;
  readonly label?: string | undefined;
  readonly shown: boolean;
  readonly inputRef?: Ref<HTMLInputElement> | undefined;
}) => {
  const words = useWordsWith(createWords);
  const { model } = props;
  const verdict = model.verdict.value;
  const typed = model.password.value;
  const problem = verdict === null ? null : verdict.problem;
  const missing = props.shown && typed === '' ? words.problems.say('Empty') : undefined;
  const weak = props.shown && problem !== null ? words.create.weak[problem] : undefined;
  const wrong = missing ?? weak;
  // While the first field is wrong, the second is no help.
  const again = model.again.value;
  const unlike = props.shown && wrong === undefined && again !== typed;
  // Nothing typed yet is no other word.
  const secondWrong = unlike && again === '' ? words.problems.say('Empty') : model.differs.value || unlike ? words.create.differs : undefined;
  return (
    <div class="new-password">
      <PasswordField
        kind="new"
        label={props.label ?? words.create.password}
        hint={words.create.passwordHint}
        value={typed}
        inputRef={props.inputRef}
        onInput={model.type}
        error={wrong}
      />
      {typed === '' ? null : <Meter model={model} said={wrong === undefined} />}
      <Words model={model} />
      <PasswordField
        kind="new"
        label={words.create.again}
        value={again}
        onInput={model.typeAgain}
        error={secondWrong}
      />
    </div>
  );
};

/** `said` is false while the field above says the same as an error. */
const Meter = ({ model, said }: { readonly model: NewPasswordModel; readonly said: boolean }) => {
  const words = useWordsWith(createWords);
  const verdict = model.verdict.value;
  const length = Array.from(model.password.value).length;
  const judged =
    verdict === null
      ? words.create.meterBusy
      : verdict.problem === null
        ? (words.create.meterWords[verdict.score] ?? '')
        : words.create.weak[verdict.problem];
  const score = verdict?.score ?? 0;
  return (
    <div class="new-password__meter" data-score={verdict?.problem === null ? score : Math.min(score, 1)}>
      <div class="new-password__bar" aria-hidden="true">
        {[0, 1, 2, 3].map((at) => (
          <span key={at} data-on={verdict?.problem === null ? at < score : at < 1} />
        ))}
      </div>
      <p aria-live="polite">
        {said ? <strong>{judged} </strong> : null}
        <span class="new-password__length">{words.create.length(length)}</span>
      </p>
    </div>
  );
};

const Words = ({ model }: { readonly model: NewPasswordModel }) => {
  const words = useWordsWith(createWords);
  const offered = model.offered.value;
  if (offered === null)
    return (
      <div class="new-password__words">
        <p>{words.create.makeWordsWhy}</p>
        <Button icon="key" onClick={() => void model.offerWords()}>
          {words.create.makeWords}
        </Button>
      </div>
    );
  return (
    <div class="new-password__words" role="group" aria-label={words.create.makeWords}>
      <p aria-live="polite">{words.create.madeWords}</p>
      <ol class="new-password__list" role="list" translate={false}>
        {offered.words.map((word, at) => (
          <li key={at}>
            <span class="new-password__kana">{word.kana}</span>
            <span class="new-password__romaji">{word.romaji}</span>
          </li>
        ))}
      </ol>
      <p class="new-password__text">{offered.text}</p>
      <p>{words.create.wordsHow}</p>
      <div class="row">
        <Button onClick={model.takeWords}>{words.create.useWords}</Button>
        <Button look="quiet" onClick={() => void model.offerWords()}>
          {words.create.otherWords}
        </Button>
      </div>
    </div>
  );
};
