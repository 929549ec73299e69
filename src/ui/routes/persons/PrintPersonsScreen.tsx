import { useMemo } from 'preact/hooks';
import { createPersonSheetModel } from '../../../app/models/person-sheet-model.ts';
import { hrefTo } from '../../../app/router/routes.ts';
import { printPersonsWords } from '../../../i18n/screens/print-persons.ts';
import { LinkButton } from '../../components/Button.tsx';
import type { Vacancy } from '../../components/PrintListScreen.tsx';
import { PrintListScreen } from '../../components/PrintListScreen.tsx';
import { usePersons } from '../../use-persons.ts';
import { useVault } from '../../vault-context.ts';
import { useWordsWith } from '../../words-context.ts';
import { PersonSheet } from './PersonSheet.tsx';
import './person-sheet.css';

/** The list of persons as it is narrowed on its screen, on the way to paper. */
export const PrintPersonsScreen = () => {
  const words = useWordsWith(printPersonsWords);
  const vault = useVault();
  const filter = usePersons().filter.peek();
  const model = useMemo(() => createPersonSheetModel(vault, filter), [vault]);
  // Nobody is registered: no filter would bring anybody.
  const nobody: Vacancy = {
    title: words.persons.emptyTitle,
    why: words.persons.emptyWhy,
    action: (
      <div class="row">
        <LinkButton look="primary" icon="plus" href={hrefTo('register')}>
          {words.persons.add}
        </LinkButton>
        <LinkButton icon="upload" href={hrefTo('import')}>
          {words.persons.import}
        </LinkButton>
      </div>
    ),
  };
  return (
    <PrintListScreen
      list="persons"
      words={words.prints.persons}
      icon="people"
      back="persons"
      reading={model}
      vacancy={({ counts }) => (counts.all === 0 ? nobody : null)}
    >
      {(sheet, at) => <PersonSheet sheet={sheet} filter={filter} at={at} />}
    </PrintListScreen>
  );
};
