import { useEffect } from 'preact/hooks';
import { ROWS_PER_SCREEN } from '../../../app/models/import-model.ts';
import type { ImportPreview } from '../../../core/domain/import/import-preview.ts';
import { Button } from '../../components/Button.tsx';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { LinkButton } from '../../components/Button.tsx';
import { hrefTo } from '../../../app/router/routes.ts';
import { importWords } from '../../../i18n/screens/import.ts';
import { PageHeader } from '../../components/PageHeader.tsx';
import { useImport } from '../../use-import.ts';
import { useWordsWith } from '../../words-context.ts';
import { CommitBar } from './CommitBar.tsx';
import { GroupFilter } from './GroupFilter.tsx';
import { ImportFiles } from './ImportFiles.tsx';
import { ImportRow } from './ImportRow.tsx';

/** What the files say, row by row, what needs a decision first; and the one act at the bottom. */
export const ImportPreviewScreen = ({ preview, isCommitting }: { readonly preview: ImportPreview; readonly isCommitting: boolean }) => {
  const words = useWordsWith(importWords);
  const text = words.imports;
  const model = useImport();
  const error = model.error.value;
  const wanted = model.wanted.value;
  useEffect(() => {
    if (wanted === null) return;
    const row = document.getElementById(`import-row-${wanted}`);
    row?.scrollIntoView({ block: 'start' });
    row?.focus({ preventScroll: true });
    model.arrived();
  }, [wanted]);
  return (
    <div class="import-preview">
      <PageHeader title={text.preview.title(preview.counts.doubt)} why={text.preview.why} focusKey={preview.importId} />
      <div class="stack">
        {error === null ? null : error.type === 'RehearsalMissing' ? (
          <ErrorNotice error={error} actions={<LinkButton href={hrefTo('kit')}>{text.commit.rehearsalDo}</LinkButton>} />
        ) : (
          <ErrorNotice error={error} />
        )}
        <ImportFiles files={preview.files} />
        <GroupFilter preview={preview} />
        <Rows preview={preview} />
        <Pages />
      </div>
      <CommitBar preview={preview} isCommitting={isCommitting} />
    </div>
  );
};

const Rows = ({ preview }: { readonly preview: ImportPreview }) => {
  const words = useWordsWith(importWords);
  const text = words.imports;
  const model = useImport();
  const shown = model.shown.value;
  if (shown.length === 0) return <p class="import-screen__none">{text.none[model.view.value]}</p>;
  return (
    <ol class="import-rows" role="list" aria-label={text.rows}>
      {shown.map(({ row, placed }, at) => (
        <ImportRow
          key={row.rowId}
          row={row}
          placed={placed}
          files={preview.files}
          isFirstOfGroup={at === 0 || shown[at - 1]?.placed.group !== placed.group}
        />
      ))}
    </ol>
  );
};

const Pages = () => {
  const text = useWordsWith(importWords).imports;
  const model = useImport();
  const total = model.total.value;
  if (total <= ROWS_PER_SCREEN) return null;
  const first = model.offset.value + 1;
  const last = Math.min(total, first + ROWS_PER_SCREEN - 1);
  const turn = (to: 'earlier' | 'later'): void => {
    model.turn(to);
    document.querySelector('.group-filter')?.scrollIntoView({ block: 'start' });
  };
  return (
    <nav class="import-pages" aria-label={text.pages}>
      <p role="status">{text.range(first, last, total)}</p>
      <div class="row">
        <Button icon="back" disabled={first === 1} onClick={() => turn('earlier')}>
          {text.earlier}
        </Button>
        <Button icon="next" disabled={last === total} onClick={() => turn('later')}>
          {text.later}
        </Button>
      </div>
    </nav>
  );
};
