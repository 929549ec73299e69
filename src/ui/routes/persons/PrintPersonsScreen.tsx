import { useEffect, useMemo } from 'preact/hooks';
import { createPersonSheetModel, MOST_PERSONS_ON_PAPER } from '../../../app/models/person-sheet-model.ts';
import { hrefTo } from '../../../app/router/routes.ts';
import { printsWords } from '../../../i18n/screens/prints.ts';
import { EmptyState } from '../../components/EmptyState.tsx';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { PrintScreen } from '../../components/PrintScreen.tsx';
import { Progress } from '../../components/Progress.tsx';
import { usePersons } from '../../use-persons.ts';
import { usePrint } from '../../use-print.ts';
import { useVault } from '../../vault-context.ts';
import { useWordsWith } from '../../words-context.ts';
import { PersonSheet } from './PersonSheet.tsx';
import './person-sheet.css';

/** Two lines a person, heading and foot on each. */
const PERSONS_A_SHEET = 25;

/** The list of persons as it is narrowed on its screen, on the way to paper. */
export const PrintPersonsScreen = () => {
  const own = useWordsWith(printsWords).prints.persons;
  const vault = useVault();
  const filter = usePersons().filter.peek();
  const model = useMemo(() => createPersonSheetModel(vault, filter), [vault]);
  useEffect(() => void model.load(), [model]);
  const sheet = model.sheet.value;
  const error = model.error.value;
  const isReady = sheet !== null && sheet.rows.length > 0;
  const printing = usePrint('persons', isReady);
  return (
    <PrintScreen
      title={own.title}
      why={own.why}
      printing={printing}
      ready={isReady}
      back={{ href: hrefTo('persons'), name: own.back }}
    >
      {error === null ? null : <ErrorNotice error={error} onRetry={() => void model.load()} />}
      {sheet === null ? (
        error === null ? (
          <Progress label={own.loading} />
        ) : null
      ) : sheet.total === 0 ? (
        <div class="card">
          <EmptyState icon="people" title={own.none}>
            {own.noneWhy}
          </EmptyState>
        </div>
      ) : sheet.rows.length === 0 ? (
        <div class="card">
          <EmptyState icon="people" title={own.tooMany(sheet.total, Math.ceil(sheet.total / PERSONS_A_SHEET))}>
            {own.tooManyWhy(MOST_PERSONS_ON_PAPER)}
          </EmptyState>
        </div>
      ) : (
        <PersonSheet sheet={sheet} filter={filter} at={printing.at.value} />
      )}
    </PrintScreen>
  );
};
