import { useSignal } from '@preact/signals';
import type { OpenVault } from '../../../app/models/open-vault.ts';
import type { VaultError } from '../../../core/contract/errors.ts';
import { hrefTo } from '../../../app/router/routes.ts';
import { Button, LinkButton } from '../../components/Button.tsx';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { Form } from '../../components/Form.tsx';
import { PageHeader } from '../../components/PageHeader.tsx';
import { PasswordField } from '../../components/PasswordField.tsx';
import { Progress } from '../../components/Progress.tsx';
import { useWords } from '../../words-context.ts';

/** A new sheet replaces the old one, so the password is asked: whoever finds the vault open must not make a way in. */
export const RenewStep = ({ vault, onMade }: { readonly vault: OpenVault; readonly onMade: () => void }) => {
  const words = useWords();
  const password = useSignal('');
  const busy = useSignal(false);
  const error = useSignal<VaultError | null>(null);
  const submit = async (): Promise<boolean> => {
    if (busy.peek()) return false;
    busy.value = true;
    error.value = null;
    const made = await vault.api.renewKit({ password: password.peek() });
    busy.value = false;
    if (!made.ok) {
      error.value = made.error;
      return false;
    }
    password.value = '';
    vault.kit.value = made.value;
    await vault.refresh();
    onMade();
    return true;
  };
  const wrong = error.value?.type === 'WrongSecret';
  return (
    <>
      <PageHeader title={words.kit.renewTitle} why={words.kit.renewWhy} />
      <div class="stack">
        {error.value === null || wrong ? null : <ErrorNotice error={error.value} />}
        <p>{words.kit.renewOld}</p>
        <Form onSubmit={submit}>
          <PasswordField
            kind="current"
            label={words.kit.askPassword}
            value={password.value}
            onInput={(text) => (password.value = text)}
            error={wrong ? words.unlock.wrong : undefined}
          />
          {busy.value ? <Progress label={words.unlock.opening} /> : null}
          <div class="row">
            <Button type="submit" look="primary" busy={busy.value}>
              {words.kit.renewDo}
            </Button>
            <LinkButton look="quiet" href={hrefTo('settings')}>
              {words.actions.cancel}
            </LinkButton>
          </div>
        </Form>
      </div>
    </>
  );
};
