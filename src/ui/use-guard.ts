import { useEffect } from 'preact/hooks';
import type { Draft } from '../app/models/drafts.ts';
import { useApp } from './app-context.ts';
import { useVaultIfOpen } from './vault-context.ts';

/** What was typed longer ago than this is still there when the page has gone without a word. */
const STORE_MS = 2000;

/**
 * For forms: asks before leaving while `dirty` says true; hands `draft` over when the vault locks by itself, and has it
 * sealed meanwhile. Both are read at the moment they are needed, so they may close over signals.
 */
export const useGuard = (dirty: () => boolean, draft?: () => Draft | null): void => {
  const { router } = useApp();
  const vault = useVaultIfOpen();
  useEffect(() => {
    const releaseGuard = router.guard(dirty);
    if (draft === undefined || vault === null) return releaseGuard;
    const { drafts } = vault;
    const releaseDraft = drafts.keep(draft);
    const timer = setInterval(drafts.store, STORE_MS);
    document.addEventListener('visibilitychange', drafts.store);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', drafts.store);
      releaseGuard();
      releaseDraft();
    };
  }, []);
};
