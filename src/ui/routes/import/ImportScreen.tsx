import { importWords } from '../../../i18n/screens/import.ts';
import { PageHeader } from '../../components/PageHeader.tsx';
import { Progress } from '../../components/Progress.tsx';
import { useImport } from '../../use-import.ts';
import { useWordsWith } from '../../words-context.ts';
import { ChooseFiles } from './ChooseFiles.tsx';
import { ImportDone } from './ImportDone.tsx';
import { ImportPreviewScreen } from './ImportPreviewScreen.tsx';
import './import-screen.css';

/** Lists into the vault: choose, look, decide, take in, destroy the source. */
export const ImportScreen = () => {
  const words = useWordsWith(importWords);
  const stage = useImport().stage.value;
  switch (stage.at) {
    case 'choose':
      return <ChooseFiles />;
    case 'reading':
      return (
        <>
          <PageHeader title={words.imports.title} />
          <div class="card">
            <Progress label={words.imports.reading} hint={words.imports.readingHint} />
          </div>
        </>
      );
    case 'preview':
      return <ImportPreviewScreen preview={stage.preview} isCommitting={stage.isCommitting} />;
    case 'done':
      return <ImportDone importId={stage.importId} outcome={stage.outcome} />;
  }
};
