import { useSignal } from '@preact/signals';
import type { VaultError } from '../../../core/contract/errors.ts';
import { hrefTo } from '../../../app/router/routes.ts';
import { settingsWords } from '../../../i18n/screens/settings.ts';
import { LinkButton } from '../../components/Button.tsx';
import { CurrentPassword } from '../../components/CurrentPassword.tsx';
import { NewPassword } from '../../components/NewPassword.tsx';
import { PageHeader } from '../../components/PageHeader.tsx';
import { Progress } from '../../components/Progress.tsx';
import { SecretScreen } from '../../components/SecretScreen.tsx';
import { useGuard } from '../../use-guard.ts';
import { useNewPassword } from '../../use-new-password.ts';
import { useVault } from '../../vault-context.ts';
import { useWordsWith } from '../../words-context.ts';

/** Changes the way in, not the keys: for a password that nobody else knows. */
export const PasswordScreen = () => {
  const words = useWordsWith(settingsWords);
  const vault = useVault();
  const current = useSignal('');
  const tried = useSignal(false);
  const state = useSignal<'open' | 'saving' | 'done'>('open');
  const error = useSignal<VaultError | null>(null);
  const next = useNewPassword(() => [vault.view.peek().label, vault.view.peek().memberName]);
  useGuard(() => state.peek() === 'open' && (current.peek() !== '' || next.password.peek() !== ''));

  const submit = async (): Promise<boolean> => {
    tried.value = true;
    const good = await next.settle();
    if (!good || current.peek() === '' || state.peek() === 'saving') return false;
    state.value = 'saving';
    error.value = null;
    const answer = await vault.api.changePassword({ current: current.peek(), next: next.password.peek() });
    if (!answer.ok) {
      state.value = 'open';
      error.value = answer.error;
      return false;
    }
    current.value = '';
    next.clear();
    state.value = 'done';
    return true;
  };

  if (state.value === 'done')
    return (
      <>
        <PageHeader title={words.settings.passwordDone} why={words.settings.passwordDoneWhy} focusKey="done" />
        <div class="row">
          <LinkButton look="primary" href={hrefTo('copies')}>
            {words.settings.toCopies}
          </LinkButton>
          <LinkButton href={hrefTo('settings')}>{words.titles.settings}</LinkButton>
        </div>
      </>
    );
  return (
    <SecretScreen
      title={words.settings.passwordTitle}
      why={words.settings.passwordBody}
      account={vault.view.value.label}
      error={error.value}
      points={words.settings.passwordChanges}
      act={{ label: words.settings.passwordFinal, look: 'primary', busy: state.value === 'saving', disabled: vault.halted.value }}
      back="settings"
      onSubmit={submit}
    >
      <CurrentPassword label={words.settings.current} password={current} tried={tried.value} error={error.value} />
      <NewPassword model={next} label={words.settings.next} shown={tried.value} />
      {state.value === 'saving' ? <Progress label={words.settings.passwordBusy} /> : null}
    </SecretScreen>
  );
};
