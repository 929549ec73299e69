import { SHEET_KINDS } from '../../../core/domain/import/sheet-kind.ts';
import { importWords } from '../../../i18n/screens/import.ts';
import { Card } from '../../components/Card.tsx';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { FileDrop } from '../../components/FileDrop.tsx';
import { Notice } from '../../components/Notice.tsx';
import { PageHeader } from '../../components/PageHeader.tsx';
import { useImport } from '../../use-import.ts';
import { useWordsWith } from '../../words-context.ts';
import { DestroyButton } from './DestroyButton.tsx';

const ACCEPT = '.csv,.txt,text/csv,text/plain';

/** Which files, and what can be read at all. */
export const ChooseFiles = () => {
  const words = useWordsWith(importWords);
  const text = words.imports;
  const model = useImport();
  const error = model.error.value;
  return (
    <>
      <PageHeader title={text.title} why={text.why} />
      <div class="stack">
        {model.sources.value.map((source) => (
          <Notice
            key={source.importId}
            tone="warn"
            title={text.pending(source.fileNames)}
            actions={<DestroyButton importId={source.importId} />}
          >
            {text.done.destroyWhy}
          </Notice>
        ))}
        {error === null ? null : (
          <>
            {error.type === 'ImportRefused' ? <p class="import-screen__refused">{error.fileName}</p> : null}
            <ErrorNotice error={error} />
          </>
        )}
        <FileDrop button={text.choose} hint={text.drop} accept={ACCEPT} onFiles={(files) => void model.read(files)}>
          <div class="import-screen__choose">
            <h2>{text.chooseTitle}</h2>
            <p>{text.chooseWhy}</p>
          </div>
        </FileDrop>
        <Card title={text.kindsTitle}>
          <dl class="import-kinds">
            {SHEET_KINDS.map((kind) => (
              <div key={kind}>
                <dt>{text.preview.kinds[kind]}</dt>
                <dd>{text.kindHints[kind]}</dd>
              </div>
            ))}
          </dl>
          <p class="import-screen__quiet">{text.excel}</p>
          <p class="import-screen__quiet">{text.nothingYet}</p>
        </Card>
      </div>
    </>
  );
};
