import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import type { ImportPreview } from '../../../core/domain/import/import-preview.ts';
import { hrefTo } from '../../../app/router/routes.ts';
import { importWords } from '../../../i18n/screens/import.ts';
import { useApp } from '../../app-context.ts';
import { Button, LinkButton } from '../../components/Button.tsx';
import { Dialog } from '../../components/Dialog.tsx';
import { Progress } from '../../components/Progress.tsx';
import { useImport } from '../../use-import.ts';
import { useVault } from '../../vault-context.ts';
import { useWordsWith } from '../../words-context.ts';
import './commit-bar.css';

type Asking = 'nothing' | 'commit' | 'cancel';

/** The one act, always in reach, with what it will do in one sentence. */
export const CommitBar = ({ preview, isCommitting }: { readonly preview: ImportPreview; readonly isCommitting: boolean }) => {
  const words = useWordsWith(importWords);
  const text = words.imports.commit;
  const { session } = useApp();
  const vault = useVault();
  const model = useImport();
  const asking = useSignal<Asking>('nothing');
  const { counts } = preview;
  const people = counts.new + counts.changed;
  const mustRehearse = vault.view.value.rehearsedAt === null && counts.numbers > 0;
  const progress = session.progress.value;
  const bar = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (isCommitting) bar.current?.focus({ preventScroll: true });
  }, [isCommitting]);
  const commit = (): void => {
    asking.value = 'nothing';
    void model.commit();
  };
  if (isCommitting) {
    const known = progress?.job === 'import' ? progress : null;
    return (
      <div ref={bar} class="commit-bar" tabIndex={-1}>
        <Progress label={text.busy} hint={text.busyHint} done={known?.done} total={known?.total} />
      </div>
    );
  }
  return (
    <div class="commit-bar">
      <div class="commit-bar__words">
        {mustRehearse ? (
          <>
            <p class="commit-bar__will">{text.rehearsal}</p>
            <p class="commit-bar__more">{text.rehearsalWhy}</p>
          </>
        ) : (
          <>
            <p class="commit-bar__will">{people === 0 ? text.nobody : text.will(counts.new, counts.changed, counts.numbers)}</p>
            {counts.doubt === 0 ? null : <p class="commit-bar__more">{text.without(counts.doubt)}</p>}
          </>
        )}
      </div>
      <div class="commit-bar__acts">
        <Button look="quiet" onClick={() => (asking.value = 'cancel')}>
          {words.imports.preview.cancel}
        </Button>
        {mustRehearse ? (
          <LinkButton look="primary" icon="key" href={hrefTo('kit')}>
            {text.rehearsalDo}
          </LinkButton>
        ) : people === 0 ? null : (
          <Button
            look="primary"
            disabled={model.working.value !== null}
            onClick={() => {
              if (counts.doubt > 0) asking.value = 'commit';
              else commit();
            }}
          >
            {text.do(people)}
          </Button>
        )}
      </div>
      {asking.value === 'commit' ? (
        <Dialog
          title={text.askTitle(counts.doubt)}
          onClose={() => (asking.value = 'nothing')}
          actions={
            <>
              <Button look="primary" onClick={commit}>
                {text.do(people)}
              </Button>
              <Button
                onClick={() => {
                  asking.value = 'nothing';
                  model.goToDoubt();
                }}
              >
                {text.askBack}
              </Button>
            </>
          }
        >
          <p>{text.will(counts.new, counts.changed, counts.numbers)}</p>
          <p>{text.askWhy}</p>
        </Dialog>
      ) : null}
      {asking.value === 'cancel' ? (
        <Dialog
          title={words.imports.preview.cancelTitle}
          onClose={() => (asking.value = 'nothing')}
          actions={
            <>
              <Button look="danger" onClick={() => void model.drop()}>
                {words.imports.preview.cancel}
              </Button>
              <Button onClick={() => (asking.value = 'nothing')}>{words.imports.preview.stay}</Button>
            </>
          }
        >
          <p>{words.imports.preview.cancelWhy}</p>
        </Dialog>
      ) : null}
    </div>
  );
};
