import { channelName, lockName } from '../storage/names.ts';

/**
 * One open tab per vault. The tab that holds the exclusive Web Lock of a store is the only one that opens its database, so two
 * writers never meet; a tab that is closed or killed loses its lock with it, which is why no lock file is needed.
 */
export interface WriterLock {
  /** Resolves once other tabs can have it. */
  readonly release: () => Promise<void>;
  /** Called once when another tab asks for the store: lock the session, then `release`. */
  readonly onAsked: (listener: () => void) => void;
}

export interface WriterLocks {
  /** Null: another tab has it. */
  readonly acquire: (storeId: string) => Promise<WriterLock | null>;
  /** Asks the holder to give up and waits at most `patienceMs`; true once nobody holds the lock. */
  readonly askForRelease: (storeId: string, patienceMs: number) => Promise<boolean>;
}

export interface TabsPlatform {
  readonly locks: LockManager;
  readonly createChannel: (name: string) => BroadcastChannel;
}

const ASK = 'give-up';

export const createWriterLocks = (platform: TabsPlatform): WriterLocks => {
  /** `held` says whether the lock was free; `released` settles when it is so again. */
  const hold = (storeId: string, letGo: Promise<void>): { readonly held: Promise<boolean>; readonly released: Promise<unknown> } => {
    let tell: (held: boolean) => void = () => undefined;
    const held = new Promise<boolean>((resolve) => {
      tell = resolve;
    });
    const released = platform.locks.request(lockName(storeId), { mode: 'exclusive', ifAvailable: true }, async (lock) => {
      tell(lock !== null);
      if (lock !== null) await letGo;
    });
    // A browser that refuses locks at all: say so to whoever asks for one.
    return { held: Promise.race([held, released.then(() => false)]), released };
  };

  return {
    acquire: async (storeId) => {
      let release: () => void = () => undefined;
      const letGo = new Promise<void>((resolve) => {
        release = resolve;
      });
      const { held, released } = hold(storeId, letGo);
      if (!(await held)) return null;

      const channel = platform.createChannel(channelName(storeId));
      let listener: (() => void) | null = null;
      let asked = false;
      const tell = (): void => {
        if (!asked || listener === null) return;
        channel.close();
        listener();
        listener = null;
      };
      channel.addEventListener('message', (event: MessageEvent<unknown>) => {
        if (event.data !== ASK) return;
        asked = true;
        tell();
      });
      return {
        release: async () => {
          channel.close();
          release();
          await released;
        },
        onAsked: (call) => {
          listener = call;
          tell();
        },
      };
    },

    askForRelease: async (storeId, patienceMs) => {
      const channel = platform.createChannel(channelName(storeId));
      const impatience = new AbortController();
      const timer = setTimeout(() => impatience.abort(), patienceMs);
      try {
        channel.postMessage(ASK);
        await platform.locks.request(lockName(storeId), { mode: 'exclusive', signal: impatience.signal }, () => undefined);
        return true;
      } catch (cause) {
        if (impatience.signal.aborted) return false;
        throw cause;
      } finally {
        clearTimeout(timer);
        channel.close();
      }
    },
  };
};
