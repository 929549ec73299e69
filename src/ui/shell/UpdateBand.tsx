import { useApp } from '../app-context.ts';
import { Button } from '../components/Button.tsx';
import { Notice } from '../components/Notice.tsx';
import { useWords } from '../words-context.ts';
import { UpdateChangesList } from './UpdateChangesList.tsx';

/**
 * A newer version waits: it never takes over by itself. What it changes is told by itself; unsaved input is asked about, and an open vault
 * is locked first, so that nothing is lost or half written. Put off, it stands no longer above every screen but in the
 * settings alone: `inSettings` is the one there.
 */
export const UpdateBand = ({ inSettings = false }: { readonly inSettings?: boolean }) => {
  const words = useWords();
  const { updates } = useApp();
  if (updates === null || !updates.updateReady.value || updates.isPutOff.value !== inSettings) return null;
  const hindrance = updates.hindrance.value;
  return (
    <div class="band no-print">
      <Notice
        tone="info"
        title={words.shell.update}
        actions={
          <>
            <Button busy={updates.isApplying.value} onClick={() => void updates.apply()}>
              {words.shell.updateDo}
            </Button>
            {inSettings ? null : (
              <Button look="quiet" onClick={updates.putOff}>
                {words.actions.later}
              </Button>
            )}
          </>
        }
      >
        <UpdateChangesList news={updates.news.value} />
        <p>{words.shell.updateWhy}</p>
        <p role="status">{hindrance === null ? null : <strong>{words.shell.updateHindrances[hindrance]}</strong>}</p>
      </Notice>
    </div>
  );
};
