import { signal } from '@preact/signals';
import type { ReadonlySignal, Signal } from '@preact/signals';
import type { VaultEvent } from '../../core/contract/events.ts';
import type { KitContent, SessionView } from '../../core/contract/session-api.ts';
import type { PersonId } from '../../core/domain/ids.ts';
import type { VaultCalls } from '../bridge/vault-client.ts';
import type { Ordinals } from '../router/ordinals.ts';
import { createOrdinals } from '../router/ordinals.ts';
import type { Drafts, DraftsOwner } from './drafts.ts';
import { createDrafts } from './drafts.ts';
import { createRenewingCalls } from './renewing-calls.ts';

/**
 * What every model of an unlocked vault is given. It lives from unlock to lock; whatever the page knows of the vault
 * hangs on it and goes with it.
 */
export interface OpenVault {
  readonly api: VaultCalls;
  readonly view: ReadonlySignal<SessionView>;
  /** Nothing can be written any more in this session. */
  readonly halted: ReadonlySignal<boolean>;
  /** Keys or ways in that were told as gone still lie in the keyring's files; the vault tries again by itself. */
  readonly oldKeys: ReadonlySignal<boolean>;
  /** Events of the worker, until the lock. Returns the release, for a screen that goes earlier. */
  readonly listen: (listener: (event: VaultEvent) => void) => () => void;
  readonly now: () => number;
  readonly persons: Ordinals<PersonId>;
  readonly drafts: Drafts;
  /** The kit just made, until its rehearsal is passed: the recovery code is stored nowhere else. */
  readonly kit: Signal<KitContent | null>;
  /** The screen of the recovery sheet is open: its code is copied by hand perhaps, and nobody touches the device meanwhile. */
  readonly atKit: Signal<boolean>;
  /** Made just now: the recovery sheet and what follows it still belong to making it. */
  readonly fresh: Signal<boolean>;
  /** How many things wait to be done: the figure beside home in the rail. The home screen's model sets it. */
  readonly waiting: Signal<number>;
  /** Rows of an import under way that wait for a decision. The import model sets it. */
  readonly doubts: Signal<number>;
  /** Whether the last entry still has to be shown after this unlock. */
  readonly greeting: Signal<boolean>;
  /** A model names work that going elsewhere does not lose, and the end of the session does. It is asked as long as the vault is open. */
  readonly hold: (isUnfinished: () => boolean) => void;
  /** Whether there is such work now, or a recovery code is being copied by hand. */
  readonly isUnfinished: () => boolean;
  /** Reads the session anew, after settings have changed. */
  readonly refresh: () => Promise<void>;
  readonly show: (view: SessionView) => void;
}

export interface OpenVaultOwner {
  readonly vault: OpenVault;
  readonly drafts: DraftsOwner;
  readonly dispatch: (event: VaultEvent) => void;
}

export const createOpenVault = (deps: {
  readonly api: VaultCalls;
  readonly view: SessionView;
  readonly kit: KitContent | null;
  /** The last entry is shown after an unlock, and not after making or restoring. */
  readonly greet: boolean;
  /** What was told of old keys while the vault opened, before there was anybody to hear it. */
  readonly oldKeys: boolean;
  readonly now: () => number;
}): OpenVaultOwner => {
  const view = signal(deps.view);
  const halted = signal(false);
  const oldKeys = signal(deps.oldKeys);
  const listeners = new Set<(event: VaultEvent) => void>();
  const drafts = createDrafts((draft) => deps.api.saveDraft(draft));
  const held: (() => boolean)[] = [];
  const kit = signal(deps.kit);
  const atKit = signal(false);
  const show = (next: SessionView): void => {
    view.value = next;
  };
  return {
    drafts,
    dispatch: (event) => {
      if (event.type === 'Halted') halted.value = true;
      else if (event.type === 'OldKeys') oldKeys.value = event.left;
      for (const listener of listeners) listener(event);
    },
    vault: {
      api: createRenewingCalls(deps.api, drafts),
      view,
      halted,
      oldKeys,
      listen: (listener) => {
        listeners.add(listener);
        return () => listeners.delete(listener);
      },
      now: deps.now,
      persons: createOrdinals<PersonId>(),
      drafts,
      kit,
      atKit,
      waiting: signal(0),
      doubts: signal(0),
      greeting: signal(deps.greet),
      fresh: signal(deps.kit !== null),
      hold: (isUnfinished) => {
        held.push(isUnfinished);
      },
      isUnfinished: () => held.some((isUnfinished) => isUnfinished()) || (kit.peek() !== null && atKit.peek()),
      refresh: async () => {
        const answer = await deps.api.viewSession();
        if (answer.ok) show(answer.value);
      },
      show,
    },
  };
};
