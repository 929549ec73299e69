import { signal } from '@preact/signals';
import type { ReadonlySignal } from '@preact/signals';
import type { VaultResult } from '../../core/contract/errors.ts';
import type { RouteId } from '../router/routes.ts';

/** What was typed and not saved when the vault closed: by itself, or because its page went. Never a number. */
export interface Draft {
  readonly route: string;
  readonly fields: Readonly<Record<string, string>>;
}

export interface Drafts {
  /** A draft of an earlier session that no screen has taken up yet. */
  readonly offered: ReadonlySignal<Draft | null>;
  /** A form names what it would keep; null when there is nothing. Returns the release, for the form's end. */
  readonly keep: (source: () => Draft | null) => () => void;
  /** Has the vault seal what stands in the form now, unless it lies there already: a page can go without a word. */
  readonly store: () => void;
  /** The fields offered for this screen, once; `isMine` says whether they belong to whom the screen is about. */
  readonly take: (route: RouteId, isMine: (fields: Draft['fields']) => boolean) => Draft['fields'] | null;
  readonly drop: () => void;
  /** The vault's keys are new and persons are gone: an offered draft about one of them goes too, any other is sealed anew. */
  readonly forget: (isAbout: (draft: Draft) => boolean) => void;
}

export interface DraftsOwner extends Drafts {
  readonly offer: (draft: Draft | null) => void;
  readonly collect: () => Draft | null;
  /** From now on nothing is stored: the vault closes, and forms that go with it leave what lies there. */
  readonly close: () => void;
  /** Whether this is what lies in the vault. */
  readonly isStored: (draft: Draft | null) => boolean;
}

const NONE = JSON.stringify(null);

/** `save`: null takes away what lies there. */
export const createDrafts = (save: (draft: Draft | null) => VaultResult<null>): DraftsOwner => {
  const offered = signal<Draft | null>(null);
  const sources = new Set<() => Draft | null>();
  /** What lies in the vault (null: not known), and what it refused: that is not tried again until it changes. */
  let stored: string | null = NONE;
  let refused: string | null = null;
  let isBusy = false;
  let isClosed = false;

  const collect = (): Draft | null => {
    for (const source of sources) {
      const draft = source();
      if (draft !== null) return draft;
    }
    return offered.peek();
  };
  const store = async (): Promise<void> => {
    if (isBusy) return;
    isBusy = true;
    for (;;) {
      const draft = collect();
      const text = JSON.stringify(draft);
      if (isClosed || text === stored || text === refused) break;
      const answer = await save(draft);
      if (answer.ok) stored = text;
      // An entry was written meanwhile: the next time it goes.
      else if (answer.error.type === 'ChangedMeanwhile') break;
      else refused = text;
    }
    isBusy = false;
  };

  return {
    offered,
    keep: (source) => {
      sources.add(source);
      return () => {
        sources.delete(source);
        void store();
      };
    },
    store: () => void store(),
    take: (route, isMine) => {
      const draft = offered.peek();
      if (draft === null || draft.route !== route || !isMine(draft.fields)) return null;
      offered.value = null;
      return draft.fields;
    },
    drop: () => {
      offered.value = null;
      void store();
    },
    forget: (isAbout) => {
      const draft = offered.peek();
      if (draft !== null && isAbout(draft)) offered.value = null;
      // What lies there opens no more.
      stored = null;
      void store();
    },
    offer: (draft) => {
      offered.value = draft;
      // The vault handed it out and has dropped it: it stays until somebody has taken it up or does not want it.
      void store();
    },
    collect,
    close: () => {
      isClosed = true;
    },
    isStored: (draft) => JSON.stringify(draft) === stored,
  };
};
