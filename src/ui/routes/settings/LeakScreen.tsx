import { useSignal } from '@preact/signals';
import type { VaultError } from '../../../core/contract/errors.ts';
import type { OutstandingCopy } from '../../../core/contract/session-api.ts';
import { settingsWords } from '../../../i18n/screens/settings.ts';
import { useApp } from '../../app-context.ts';
import { Button } from '../../components/Button.tsx';
import { Card } from '../../components/Card.tsx';
import { CurrentPassword } from '../../components/CurrentPassword.tsx';
import { JobProgress } from '../../components/JobProgress.tsx';
import { NewPassword } from '../../components/NewPassword.tsx';
import { PageHeader } from '../../components/PageHeader.tsx';
import { SecretScreen } from '../../components/SecretScreen.tsx';
import { useGuard } from '../../use-guard.ts';
import { useNewPassword } from '../../use-new-password.ts';
import { useVault } from '../../vault-context.ts';
import { useWordsWith } from '../../words-context.ts';

/** Somebody may know a way in: all keys anew, a new password, a new sheet, and the copies that the old ones still open. */
export const LeakScreen = () => {
  const words = useWordsWith(settingsWords);
  const vault = useVault();
  const { router } = useApp();
  const current = useSignal('');
  const tried = useSignal(false);
  const busy = useSignal(false);
  const error = useSignal<VaultError | null>(null);
  const copies = useSignal<readonly OutstandingCopy[] | null>(null);
  const next = useNewPassword(() => [vault.view.peek().label, vault.view.peek().memberName]);
  useGuard(() => copies.peek() === null && (current.peek() !== '' || next.password.peek() !== ''));

  const submit = async (): Promise<boolean> => {
    tried.value = true;
    const good = await next.settle();
    if (!good || current.peek() === '' || busy.peek()) return false;
    busy.value = true;
    error.value = null;
    const answer = await vault.api.suspectLeak({ password: current.peek(), nextPassword: next.password.peek() });
    busy.value = false;
    if (!answer.ok) {
      error.value = answer.error;
      return false;
    }
    current.value = '';
    next.clear();
    vault.kit.value = answer.value.kit;
    copies.value = answer.value.copies;
    await vault.refresh();
    return true;
  };

  if (copies.value !== null) return <Done copies={copies.value} onNext={() => router.go('kit')} />;
  return (
    <SecretScreen
      title={words.settings.leakTitle}
      why={words.settings.leakBody}
      account={vault.view.value.label}
      error={error.value}
      points={words.settings.leakChanges}
      warning={words.settings.leakDuty}
      act={{ label: words.settings.leakDo, look: 'danger', icon: 'key', busy: busy.value, disabled: vault.halted.value }}
      back="settings"
      onSubmit={submit}
    >
      <CurrentPassword label={words.settings.current} password={current} tried={tried.value} error={error.value} />
      <NewPassword model={next} label={words.settings.next} shown={tried.value} />
      {busy.value ? <JobProgress job="rotate" label={words.settings.leakBusy} /> : null}
    </SecretScreen>
  );
};

const Done = ({ copies, onNext }: { readonly copies: readonly OutstandingCopy[]; readonly onNext: () => void }) => {
  const words = useWordsWith(settingsWords);
  return (
    <>
      <PageHeader title={words.settings.leakDone} why={words.settings.leakDoneWhy} focusKey="done" />
      <div class="stack">
        <Card title={words.settings.leakCopies}>
          {copies.length === 0 ? (
            <p>{words.settings.leakNoCopies}</p>
          ) : (
            <>
              <p>{words.settings.leakCopiesWhy}</p>
              <ul>
                {copies.map((copy) => (
                  <li key={copy.copyId}>
                    {copy.fileName} ({words.dates.dayTime(copy.madeAt)})
                  </li>
                ))}
              </ul>
            </>
          )}
        </Card>
        <div>
          <Button look="primary" onClick={onNext}>
            {words.settings.leakNext}
          </Button>
        </div>
      </div>
    </>
  );
};
