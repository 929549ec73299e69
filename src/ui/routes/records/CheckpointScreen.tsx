import { useSignal } from '@preact/signals';
import { useEffect, useMemo } from 'preact/hooks';
import { createCheckpointModel } from '../../../app/models/checkpoint-model.ts';
import { hrefTo } from '../../../app/router/routes.ts';
import type { CheckpointView } from '../../../core/contract/log-api.ts';
import { checkpointWords } from '../../../i18n/screens/checkpoint.ts';
import { useApp } from '../../app-context.ts';
import { Button, LinkButton } from '../../components/Button.tsx';
import { Card } from '../../components/Card.tsx';
import { EmptyState } from '../../components/EmptyState.tsx';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { Notice } from '../../components/Notice.tsx';
import { PageHeader } from '../../components/PageHeader.tsx';
import { Progress } from '../../components/Progress.tsx';
import { useHome } from '../../use-home.ts';
import type { Printing } from '../../use-print.ts';
import { usePrint } from '../../use-print.ts';
import { useVault } from '../../vault-context.ts';
import { useWordsWith } from '../../words-context.ts';
import { CheckpointSheet } from './CheckpointSheet.tsx';

/** 'kinko-checkpoint-1204.txt': sorted by name they are in order, and they name nobody. */
const fileNameOf = ({ size }: CheckpointView): string => `kinko-checkpoint-${size}.txt`;

/** The fingerprint of the record: to print, to save, to send. What it is for stands beside it. */
export const CheckpointScreen = () => {
  const words = useWordsWith(checkpointWords);
  const text = words.checkpoints;
  const vault = useVault();
  const model = useMemo(() => createCheckpointModel(vault), [vault]);
  // The sheet says how the record was verified.
  const isVerifiedRead = useHome().isVerifiedRead.value;
  useEffect(() => void model.load(), [model]);
  const checkpoint = model.checkpoint.value;
  const error = model.error.value;
  const printing = usePrint('checkpoint', checkpoint !== null && checkpoint.size > 0 && isVerifiedRead);
  return (
    <>
      <div class="no-print">
        <PageHeader title={text.title} why={text.why} />
      </div>
      {error === null ? null : <ErrorNotice error={error} onRetry={() => void model.load()} />}
      {checkpoint === null ? (
        error === null ? (
          <Progress label={text.loading} />
        ) : null
      ) : checkpoint.size === 0 ? (
        <div class="card">
          <EmptyState icon="record" title={text.none} />
        </div>
      ) : (
        <div class="stack">
          <Acts checkpoint={checkpoint} printing={printing} />
          <CheckpointSheet checkpoint={checkpoint} at={printing.at.value} />
          <div class="no-print">
            <Card title={text.howTitle}>
              <ol>
                {text.how.map((line) => (
                  <li key={line}>{line}</li>
                ))}
              </ol>
              <h3 class="checkpoint-sheet__when">{text.when}</h3>
              <p>{text.whenWhy}</p>
            </Card>
          </div>
        </div>
      )}
    </>
  );
};

const Acts = ({ checkpoint, printing }: { readonly checkpoint: CheckpointView; readonly printing: Printing }) => {
  const words = useWordsWith(checkpointWords);
  const text = words.checkpoints;
  const { copyText, files } = useApp();
  const said = useSignal<{ readonly tone: 'ok' | 'warn'; readonly text: string } | null>(null);
  const copy = async (): Promise<void> => {
    const done = await copyText(checkpoint.note);
    said.value = done ? { tone: 'ok', text: text.copied } : { tone: 'warn', text: text.notCopied };
  };
  const save = async (): Promise<void> => {
    const name = fileNameOf(checkpoint);
    const saved = await files.save(new Blob([checkpoint.note], { type: 'text/plain;charset=utf-8' }), name);
    if (saved.how === 'failed') said.value = { tone: 'warn', text: words.verify.give.failed(saved.reason) };
    else if (saved.how !== 'cancelled') said.value = { tone: 'ok', text: (saved.how === 'written' ? text.saved : text.downloaded)(name) };
  };
  return (
    <div class="stack stack--tight no-print">
      <div class="row">
        <Button look="primary" icon="print" busy={printing.busy.value} onClick={() => void printing.print()}>
          {text.print}
        </Button>
        <Button icon="download" onClick={() => void save()}>
          {text.save}
        </Button>
        <Button onClick={() => void copy()}>{text.copy}</Button>
        <LinkButton look="quiet" href={hrefTo('records')}>
          {text.back}
        </LinkButton>
      </div>
      {said.value === null ? null : <Notice tone={said.value.tone} live title={said.value.text} />}
    </div>
  );
};
