import { useMemo } from 'preact/hooks';
import { createPersonSheetModel } from '../../../app/models/person-sheet-model.ts';
import { printsWords } from '../../../i18n/screens/prints.ts';
import { PrintListScreen } from '../../components/PrintListScreen.tsx';
import { usePersons } from '../../use-persons.ts';
import { useVault } from '../../vault-context.ts';
import { useWordsWith } from '../../words-context.ts';
import { PersonSheet } from './PersonSheet.tsx';
import './person-sheet.css';

/** The list of persons as it is narrowed on its screen, on the way to paper. */
export const PrintPersonsScreen = () => {
  const own = useWordsWith(printsWords).prints.persons;
  const vault = useVault();
  const filter = usePersons().filter.peek();
  const model = useMemo(() => createPersonSheetModel(vault, filter), [vault]);
  return (
    <PrintListScreen list="persons" words={own} icon="people" back="persons" reading={model}>
      {(sheet, at) => <PersonSheet sheet={sheet} filter={filter} at={at} />}
    </PrintListScreen>
  );
};
