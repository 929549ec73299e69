import { useSignal } from '@preact/signals';
import { fileNameText } from '../../../app/models/file-name-text.ts';
import type { ImportOutcome } from '../../../core/contract/import-api.ts';
import type { ImportId } from '../../../core/domain/ids.ts';
import { hrefTo } from '../../../app/router/routes.ts';
import { importWords } from '../../../i18n/screens/import.ts';
import { Button, LinkButton } from '../../components/Button.tsx';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { Notice } from '../../components/Notice.tsx';
import { PageHeader } from '../../components/PageHeader.tsx';
import { SavedNotice } from '../../components/SavedNotice.tsx';
import { useImport } from '../../use-import.ts';
import { useWordsWith } from '../../words-context.ts';
import { DestroyButton } from './DestroyButton.tsx';
import { DestroySource } from './DestroySource.tsx';

/** What went in, in words; then the source file, which still holds the numbers without a lock. */
export const ImportDone = ({ importId, outcome }: { readonly importId: ImportId; readonly outcome: ImportOutcome }) => {
  const words = useWordsWith(importWords);
  const text = words.imports.done;
  const model = useImport();
  const later = useSignal(false);
  const source = model.sources.value.find((one) => one.importId === importId);
  const { registered, changed, numbers, unchanged, leftOut } = outcome;
  const act = (
    <>
      {model.error.value === null ? null : <ErrorNotice error={model.error.value} />}
      {later.value ? (
        <Notice tone="info" live title={text.postponed} actions={<DestroyButton importId={importId} />} />
      ) : (
        <div class="row">
          <DestroyButton importId={importId} look="primary" />
          <Button onClick={() => (later.value = true)}>{text.destroyLater}</Button>
        </div>
      )}
    </>
  );
  return (
    <>
      <PageHeader title={text.title(registered + changed)} why={text.said(registered, changed, numbers, unchanged, leftOut)} />
      <div class="stack">
        {registered + changed === 0 ? null : <SavedNotice copyIsNext={source === undefined || later.value} />}
        {/* The card is a region of this name itself. */}
        <section aria-label={source === undefined ? text.destroyTitle : undefined}>
          {source === undefined ? (
            <Notice tone="ok" live title={text.destroyed} />
          ) : (
            <DestroySource why={text.destroyWhy} sources={[{ importId, named: source.fileNames.map(fileNameText), act }]} />
          )}
        </section>
        <div class="row">
          <LinkButton icon="people" href={hrefTo('persons')}>
            {text.seePersons}
          </LinkButton>
          <Button look="quiet" onClick={model.again}>
            {text.another}
          </Button>
        </div>
      </div>
    </>
  );
};
