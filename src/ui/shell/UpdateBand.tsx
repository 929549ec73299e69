import { useApp } from '../app-context.ts';
import { Button } from '../components/Button.tsx';
import { Notice } from '../components/Notice.tsx';
import { useWords } from '../words-context.ts';

/**
 * A newer version waits: it never takes over by itself. Unsaved input is asked about, and an open vault is locked first,
 * so that nothing is lost or half written.
 */
export const UpdateBand = () => {
  const words = useWords();
  const { updates, session, router } = useApp();
  if (updates === null || !updates.updateReady.value) return null;
  const apply = async (): Promise<void> => {
    await session.lock();
    updates.applyUpdate();
  };
  return (
    <div class="band no-print">
      <Notice tone="info" title={words.shell.update} actions={<Button onClick={() => router.end(() => void apply())}>{words.shell.updateDo}</Button>}>
        {words.shell.updateWhy}
      </Notice>
    </div>
  );
};
