import { useMemo } from 'preact/hooks';
import { fileNameText } from '../../../app/models/file-name-text.ts';
import { hrefTo } from '../../../app/router/routes.ts';
import type { ImportId } from '../../../core/domain/ids.ts';
import { SHEET_KINDS } from '../../../core/domain/import/sheet-kind.ts';
import { importWords } from '../../../i18n/screens/import.ts';
import { LinkButton } from '../../components/Button.tsx';
import { Card } from '../../components/Card.tsx';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { FileDrop } from '../../components/FileDrop.tsx';
import { Notice } from '../../components/Notice.tsx';
import { PageHeader } from '../../components/PageHeader.tsx';
import { useHome } from '../../use-home.ts';
import { useImport } from '../../use-import.ts';
import { useWordsWith } from '../../words-context.ts';
import { DestroyButton } from './DestroyButton.tsx';
import { DestroySource } from './DestroySource.tsx';
import type { SourceToDestroy } from './DestroySource.tsx';

const ACCEPT = '.csv,.txt,text/csv,text/plain';

/** Which files, and what can be read at all. */
export const ChooseFiles = () => {
  const words = useWordsWith(importWords);
  const text = words.imports;
  const model = useImport();
  const error = model.error.value;
  // Said while this screen stands: the answer remains where the question was.
  const before = useMemo(() => model.destroyed.peek().size, [model]);
  const isSaid = model.destroyed.value.size > before;
  const known = new Set([...model.sources.value.map(({ importId }) => importId), ...model.destroyed.value]);
  // Names of files are in no record: of sessions before this one it is known when, and lists of whom.
  const earlier = useHome().record.value?.sources.filter(({ importId }) => !known.has(importId)) ?? [];
  const actOf = (importId: ImportId) => (
    <div class="row">
      <DestroyButton importId={importId} />
    </div>
  );
  const pending: readonly SourceToDestroy[] = [
    ...model.sources.value.map(({ importId, fileNames }) => ({ importId, named: fileNames.map(fileNameText), act: actOf(importId) })),
    ...earlier.map(({ importId, at, kinds }) => {
      const named = [text.pendingAt(words.dates.day(at), kinds.map((kind) => text.preview.kinds[kind]))];
      return { importId, named, act: actOf(importId) };
    }),
  ];
  return (
    <>
      <PageHeader title={text.title} why={text.why} />
      <div class="stack">
        {isSaid || pending.length > 0 ? (
          // The card is a region of this name itself.
          <section class="stack" aria-label={pending.length === 0 ? text.done.destroyTitle : undefined}>
            {isSaid ? (
              <Notice tone="ok" live title={text.done.destroyed} actions={<LinkButton href={hrefTo('home')}>{text.pendingHome}</LinkButton>} />
            ) : null}
            {pending.length === 0 ? null : <DestroySource why={text.pendingWhy} sources={pending} />}
          </section>
        ) : null}
        {error === null ? null : (
          <>
            {error.type === 'ImportRefused' ? <p class="import-screen__refused"><bdi>{fileNameText(error.fileName)}</bdi></p> : null}
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
