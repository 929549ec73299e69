/** Web Locks and BroadcastChannel of one origin, shared by several tabs of a test. A tab that is killed lets its locks go. */
export interface FakeOrigin {
  readonly openTab: () => FakeTab;
}

export interface FakeTab {
  readonly locks: LockManager;
  readonly createChannel: (name: string) => BroadcastChannel;
  /** As the browser does when a tab is closed or its process dies. */
  readonly kill: () => void;
}

interface Waiting {
  readonly grant: () => void;
}

interface Channel {
  readonly name: string;
  readonly target: EventTarget;
}

export const createOrigin = (): FakeOrigin => {
  const held = new Map<string, object>();
  const waiting = new Map<string, Waiting[]>();
  const channels = new Set<Channel>();

  const free = (name: string, owner: object): void => {
    if (held.get(name) !== owner) return;
    held.delete(name);
    waiting.get(name)?.shift()?.grant();
  };

  return {
    openTab: () => {
      const owned = new Map<string, object>();
      const request = async (name: string, options: LockOptions, callback: (lock: Lock | null) => unknown): Promise<unknown> => {
        const owner = {};
        await Promise.resolve();
        if (held.has(name) && options.ifAvailable === true) return callback(null);
        if (held.has(name)) {
          await new Promise<void>((resolve, reject) => {
            const queue = waiting.get(name) ?? [];
            const entry = { grant: resolve };
            waiting.set(name, [...queue, entry]);
            options.signal?.addEventListener('abort', () => {
              waiting.set(name, (waiting.get(name) ?? []).filter((one) => one !== entry));
              reject(new DOMException('aborted', 'AbortError'));
            });
          });
        }
        held.set(name, owner);
        owned.set(name, owner);
        try {
          return await callback({ name, mode: 'exclusive' });
        } finally {
          free(name, owner);
          owned.delete(name);
        }
      };
      const mine = new Set<Channel>();
      return {
        locks: { request, query: () => Promise.resolve({}) } as unknown as LockManager,
        createChannel: (name) => {
          const target = new EventTarget();
          const channel: Channel & Pick<BroadcastChannel, 'postMessage' | 'close' | 'addEventListener'> = {
            name,
            target,
            addEventListener: target.addEventListener.bind(target),
            postMessage: (data) => {
              for (const other of channels) {
                if (other === channel || other.name !== name) continue;
                setTimeout(() => {
                  if (channels.has(other)) other.target.dispatchEvent(new MessageEvent('message', { data }));
                }, 0);
              }
            },
            close: () => {
              channels.delete(channel);
            },
          };
          channels.add(channel);
          mine.add(channel);
          return channel as unknown as BroadcastChannel;
        },
        kill: () => {
          for (const [name, owner] of owned) free(name, owner);
          for (const channel of mine) channels.delete(channel);
        },
      };
    },
  };
};
