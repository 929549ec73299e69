/** The app's other tabs on this device: they share its files, and a newer version takes these from all of them at once. */
export interface OtherTabs {
  /** True when one of them says that something in it is not saved. A tab that sleeps or is of an earlier version says nothing. */
  readonly haveUnsaved: () => Promise<boolean>;
}

/**
 * Null where there is none. In Firefox making one throws when the browser keeps nothing for the site, and the page would stay without a
 * word. Two installations on one origin are told apart by their folders; a start page that is named is the same start page.
 */
export const openTabsChannel = (page: Window): BroadcastChannel | null => {
  try {
    return 'BroadcastChannel' in page ? new BroadcastChannel(`kinko-tabs ${page.location.pathname.replace(/[^/]*$/, '')}`) : null;
  } catch {
    return null;
  }
};

export interface TabsDeps {
  /** Null where the browser has no BroadcastChannel. */
  readonly channel: Pick<BroadcastChannel, 'postMessage' | 'addEventListener'> | null;
  readonly wait: (ms: number) => Promise<void>;
  /** Differs from what any other tab makes. */
  readonly makeId: () => string;
  /** Whether something in this tab would be lost. */
  readonly isUnsaved: () => boolean;
}

/** Tabs in the background answer within milliseconds; a busy machine takes longer. */
const PATIENCE_MS = 1000;

const ASK = 'kinko-unsaved?';
const ANSWER = 'kinko-unsaved!';

/** The other tab may be of another version: only what is exactly one of the two messages counts. */
const idIn = (data: unknown, type: string): string | null =>
  typeof data === 'object' && data !== null && 'type' in data && data.type === type && 'id' in data && typeof data.id === 'string' ? data.id : null;

export const createOtherTabs = ({ channel, wait, makeId, isUnsaved }: TabsDeps): OtherTabs => {
  const waiting = new Map<string, () => void>();
  channel?.addEventListener('message', (event: MessageEvent<unknown>) => {
    const asked = idIn(event.data, ASK);
    if (asked !== null && isUnsaved()) channel.postMessage({ type: ANSWER, id: asked });
    const answered = idIn(event.data, ANSWER);
    if (answered !== null) waiting.get(answered)?.();
  });
  return {
    haveUnsaved: async () => {
      if (channel === null) return false;
      const id = makeId();
      const said = new Promise<boolean>((resolve) => {
        waiting.set(id, () => resolve(true));
      });
      channel.postMessage({ type: ASK, id });
      const unsaved = await Promise.race([said, wait(PATIENCE_MS).then(() => false)]);
      waiting.delete(id);
      return unsaved;
    },
  };
};
