import { useSignal } from '@preact/signals';
import { useEffect, useMemo, useRef } from 'preact/hooks';
import { createPersonModel } from '../../../app/models/person-model.ts';
import { hrefTo } from '../../../app/router/routes.ts';
import type { PersonId } from '../../../core/domain/ids.ts';
import { personsWords } from '../../../i18n/screens/persons.ts';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { Icon } from '../../components/Icon.tsx';
import { Progress } from '../../components/Progress.tsx';
import { SavedNotice } from '../../components/SavedNotice.tsx';
import { useHandOver } from '../../use-hand-over.ts';
import { useVault } from '../../vault-context.ts';
import { useWordsWith } from '../../words-context.ts';
import { CancelSection } from './CancelSection.tsx';
import { CorporateSection } from './CorporateSection.tsx';
import { DependantsSection } from './DependantsSection.tsx';
import { DetailsSection } from './DetailsSection.tsx';
import { GoOnButton } from './GoOnButton.tsx';
import { HappenedSection } from './HappenedSection.tsx';
import { NumberSection } from './NumberSection.tsx';
import { PersonHead } from './PersonHead.tsx';
import './person-pane.css';

/** One person, in the order of use: name and state, number, details, family, what happened; the way to undo comes last. */
export const PersonPane = ({ id }: { readonly id: PersonId }) => {
  const words = useWordsWith(personsWords);
  const vault = useVault();
  const handOver = useHandOver();
  const arrival = useMemo(() => handOver.takeArrival(id), [id]);
  const model = useMemo(() => createPersonModel(vault, id), [id]);
  const saved = useSignal(arrival === null || arrival === 'enter' ? null : words.persons.person.arrived[arrival]);
  useEffect(() => {
    void model.load();
    return model.release;
  }, [model]);

  /** Whoever has registered somebody goes on to the next: the focus waits there once the number is in. */
  const goOn = useRef<HTMLButtonElement>(null);
  const person = model.person.value;
  const error = model.error.value;
  return (
    <div class="person-pane">
      <a class="person-pane__back" href={hrefTo('persons')}>
        <Icon name="back" small />
        <span>{words.persons.backToList}</span>
      </a>
      {saved.value === null ? null : (
        <SavedNotice
          key={saved.value}
          what={saved.value}
          act={arrival === 'registered' && person !== null ? <GoOnButton person={person} buttonRef={goOn} /> : undefined}
        />
      )}
      {error === null ? null : <ErrorNotice error={error} onRetry={() => void model.load()} />}
      {person === null ? (
        error === null ? (
          <div class="card">
            <Progress label={words.persons.person.loading} />
          </div>
        ) : null
      ) : (
        <article class="person-pane__card">
          <PersonHead person={person} focus={arrival !== 'enter' && arrival !== 'registered'} />
          {person.fields.corporate ? (
            <CorporateSection person={person} />
          ) : (
            <NumberSection
              person={person}
              begin={arrival === 'enter' || arrival === 'registered'}
              next={goOn}
              isMain={arrival !== 'registered'}
              onStored={async () => {
                await model.load();
                saved.value = words.persons.person.arrived.number;
              }}
            />
          )}
          <DetailsSection person={person} />
          {person.fields.kind === 'owner' || person.fields.kind === 'employee' ? <DependantsSection person={person} /> : null}
          <HappenedSection model={model} />
          <CancelSection person={person} />
        </article>
      )}
    </div>
  );
};
