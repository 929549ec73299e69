import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { OpenVault } from '../../../app/models/open-vault.ts';
import type { VaultError } from '../../../core/contract/errors.ts';
import { kitWords } from '../../../i18n/screens/kit.ts';
import { Button } from '../../components/Button.tsx';
import { CodeBoxes } from '../../components/CodeBoxes.tsx';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { Form } from '../../components/Form.tsx';
import { PageHeader } from '../../components/PageHeader.tsx';
import { Progress } from '../../components/Progress.tsx';
import { useWordsWith } from '../../words-context.ts';

/** Asks three groups back from the paper. Only after this a number may be stored, and the code leaves the memory. */
export const RehearsalStep = (props: {
  readonly vault: OpenVault;
  readonly onBack: () => void;
  readonly onDone: () => void;
}) => {
  const words = useWordsWith(kitWords);
  const { vault } = props;
  const groups = useSignal<readonly number[] | null>(null);
  const values = useSignal<readonly string[]>([]);
  const error = useSignal<VaultError | null>(null);
  const busy = useSignal(false);

  const begin = async (): Promise<void> => {
    error.value = null;
    const answer = await vault.api.startRehearsal();
    if (!answer.ok) error.value = answer.error;
    else {
      values.value = answer.value.map(() => '');
      groups.value = answer.value;
    }
  };
  useEffect(() => void begin(), []);

  const submit = async (): Promise<boolean> => {
    const asked = groups.peek();
    if (asked === null || busy.peek()) return false;
    busy.value = true;
    const answer = await vault.api.confirmRehearsal(
      asked.map((group, at) => ({ group, text: values.peek()[at] ?? '' })),
    );
    busy.value = false;
    if (!answer.ok) {
      error.value = answer.error;
      return false;
    }
    vault.kit.value = null;
    vault.show(answer.value);
    props.onDone();
    return true;
  };

  const wrong = error.value?.type === 'RehearsalWrong' ? error.value.groups : [];
  return (
    <>
      <PageHeader title={words.kit.rehearsalTitle} why={words.kit.rehearsalWhy} />
      {error.value === null ? null : (
        <div class="band">
          <ErrorNotice error={error.value} onRetry={groups.value === null ? () => void begin() : undefined} />
        </div>
      )}
      {groups.value === null ? (
        error.value === null ? (
          <Progress label={words.shell.loading} />
        ) : null
      ) : (
        <Form onSubmit={submit} label={words.kit.rehearsalTitle}>
          <CodeBoxes
            begin
            label={words.kit.code}
            hint={words.unlock.codeHint}
            groups={groups.value}
            values={values.value}
            wrong={wrong}
            onChange={(next) => {
              values.value = next;
              if (error.peek()?.type === 'RehearsalWrong') error.value = null;
            }}
          />
          <div class="row">
            <Button type="submit" look="primary" busy={busy.value}>
              {words.kit.rehearsalDo}
            </Button>
            {vault.kit.value === null ? null : (
              <Button look="quiet" onClick={props.onBack}>
                {words.kit.rehearsalBack}
              </Button>
            )}
          </div>
        </Form>
      )}
    </>
  );
};
