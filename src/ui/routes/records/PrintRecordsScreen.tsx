import { useMemo } from 'preact/hooks';
import { createRecordSheetModel } from '../../../app/models/record-sheet-model.ts';
import { recordQueryOf } from '../../../app/models/records-model.ts';
import { printsWords } from '../../../i18n/screens/prints.ts';
import { PrintListScreen } from '../../components/PrintListScreen.tsx';
import { useHome } from '../../use-home.ts';
import { useRecords } from '../../use-records.ts';
import { useVault } from '../../vault-context.ts';
import { useWordsWith } from '../../words-context.ts';
import { RecordSheet } from './RecordSheet.tsx';

/** The record as it is narrowed on its screen, on the way to paper. */
export const PrintRecordsScreen = () => {
  const own = useWordsWith(printsWords).prints.record;
  const vault = useVault();
  const records = useRecords();
  const filter = records.filter.peek();
  const model = useMemo(() => createRecordSheetModel(vault, recordQueryOf(filter)), [vault]);
  // A sheet that says it was never verified, because nobody had looked yet, would be a false one.
  const isVerifiedRead = useHome().isVerifiedRead.value;
  return (
    <PrintListScreen list="log" words={own} icon="record" back="records" reading={model} isWhole={isVerifiedRead}>
      {(sheet, at) => <RecordSheet sheet={sheet} filter={filter} members={records.shown.peek()?.members ?? []} at={at} />}
    </PrintListScreen>
  );
};
