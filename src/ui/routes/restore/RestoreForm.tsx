import { useSignal } from '@preact/signals';
import { useMemo } from 'preact/hooks';
import { createRecoveryCodeModel } from '../../../app/models/recovery-code-model.ts';
import type { RefusedFile } from '../../../app/models/restore-model.ts';
import type { CopyInspection, RestoreInput } from '../../../core/contract/copy-api.ts';
import { restoreWords } from '../../../i18n/screens/restore.ts';
import { Button } from '../../components/Button.tsx';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { Form } from '../../components/Form.tsx';
import { Notice } from '../../components/Notice.tsx';
import { PageHeader } from '../../components/PageHeader.tsx';
import { Steps } from '../../components/Steps.tsx';
import { useGuard } from '../../use-guard.ts';
import { useNewPassword } from '../../use-new-password.ts';
import { useRestore } from '../../use-restore.ts';
import { useWordsWith } from '../../words-context.ts';
import { RestoreProgress } from './RestoreProgress.tsx';
import { CopyChoice, RefusedFiles } from './CopyChoice.tsx';
import { OlderAsk } from './OlderAsk.tsx';
import { SecretFields } from './SecretFields.tsx';

/** Which copy, whether it may be an older one, and with what it is opened. */
export const RestoreForm = (props: {
  readonly usable: readonly CopyInspection[];
  readonly refused: readonly RefusedFile[];
  /** The form stays while it runs: a mistyped code must not have to be typed anew. */
  readonly isBusy: boolean;
}) => {
  const words = useWordsWith(restoreWords);
  const text = words.restore;
  const model = useRestore();
  const way = useSignal<'password' | 'recovery'>('password');
  const password = useSignal('');
  const code = useMemo(createRecoveryCodeModel, []);
  const next = useNewPassword(() => []);
  const tried = useSignal(false);
  const error = model.error.value;
  useGuard(() => {
    const stage = model.stage.peek();
    return stage.at === 'chosen' && !stage.isRestoring && (password.peek() !== '' || code.touched() || next.touched());
  });

  const secret = async (): Promise<RestoreInput['secret'] | null> => {
    if (way.peek() === 'password') return password.peek() === '' ? null : { kind: 'password', password: password.peek() };
    const isGood = await next.settle();
    const recoveryCode = code.take();
    return isGood && recoveryCode !== null ? { kind: 'recovery', recoveryCode, newPassword: next.password.peek() } : null;
  };
  const submit = async (): Promise<boolean> => {
    tried.value = true;
    const given = await secret();
    if (given === null || (model.older.peek() !== null && !model.isAgreed.peek())) return false;
    return model.restore(given);
  };

  if (props.usable.length === 0)
    return (
      <>
        <PageHeader title={text.noUsable} why={text.noUsableWhy} />
        <div class="stack">
          <RefusedFiles files={props.refused} />
          <div>
            <Button look="primary" onClick={model.reset}>
              {text.otherFiles}
            </Button>
          </div>
        </div>
      </>
    );
  const isWrong = error?.type === 'WrongSecret';
  return (
    <>
      <Steps names={Object.values(text.steps)} at={1} />
      <PageHeader title={text.usable(props.usable.length)} />
      <div class="stack">
        {error === null || isWrong ? null : <ErrorNotice error={error} />}
        <Form onSubmit={submit}>
          <CopyChoice usable={props.usable} />
          {model.chosen.value?.sameVaultHere === true ? (
            <Notice tone="info" title={text.here}>
              {text.hereWhy}
            </Notice>
          ) : null}
          {model.chosen.value?.otherVaultHere === true ? (
            <Notice tone="warn" title={text.other}>
              {text.otherWhy}
            </Notice>
          ) : null}
          <OlderAsk tried={tried.value} />
          <SecretFields
            way={way}
            password={password}
            code={code}
            next={next}
            tried={tried.value}
            wrong={error}
            onTouch={model.forgetError}
            onSwitch={() => {
              tried.value = false;
              model.forgetError();
            }}
          />
          {props.isBusy ? <RestoreProgress label={text.restoring} hint={text.restoringHint} /> : null}
          <div class="row">
            <Button type="submit" look="primary" busy={props.isBusy}>
              {text.do}
            </Button>
            <Button look="quiet" disabled={props.isBusy} onClick={model.reset}>
              {text.otherFiles}
            </Button>
          </div>
        </Form>
        <RefusedFiles files={props.refused} />
      </div>
    </>
  );
};
