import { useSignal } from '@preact/signals';
import { useMemo } from 'preact/hooks';
import type { VaultError } from '../../../core/contract/errors.ts';
import { createWords } from '../../../i18n/screens/create.ts';
import { useApp } from '../../app-context.ts';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { InstallFirst } from '../../components/InstallFirst.tsx';
import { Progress } from '../../components/Progress.tsx';
import { Steps } from '../../components/Steps.tsx';
import { useGuard } from '../../use-guard.ts';
import { useNewPassword } from '../../use-new-password.ts';
import { useWordsWith } from '../../words-context.ts';
import { createCreateForm } from './create-form.ts';
import { BusinessStep, OwnerStep, PasswordStep } from './CreateSteps.tsx';

/**
 * Makes a vault: business, owner, password. The vault is open when the last of these is done; the recovery sheet, its
 * rehearsal and the question to the browser follow on the route `kit`, where a reload finds them again.
 */
export const CreateScreen = () => {
  const words = useWordsWith(createWords);
  const { session, router, install } = useApp();
  const form = useMemo(createCreateForm, []);
  const password = useNewPassword(() => [form.label.peek(), form.ownerName.peek()]);
  const at = useSignal(0);
  const making = useSignal(false);
  const error = useSignal<VaultError | null>(null);
  useGuard(() => form.touched() && !making.peek());

  const make = async (): Promise<void> => {
    const { label, entityType, paysSalary, ownerName } = form;
    if (entityType.peek() === null || paysSalary.peek() === null) return;
    making.value = true;
    error.value = null;
    const made = await session.create({
      label: label.peek().trim(),
      entityType: entityType.peek() ?? 'sole',
      paysSalary: paysSalary.peek() === 'yes',
      ownerName: ownerName.peek().trim(),
      password: password.password.peek(),
    });
    if (made.ok) {
      password.clear();
      router.replace('kit');
      return;
    }
    making.value = false;
    error.value = made.error;
  };

  if (install.mustInstallFirst.value) return <InstallFirst onSkip={install.skip} />;
  const names = Object.values(words.create.steps);
  return (
    <>
      <Steps names={names} at={at.value} />
      {error.value === null ? null : <ErrorNotice error={error.value} onRetry={() => void make()} />}
      {making.value ? (
        <Progress label={words.create.making} hint={words.create.makingWhy} />
      ) : at.value === 0 ? (
        <BusinessStep form={form} onDone={() => (at.value = 1)} onBack={() => router.go('first')} />
      ) : at.value === 1 ? (
        <OwnerStep form={form} onDone={() => (at.value = 2)} onBack={() => (at.value = 0)} />
      ) : (
        <PasswordStep model={password} label={form.label.value.trim()} onDone={() => void make()} onBack={() => (at.value = 1)} />
      )}
    </>
  );
};
