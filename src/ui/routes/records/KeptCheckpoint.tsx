import { useSignal } from '@preact/signals';
import { verifyWords } from '../../../i18n/screens/verify.ts';
import { useApp } from '../../app-context.ts';
import { Button } from '../../components/Button.tsx';
import { Card } from '../../components/Card.tsx';
import { TextArea } from '../../components/Field.tsx';
import { FileButton } from '../../components/FileButton.tsx';
import { Form } from '../../components/Form.tsx';
import { useVerify } from '../../use-records.ts';
import { useWordsWith } from '../../words-context.ts';

/** A checkpoint is a few hundred characters; whatever is larger is something else. */
const MAX_BYTES = 20_000;

/** Compares the record with a checkpoint that was kept elsewhere. */
export const KeptCheckpoint = () => {
  const words = useWordsWith(verifyWords);
  const text = words.verify.kept;
  const { verify } = useApp();
  const model = useVerify();
  const tried = useSignal(false);
  /** Of the file that was chosen. */
  const trouble = useSignal<'tooLarge' | 'unreadable' | null>(null);

  const compare = async (): Promise<boolean> => {
    tried.value = true;
    return model.run(verify, true);
  };
  const read = async ([file]: readonly File[]): Promise<void> => {
    if (file === undefined) return;
    // The stick was pulled out since it was chosen.
    const content = file.size > MAX_BYTES ? null : await file.text().catch(() => null);
    trouble.value = content === null ? (file.size > MAX_BYTES ? 'tooLarge' : 'unreadable') : null;
    if (content !== null) model.typeKept(content);
  };
  const isEmpty = tried.value && model.kept.value.trim() === '';
  return (
    <Card title={text.title}>
      <div class="stack">
        <p class="verify-screen__why">{text.why}</p>
        <Form onSubmit={compare}>
          <TextArea
            label={text.text}
            hint={text.hint}
            rows={6}
            value={model.kept.value}
            onInput={(next) => {
              trouble.value = null;
              model.typeKept(next);
            }}
            error={trouble.value === 'tooLarge' ? text.results.malformed : trouble.value === 'unreadable' ? text.unreadable : isEmpty ? text.empty : undefined}
          />
          <div class="row">
            <Button type="submit">{text.do}</Button>
            <FileButton look="quiet" icon="file" accept=".txt,text/plain" onFiles={(files) => void read(files)}>
              {text.file}
            </FileButton>
          </div>
        </Form>
      </div>
    </Card>
  );
};
