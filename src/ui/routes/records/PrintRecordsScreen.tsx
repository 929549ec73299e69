import { useEffect, useMemo } from 'preact/hooks';
import { createRecordSheetModel, MOST_ENTRIES_ON_PAPER } from '../../../app/models/record-sheet-model.ts';
import { recordQueryOf } from '../../../app/models/records-model.ts';
import { hrefTo } from '../../../app/router/routes.ts';
import { printsWords } from '../../../i18n/screens/prints.ts';
import { EmptyState } from '../../components/EmptyState.tsx';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { PrintScreen } from '../../components/PrintScreen.tsx';
import { Progress } from '../../components/Progress.tsx';
import { useHome } from '../../use-home.ts';
import { usePrint } from '../../use-print.ts';
import { useRecords } from '../../use-records.ts';
import { useVault } from '../../vault-context.ts';
import { useWordsWith } from '../../words-context.ts';
import { RecordSheet } from './RecordSheet.tsx';

/** Two lines an entry, heading and foot on each. */
const ENTRIES_A_SHEET = 25;

/** The record as it is narrowed on its screen, on the way to paper. */
export const PrintRecordsScreen = () => {
  const own = useWordsWith(printsWords).prints.record;
  const vault = useVault();
  const records = useRecords();
  const home = useHome();
  const filter = records.filter.peek();
  const model = useMemo(() => createRecordSheetModel(vault, recordQueryOf(filter)), [vault]);
  useEffect(() => void model.load(), [model]);
  const sheet = model.sheet.value;
  const error = model.error.value;
  // A sheet that says it was never verified, because nobody had looked yet, would be a false one.
  const isReady = sheet !== null && sheet.rows.length > 0 && home.isVerifiedRead.value;
  const printing = usePrint('log', isReady);
  return (
    <PrintScreen
      title={own.title}
      why={own.why}
      printing={printing}
      ready={isReady}
      back={{ href: hrefTo('records'), name: own.back }}
    >
      {error === null ? null : <ErrorNotice error={error} onRetry={() => void model.load()} />}
      {sheet === null ? (
        error === null ? (
          <Progress label={own.loading} />
        ) : null
      ) : sheet.total === 0 ? (
        <div class="card">
          <EmptyState icon="record" title={own.none}>
            {own.noneWhy}
          </EmptyState>
        </div>
      ) : sheet.rows.length === 0 ? (
        <div class="card">
          <EmptyState icon="record" title={own.tooMany(sheet.total, Math.ceil(sheet.total / ENTRIES_A_SHEET))}>
            {own.tooManyWhy(MOST_ENTRIES_ON_PAPER)}
          </EmptyState>
        </div>
      ) : (
        <RecordSheet sheet={sheet} filter={filter} members={records.shown.peek()?.members ?? []} at={printing.at.value} />
      )}
    </PrintScreen>
  );
};
