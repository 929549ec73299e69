import { useSignal } from '@preact/signals';
import { useEffect, useMemo } from 'preact/hooks';
import { createReading } from '../../../app/models/reading.ts';
import type { CheckpointView } from '../../../core/contract/log-api.ts';
import { checkpointWords } from '../../../i18n/screens/checkpoint.ts';
import { useApp } from '../../app-context.ts';
import { Button } from '../../components/Button.tsx';
import { Card } from '../../components/Card.tsx';
import { Notice } from '../../components/Notice.tsx';
import type { Paper } from '../../components/PrintScreen.tsx';
import { PrintScreen } from '../../components/PrintScreen.tsx';
import { useHome } from '../../use-home.ts';
import { usePrint } from '../../use-print.ts';
import { useVault } from '../../vault-context.ts';
import { useWordsWith } from '../../words-context.ts';
import { CheckpointSheet } from './CheckpointSheet.tsx';

/** 'kinko-checkpoint-1204.txt': sorted by name they are in order, and they name nobody. */
const fileNameOf = ({ size }: CheckpointView): string => `kinko-checkpoint-${size}.txt`;

/** The fingerprint of the record as it is now: to print, to save, to send. What it is for stands beside it. */
export const CheckpointScreen = () => {
  const words = useWordsWith(checkpointWords);
  const text = words.checkpoints;
  const { copyText, files } = useApp();
  const vault = useVault();
  const reading = useMemo(() => createReading(() => vault.api.viewCheckpoint()), [vault]);
  // The sheet says how the record was verified.
  const isVerifiedRead = useHome().isVerifiedRead.value;
  useEffect(() => void reading.load(), [reading]);
  const checkpoint = reading.content.value;
  const printing = usePrint('checkpoint', checkpoint !== null && checkpoint.size > 0 && isVerifiedRead);
  const said = useSignal<{ readonly tone: 'ok' | 'warn'; readonly text: string } | null>(null);
  const copy = async ({ note }: CheckpointView): Promise<void> => {
    const done = await copyText(note);
    said.value = done ? { tone: 'ok', text: text.copied } : { tone: 'warn', text: text.notCopied };
  };
  const save = async (saving: CheckpointView): Promise<void> => {
    const name = fileNameOf(saving);
    const saved = await files.save(new Blob([saving.note], { type: 'text/plain;charset=utf-8' }), name);
    if (saved.how === 'failed') said.value = { tone: 'warn', text: words.verify.give.failed(saved.reason) };
    else if (saved.how !== 'cancelled') said.value = { tone: 'ok', text: (saved.how === 'written' ? text.saved : text.downloaded)(name) };
  };
  const paperOf = (): Paper => {
    if (checkpoint === null) return { at: 'reading', what: text.loading, error: reading.error.value, onRetry: () => void reading.load() };
    if (checkpoint.size === 0) return { at: 'none', icon: 'record', title: text.none };
    return { at: 'sheet', sheet: <CheckpointSheet checkpoint={checkpoint} at={printing.at.value} /> };
  };
  return (
    <PrintScreen
      title={text.title}
      why={text.why}
      printing={printing}
      paper={paperOf()}
      back={{ to: 'records', name: text.back }}
      acts={
        checkpoint === null ? null : (
          <>
            <Button icon="download" onClick={() => void save(checkpoint)}>
              {text.save}
            </Button>
            <Button onClick={() => void copy(checkpoint)}>{text.copy}</Button>
          </>
        )
      }
      news={said.value === null ? null : <Notice tone={said.value.tone} live title={said.value.text} />}
      after={
        <Card title={text.howTitle}>
          <ol>
            {text.how.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ol>
          <h3 class="checkpoint-sheet__when">{text.when}</h3>
          <p>{text.whenWhy}</p>
        </Card>
      }
    />
  );
};
