import { computed, signal } from '@preact/signals';
import type { ReadonlySignal } from '@preact/signals';
import type { VersionNotes } from '../../i18n/version-notes.ts';
import type { OtherTabs } from '../platform/other-tabs.ts';
import type { Router } from '../router/router.ts';
import type { AppUpdates } from '../sw/register.ts';
import { compareVersions } from '../sw/update-changes.ts';
import type { SessionModel } from './session-model.ts';

/** Why the newer version may not take over now. */
export type UpdateHindrance =
  /** The vault works: an import, a copy, a restore. */
  | 'working'
  /** An import that is being decided, a copy that lies nowhere yet, a recovery code on its way to paper. */
  | 'unfinished'
  | 'otherTab';

/** What the version that waits says of itself, as seen from the one that runs. */
export interface UpdateNews {
  readonly version: string;
  readonly build: string;
  /** 'earlier': the host has gone back. */
  readonly step: 'later' | 'same' | 'earlier';
  /** Of versions later than the running one, newest first. */
  readonly notes: readonly VersionNotes[];
}

/** A newer version, offered. It takes over when the user says so, and never over unsaved work, here or in another tab. */
export interface UpdateOffer extends Pick<AppUpdates, 'offlineReady' | 'updateReady' | 'checkForUpdate'> {
  /** Null until the version that waits has told, and for ever when it does not. */
  readonly news: ReadonlySignal<UpdateNews | null>;
  /** Put off by the user until the app starts again; the settings still offer it. */
  readonly isPutOff: ReadonlySignal<boolean>;
  readonly putOff: () => void;
  readonly hindrance: ReadonlySignal<UpdateHindrance | null>;
  /** Other tabs are being asked, or the newer version is taking over. */
  readonly isApplying: ReadonlySignal<boolean>;
  /** Looks for what would be lost, asks about what was typed, locks the vault, then switches and reloads. */
  readonly apply: () => Promise<void>;
}

/** The same rule for this tab's own update and for what it answers to other tabs. */
export const unfinishedIn = (session: Pick<SessionModel, 'session' | 'isWorking'>): 'working' | 'unfinished' | null => {
  if (session.isWorking()) return 'working';
  const now = session.session.peek();
  return now.at === 'open' && now.vault.isUnfinished() ? 'unfinished' : null;
};

export const createUpdateOffer = (deps: {
  readonly updates: AppUpdates;
  readonly session: Pick<SessionModel, 'session' | 'isWorking' | 'lock'>;
  readonly router: Pick<Router, 'end' | 'isDirty'>;
  readonly otherTabs: OtherTabs;
  /** The version that runs. */
  readonly version: string;
}): UpdateOffer => {
  const { updates, session, version } = deps;
  const isPutOff = signal(false);
  const hindrance = signal<UpdateHindrance | null>(null);
  const isApplying = signal(false);
  const news = computed((): UpdateNews | null => {
    const { value } = updates.changes;
    if (value === null) return null;
    const order = compareVersions(value.version, version);
    const step = order > 0 ? 'later' : order < 0 ? 'earlier' : 'same';
    return { version: value.version, build: value.build, step, notes: value.notes.filter((note) => compareVersions(note.version, version) > 0) };
  });

  const find = async (): Promise<UpdateHindrance | null> => {
    // Others first: when they have had their time to answer, the short calls of this tab are over, and what still runs is work.
    const others = await deps.otherTabs.haveUnsaved();
    return unfinishedIn(session) ?? (others ? 'otherTab' : null);
  };
  const take = async (): Promise<void> => {
    // Until the page is gone.
    isApplying.value = true;
    await session.lock();
    // Closed it is; whoever opens it again before the newer version is there goes on undisturbed, and so does who begins a creation,
    // a restore or a new password, which run before a vault is open and would end with a recovery code that nobody has seen.
    updates.applyUpdate(
      () => session.session.peek().at !== 'open' && !session.isWorking() && !deps.router.isDirty(),
      () => {
        isApplying.value = false;
      },
    );
  };
  return {
    offlineReady: updates.offlineReady,
    updateReady: updates.updateReady,
    checkForUpdate: updates.checkForUpdate,
    news,
    isPutOff,
    putOff: () => {
      isPutOff.value = true;
    },
    hindrance,
    isApplying,
    apply: async () => {
      if (isApplying.peek()) return;
      isApplying.value = true;
      hindrance.value = null;
      hindrance.value = await find();
      isApplying.value = false;
      if (hindrance.peek() === null) deps.router.end(() => void take());
    },
  };
};
