import { signal } from '@preact/signals';
import type { ReadonlySignal } from '@preact/signals';
import type { Place, RouteId } from './routes.ts';
import { hrefTo, parseHash, samePlace } from './routes.ts';

export interface Router {
  readonly place: ReadonlySignal<Place>;
  /** Where the user wants to go while something is unsaved, 'end' for an act that ends the session; null when nothing is asked. */
  readonly asking: ReadonlySignal<Place | 'end' | null>;
  readonly go: (id: RouteId, no?: number) => void;
  /** The same without a step in the history: for places that must not be gone back to. */
  readonly replace: (id: RouteId, no?: number) => void;
  /** Registers unsaved input: while `dirty` says true, leaving is asked first. Returns the release. */
  readonly guard: (dirty: () => boolean) => () => void;
  /** Something is typed and not saved. */
  readonly isDirty: () => boolean;
  /** For acts that take every screen away, as locking does: at once, or when the user has given up what is unsaved. */
  readonly end: (act: () => void) => void;
  readonly stay: () => void;
  readonly leave: () => void;
}

/** The part of the window that a router touches. */
export interface RouterPlatform {
  readonly hash: () => string;
  readonly push: (hash: string) => void;
  readonly replace: (hash: string) => void;
  readonly onHashChange: (listener: () => void) => void;
  /** `ask` is consulted before the page is closed or reloaded. */
  readonly onBeforeUnload: (ask: () => boolean) => void;
}

const START: Place = { id: 'first', no: null };

/** Hash routes: any static host and any subpath serve them, and a deep link opens offline. */
export const createRouter = (platform: RouterPlatform): Router => {
  const place = signal<Place>(parseHash(platform.hash()) ?? START);
  const asking = signal<Place | 'end' | null>(null);
  let ending: (() => void) | null = null;
  const guards = new Set<() => boolean>();
  const isDirty = (): boolean => [...guards].some((dirty) => dirty());

  const arrive = (next: Place): void => {
    if (samePlace(place.peek(), next)) return;
    place.value = next;
  };

  platform.onHashChange(() => {
    const next = parseHash(platform.hash()) ?? START;
    const here = place.peek();
    if (samePlace(here, next)) return;
    if (isDirty()) {
      // The browser has moved already: put the address back, and ask.
      platform.replace(hrefTo(here.id, here.no ?? undefined));
      asking.value = next;
      return;
    }
    arrive(next);
  });
  platform.onBeforeUnload(isDirty);

  const move = (next: Place, change: (hash: string) => void): void => {
    if (isDirty() && !samePlace(place.peek(), next)) {
      asking.value = next;
      return;
    }
    change(hrefTo(next.id, next.no ?? undefined));
    arrive(next);
  };

  const stay = (): void => {
    ending = null;
    asking.value = null;
  };

  return {
    place,
    asking,
    go: (id, no) => move({ id, no: no ?? null }, platform.push),
    replace: (id, no) => move({ id, no: no ?? null }, platform.replace),
    guard: (dirty) => {
      guards.add(dirty);
      return () => {
        guards.delete(dirty);
        // A lock took the form away: asked in the next session, the question would be about somebody else's input.
        if (asking.peek() !== null && !isDirty()) stay();
      };
    },
    isDirty,
    end: (act) => {
      if (!isDirty()) act();
      else {
        ending = act;
        asking.value = 'end';
      }
    },
    stay,
    leave: () => {
      const next = asking.peek();
      const act = ending;
      ending = null;
      asking.value = null;
      guards.clear();
      if (next === 'end') act?.();
      else if (next !== null) move(next, platform.push);
    },
  };
};
