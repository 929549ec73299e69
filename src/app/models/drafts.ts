import { signal } from '@preact/signals';
import type { ReadonlySignal } from '@preact/signals';
import type { RouteId } from '../router/routes.ts';

/** What was typed and not saved when the vault locked by itself. Never a number. */
export interface Draft {
  readonly route: string;
  readonly fields: Readonly<Record<string, string>>;
}

export interface Drafts {
  /** A draft of an earlier session that no screen has taken up yet. */
  readonly offered: ReadonlySignal<Draft | null>;
  /** A form names what it would keep; null when there is nothing. Returns the release, for the form's end. */
  readonly keep: (source: () => Draft | null) => () => void;
  /** The fields offered for this screen, once. */
  readonly take: (route: RouteId) => Draft['fields'] | null;
  readonly drop: () => void;
}

export interface DraftsOwner extends Drafts {
  readonly offer: (draft: Draft | null) => void;
  readonly collect: () => Draft | null;
}

export const createDrafts = (): DraftsOwner => {
  const offered = signal<Draft | null>(null);
  const sources = new Set<() => Draft | null>();
  return {
    offered,
    keep: (source) => {
      sources.add(source);
      return () => sources.delete(source);
    },
    take: (route) => {
      const draft = offered.peek();
      if (draft === null || draft.route !== route) return null;
      offered.value = null;
      return draft.fields;
    },
    drop: () => {
      offered.value = null;
    },
    offer: (draft) => {
      offered.value = draft;
    },
    collect: () => {
      for (const source of sources) {
        const draft = source();
        if (draft !== null) return draft;
      }
      return null;
    },
  };
};
