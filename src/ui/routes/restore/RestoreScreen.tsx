import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { restoreWords } from '../../../i18n/screens/restore.ts';
import { useApp } from '../../app-context.ts';
import { Button } from '../../components/Button.tsx';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { InstallFirst } from '../../components/InstallFirst.tsx';
import { PageHeader } from '../../components/PageHeader.tsx';
import { useRestore } from '../../use-restore.ts';
import { useVaultIfOpen } from '../../vault-context.ts';
import { useWordsWith } from '../../words-context.ts';
import { ChooseCopies } from './ChooseCopies.tsx';
import { Restored } from './Restored.tsx';
import { RestoreProgress } from './RestoreProgress.tsx';
import { RestoreForm } from './RestoreForm.tsx';
import './restore-screen.css';

/** Brings a vault back: files, the way in, the result. The same screen before a vault is open and right after. */
export const RestoreScreen = () => {
  const words = useWordsWith(restoreWords);
  const { install } = useApp();
  const vault = useVaultIfOpen();
  const model = useRestore();
  const stage = model.stage.value;
  // A result belongs to the vault it opened; whoever comes back with another begins anew.
  useEffect(() => {
    const now = model.stage.peek();
    if (now.at !== 'done' || now.isEntering || model.error.peek() !== null) return;
    if (vault === null || vault.view.peek().storeId !== now.restored.storeId) model.reset();
  }, [vault]);

  if (stage.at === 'done' && vault !== null) return <Restored restored={stage.restored} />;
  if (vault !== null) return <LockFirst />;
  if (install.mustInstallFirst.value) return <InstallFirst onSkip={install.skip} />;
  switch (stage.at) {
    case 'choose':
      return <ChooseCopies />;
    case 'chosen':
      return <RestoreForm usable={stage.usable} refused={stage.refused} isBusy={stage.isRestoring} />;
    case 'inspecting':
      return (
        <>
          <PageHeader title={words.restore.title} />
          <RestoreProgress label={words.restore.inspecting} hint={words.restore.inspectingHint} />
        </>
      );
    case 'done':
      if (model.error.value !== null) return <ErrorNotice error={model.error.value} />;
      // Closed again since: the result has been read, and the next restore begins.
      return stage.isEntering ? <RestoreProgress label={words.restore.restoring} hint={words.restore.restoringHint} /> : null;
  }
};

/** The worker holds one session: what is open is locked before another is brought back, and the user sees it. */
const LockFirst = () => {
  const words = useWordsWith(restoreWords);
  const { session } = useApp();
  const busy = useSignal(false);
  return (
    <>
      <PageHeader title={words.restore.open} why={words.restore.openWhy} />
      <Button
        look="primary"
        icon="lock"
        busy={busy.value}
        onClick={() => {
          busy.value = true;
          void session.lock();
        }}
      >
        {words.restore.openDo}
      </Button>
    </>
  );
};
