import { useMemo } from 'preact/hooks';
import { hrefTo } from '../../../app/router/routes.ts';
import { personsWords } from '../../../i18n/screens/persons.ts';
import { useApp } from '../../app-context.ts';
import { LinkButton } from '../../components/Button.tsx';
import { EmptyState } from '../../components/EmptyState.tsx';
import { HelpButton } from '../../components/HelpButton.tsx';
import { PageHeader } from '../../components/PageHeader.tsx';
import { useHome } from '../../use-home.ts';
import { useHandOver } from '../../use-hand-over.ts';
import { usePersons } from '../../use-persons.ts';
import { useVault } from '../../vault-context.ts';
import { useWordsWith } from '../../words-context.ts';
import { ListNewsNotice } from './ListNewsNotice.tsx';
import { PersonList } from './PersonList.tsx';
import { PersonPane } from './PersonPane.tsx';
import { UnknownPerson } from './UnknownPerson.tsx';
import './persons-screen.css';

/** The list of persons, alone or with one of them open beside it; on a phone the person lies over the list. */
export const PersonsScreen = () => {
  const words = useWordsWith(personsWords);
  const place = useApp().router.place.value;
  const vault = useVault();
  const model = usePersons();
  const handOver = useHandOver();
  const news = useMemo(() => handOver.takeNews(), []);
  // What a saving says, and the figure in the rail, are known before they are needed.
  useHome();
  const isOpen = place.id === 'person';
  const id = isOpen ? vault.persons.idOf(place.no) : null;
  const all = model.counts.value?.all ?? null;

  const toImport = (
    <LinkButton icon="upload" href={hrefTo('import')}>
      {words.persons.import}
    </LinkButton>
  );
  const toRegister = (
    <LinkButton look={isOpen ? 'second' : 'primary'} icon="plus" href={hrefTo('register')}>
      {words.persons.add}
    </LinkButton>
  );
  const actions = (
    <>
      {toImport}
      {toRegister}
    </>
  );
  if (all === 0)
    return (
      <>
        <PageHeader title={words.persons.title} />
        <ListNewsNotice news={news} />
        <div class="card">
          <EmptyState
            icon="people"
            title={words.persons.emptyTitle}
            action={
              <div class="row">
                {toRegister}
                {toImport}
              </div>
            }
          >
            {words.persons.emptyWhy}
          </EmptyState>
        </div>
      </>
    );
  return (
    <div class="persons-frame">
      {isOpen ? (
        <div class="persons-screen__top">
          <p class="persons-screen__title">{words.persons.title}</p>
          <div class="row">
            <HelpButton />
            {actions}
          </div>
        </div>
      ) : (
        <PageHeader title={words.persons.title} actions={actions} />
      )}
      <ListNewsNotice news={news} />
      <div class="persons-screen" data-open={isOpen}>
        <div class="persons-screen__list">
          <PersonList open={id} />
        </div>
        {isOpen ? (
          <div class="persons-screen__person">{id === null ? <UnknownPerson /> : <PersonPane key={id} id={id} />}</div>
        ) : null}
      </div>
    </div>
  );
};
