import { useSignal } from '@preact/signals';
import type { OpenVault } from '../../../app/models/open-vault.ts';
import type { VaultError } from '../../../core/contract/errors.ts';
import { kitWords } from '../../../i18n/screens/kit.ts';
import { CurrentPassword } from '../../components/CurrentPassword.tsx';
import { Progress } from '../../components/Progress.tsx';
import { SecretScreen } from '../../components/SecretScreen.tsx';
import { useWordsWith } from '../../words-context.ts';

/** A new sheet replaces the old one, so the password is asked: whoever finds the vault open must not make a way in. */
export const RenewStep = ({ vault, onMade }: { readonly vault: OpenVault; readonly onMade: () => void }) => {
  const words = useWordsWith(kitWords);
  const password = useSignal('');
  const tried = useSignal(false);
  const busy = useSignal(false);
  const error = useSignal<VaultError | null>(null);
  const submit = async (): Promise<boolean> => {
    tried.value = true;
    if (busy.peek() || password.peek() === '') return false;
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
  return (
    <SecretScreen
      title={words.kit.renewTitle}
      why={words.kit.renewWhy}
      account={vault.view.value.label}
      error={error.value}
      points={words.kit.renewChanges}
      act={{ label: words.kit.renewDo, look: 'primary', busy: busy.value, disabled: vault.halted.value }}
      back="settings"
      onSubmit={submit}
    >
      <CurrentPassword label={words.kit.askPassword} password={password} tried={tried.value} error={error.value} />
      {busy.value ? <Progress label={words.unlock.opening} /> : null}
    </SecretScreen>
  );
};
