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
  /** The number that the entry shown was marked with; null for one that a link or the address line has just made. */
  readonly position: () => number | null;
  readonly mark: (position: number) => void;
  readonly push: (hash: string, position: number) => void;
  readonly replace: (hash: string, position: number) => void;
  /** Moves within the history, later: onHashChange tells when it is there. */
  readonly travel: (steps: number) => void;
  readonly onHashChange: (listener: () => void) => void;
  /** `ask` is consulted before the page is closed or reloaded. */
  readonly onBeforeUnload: (ask: () => boolean) => void;
}

const START: Place = { id: 'first', no: null };

/** Hash routes: any static host and any subpath serve them, and a deep link opens offline. */
export const createRouter = (platform: RouterPlatform): Router => {
  const place = signal<Place>(parseHash(platform.hash()) ?? START);
  const asking = signal<Place | 'end' | null>(null);
  /** Entries are counted, so that a step the user takes back is taken back in the history too, and no entry is lost. */
  let position = platform.position() ?? 0;
  platform.mark(position);
  /** The entry the user is being fetched back from: browsers tell of one move twice. */
  let fetchedFrom: number | null = null;
  /** Where the question leads in the history; null where it leads to a new entry. */
  let askedSteps: number | null = null;
  let ending: (() => void) | null = null;
  const guards = new Set<() => boolean>();
  const isDirty = (): boolean => [...guards].some((dirty) => dirty());

  const arrive = (next: Place): void => {
    if (samePlace(place.peek(), next)) return;
    place.value = next;
  };

  platform.onHashChange(() => {
    const next = parseHash(platform.hash()) ?? START;
    const isHere = samePlace(place.peek(), next);
    const marked = platform.position();
    // A link makes an entry behind this one; to the place one is at, it makes this one anew.
    const reached = marked ?? (isHere ? position : position + 1);
    if (marked === null) platform.mark(reached);
    if (!isHere && isDirty()) {
      if (reached === fetchedFrom) return;
      // The browser has moved already: go back to the form, and ask.
      fetchedFrom = reached;
      askedSteps = reached - position;
      platform.travel(-askedSteps);
      asking.value = next;
      return;
    }
    fetchedFrom = null;
    position = reached;
    arrive(next);
  });
  platform.onBeforeUnload(isDirty);

  const move = (next: Place, steps: 0 | 1): void => {
    if (isDirty() && !samePlace(place.peek(), next)) {
      askedSteps = null;
      asking.value = next;
      return;
    }
    position += steps;
    const change = steps === 0 ? platform.replace : platform.push;
    change(hrefTo(next.id, next.no ?? undefined), position);
    arrive(next);
  };

  const stay = (): void => {
    ending = null;
    askedSteps = null;
    asking.value = null;
  };

  return {
    place,
    asking,
    go: (id, no) => move({ id, no: no ?? null }, 1),
    replace: (id, no) => move({ id, no: no ?? null }, 0),
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
      const steps = askedSteps;
      stay();
      guards.clear();
      if (next === 'end') act?.();
      else if (steps !== null) platform.travel(steps);
      else if (next !== null) move(next, 1);
    },
  };
};
