import { useSignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useMemo } from 'preact/hooks';
import { createRecoveryCodeModel } from '../../app/models/recovery-code-model.ts';
import type { VaultError } from '../../core/contract/errors.ts';
import type { Result } from '../../core/domain/result.ts';
import { codeWords } from '../../i18n/screens/code.ts';
import { useGuard } from '../use-guard.ts';
import { useWordsWith } from '../words-context.ts';
import { Button } from './Button.tsx';
import { ErrorNotice } from './ErrorNotice.tsx';
import { Form } from './Form.tsx';
import { Notice } from './Notice.tsx';
import { Progress } from './Progress.tsx';
import { RecoveryCodeField } from './RecoveryCodeField.tsx';

/** The recovery code typed from its sheet, to open something with it. What the vault says of it stands above the form. */
export const RecoveryCodeForm = (props: {
  /** Where a new password is asked too: the vault's label. */
  readonly account?: string | undefined;
  /** The code is whole and opens nothing: what to look at, and what to do. */
  readonly wrong: { readonly why: string; readonly actions?: ComponentChildren | undefined };
  readonly before?: ComponentChildren | undefined;
  /** Fields behind the code; `tried`: what is missing in them is said. */
  readonly after?: ((tried: boolean) => ComponentChildren) | undefined;
  /** Settles the other fields: whether they are well filled in. */
  readonly settle?: (() => Promise<boolean>) | undefined;
  /** Something is typed in the other fields. */
  readonly touched?: (() => boolean) | undefined;
  readonly open: (recoveryCode: string) => Promise<Result<unknown, VaultError>>;
  readonly act: string;
  /** While it opens. */
  readonly opening?: string | undefined;
  /** The other way out, beside the button. */
  readonly aside: ComponentChildren;
}) => {
  const words = useWordsWith(codeWords);
  const code = useMemo(createRecoveryCodeModel, []);
  const tried = useSignal(false);
  const busy = useSignal(false);
  const error = useSignal<VaultError | null>(null);
  // What opens leads elsewhere itself.
  useGuard(() => !busy.peek() && (code.touched() || props.touched?.() === true));

  const submit = async (): Promise<boolean> => {
    tried.value = true;
    const isSettled = (await props.settle?.()) ?? true;
    const whole = code.take();
    if (!isSettled || whole === null || busy.peek()) return false;
    busy.value = true;
    error.value = null;
    const answer = await props.open(whole);
    busy.value = false;
    if (answer.ok) code.clear();
    else error.value = answer.error;
    return answer.ok;
  };

  return (
    <>
      {error.value === null ? null : error.value.type === 'WrongSecret' ? (
        <Notice tone="bad" live title={words.unlock.wrongCode} actions={props.wrong.actions}>
          {props.wrong.why}
        </Notice>
      ) : (
        <ErrorNotice error={error.value} />
      )}
      <Form onSubmit={submit} account={props.account}>
        {props.before}
        <RecoveryCodeField code={code} tried={tried.value} error={error.value} onTouch={() => (error.value = null)} />
        {props.after?.(tried.value)}
        {busy.value && props.opening !== undefined ? <Progress label={props.opening} /> : null}
        <div class="row">
          <Button type="submit" look="primary" busy={busy.value}>
            {props.act}
          </Button>
          {props.aside}
        </div>
      </Form>
    </>
  );
};
