/** Who may let the waiting version take over, as the service worker of this app sees it. */
export interface TakeOverPlatform {
  /** A newer version waits still. */
  readonly isWaiting: () => Promise<boolean>;
  /** Asks it to take over. */
  readonly ask: () => void;
  readonly wait: (ms: number) => Promise<void>;
  /** Nothing in this page would be lost: the user may have gone on meanwhile. */
  readonly mayReload: () => boolean;
  readonly reload: () => void;
}

const ASK_AGAIN_MS = 3000;
const ASKS = 4;

/**
 * Lets the version that waits take over, and reloads the page. One ask is not always enough: Chromium gives a takeover
 * up when a page loads a file in that moment, and the version goes back to waiting without a word. The reload comes in
 * the end, since the user was told of one; what still waits then is offered again. True: the page is on its way out.
 */
export const takeOver = async ({ isWaiting, ask, wait, mayReload, reload }: TakeOverPlatform): Promise<boolean> => {
  for (let asks = 0; asks < ASKS && (await isWaiting().catch(() => false)); asks += 1) {
    ask();
    await wait(ASK_AGAIN_MS);
  }
  if (!mayReload()) return false;
  reload();
  return true;
};
