import { useEffect } from 'preact/hooks';
import type { Draft } from '../app/models/drafts.ts';
import { useApp } from './app-context.ts';
import { useVaultIfOpen } from './vault-context.ts';

/**
 * For forms: asks before leaving while `dirty` says true, and hands `draft` over when the vault locks by itself.
 * Both are read at the moment they are needed, so they may close over signals.
 */
export const useGuard = (dirty: () => boolean, draft?: () => Draft | null): void => {
  const { router } = useApp();
  const vault = useVaultIfOpen();
  useEffect(() => {
    const releaseGuard = router.guard(dirty);
    const releaseDraft = draft === undefined ? undefined : vault?.drafts.keep(draft);
    return () => {
      releaseGuard();
      releaseDraft?.();
    };
  }, []);
};
