import type { VaultError } from '../../../src/core/contract/errors.ts';
import type { OutstandingCopy, SessionApi, SessionView } from '../../../src/core/contract/session-api.ts';
import type { Result } from '../../../src/core/domain/result.ts';
import { err, ok } from '../../../src/core/domain/result.ts';
import { changePassword } from '../session/change-password.ts';
import { changeSettings } from '../session/change-settings.ts';
import { confirmClock } from '../session/confirm-clock.ts';
import { createVault } from '../session/create-vault.ts';
import { inspectDevice } from '../session/device-report.ts';
import { saveDraft, takeDraft } from '../session/draft.ts';
import { eraseStore } from '../session/erase-store.ts';
import type { OpenSession } from '../session/open-session.ts';
import type { OpenVault } from '../session/open-vault.ts';
import type { SessionPlatform } from '../session/platform.ts';
import { createRehearsal } from '../session/rehearsal.ts';
import { rehearseKit } from '../session/rehearse-kit.ts';
import { renewKit } from '../session/renew-kit.ts';
import { resetPassword } from '../session/reset-password.ts';
import { passwordToSecret, zeroSecret } from '../session/secret-input.ts';
import type { SessionHolder } from '../session/session-holder.ts';
import { viewSession } from '../session/session-view.ts';
import { suspectLeak } from '../session/suspect-leak.ts';
import { unlockStore } from '../session/unlock.ts';
import { fetchPart } from './fetch-part.ts';
import { requireReached } from './reached-store.ts';
import { whileOpen } from './while-open.ts';

export interface SessionServiceDeps {
  readonly platform: SessionPlatform;
  readonly holder: SessionHolder;
  /** Copies that still open with the ways in of today. */
  readonly outstandingCopies: (vault: OpenVault) => Promise<Result<readonly OutstandingCopy[], VaultError>>;
}

/** Longer than a lock entry takes to be written, short enough to wait for. */
const TAKE_OVER_PATIENCE_MS = 10_000;

export const createSessionService = ({ platform, holder, outstandingCopies }: SessionServiceDeps): SessionApi => {
  const rehearsal = createRehearsal(platform);

  const withSession = whileOpen(holder);

  const view = (): Promise<Result<SessionView, VaultError>> => withSession(async (session) => Promise.resolve(ok(viewSession(session))));

  /** A session that is open is locked first: a worker holds the keys of one vault. `mayOpen` is asked before, about what is open then. */
  const opening = (
    open: () => Promise<Result<OpenSession, VaultError>>,
    mayOpen: () => Result<null, VaultError> = () => ok(null),
  ): Promise<Result<SessionView, VaultError>> =>
    holder.alone(async () => {
      const allowed = mayOpen();
      if (!allowed.ok) return allowed;
      await holder.lock();
      const session = await open();
      if (!session.ok) return session;
      await holder.adopt(session.value);
      return ok(viewSession(session.value));
    });

  /** Nobody who works in a vault means to leave it for a sample: a call that says so is not the user's. */
  const besideNoRealVault = (): Result<null, VaultError> => {
    const session = holder.current();
    return session.ok && !viewSession(session.value).experience ? err({ type: 'NotAllowed' }) : ok(null);
  };

  return {
    inspectDevice: (marks) =>
      holder.alone(() => {
        holder.rememberMarks(marks);
        return inspectDevice(platform, marks);
      }),

    takeOver: (storeId) =>
      holder.alone(async () => {
        const free = await platform.locks.askForRelease(storeId, TAKE_OVER_PATIENCE_MS);
        return free ? ok(null) : err({ type: 'UsedInOtherTab' });
      }),

    createVault: (input) =>
      holder.alone(async () => {
        await holder.lock();
        const created = await createVault(platform, { ...input, experience: false });
        if (!created.ok) return created;
        await holder.adopt(created.value.session);
        return ok(created.value.kit);
      }),

    createTrial: async () => {
      // Fetched before anything that is open is locked for it.
      const part = await fetchPart(import('./trial/create-trial.ts'));
      return part === null ? err({ type: 'PartNotLoaded' }) : opening(() => part.createTrial(platform), besideNoRealVault);
    },

    startRehearsal: () => withSession(async (session) => Promise.resolve(rehearsal.start(session))),
    confirmRehearsal: (answers) =>
      withSession(async (session) => {
        const confirmed = await rehearsal.confirm(session, answers);
        return confirmed.ok ? ok(viewSession(session)) : confirmed;
      }),

    rehearseKit: (input) =>
      withSession(async (session) => {
        const rehearsed = await rehearseKit(platform, session, input);
        return rehearsed.ok ? ok(viewSession(session)) : rehearsed;
      }),

    unlock: ({ storeId, memberId, password }) =>
      opening(async () => {
        const secret = passwordToSecret(password);
        const session = await unlockStore(platform, { storeId, memberId, secret, marks: holder.marksOf(storeId), newPassword: null });
        zeroSecret(secret);
        return session;
      }),
    resetPassword: (input) => opening(() => resetPassword(platform, { ...input, marks: holder.marksOf(input.storeId) })),
    viewSession: view,

    changePassword: (input) => withSession((session) => changePassword(platform, session, input)),
    renewKit: (input) => withSession((session) => renewKit(platform, session, input)),
    suspectLeak: (input) =>
      withSession(async (session) => {
        // Asked first: the list must not be what fails when the keys have changed already.
        const copies = await outstandingCopies(session.vault);
        if (!copies.ok) return copies;
        const kit = await suspectLeak(platform, session, input);
        return kit.ok ? ok({ kit: kit.value, copies: copies.value }) : kit;
      }),

    changeSettings: (change) =>
      withSession(async (session) => {
        const changed = await changeSettings(session, change);
        return changed.ok ? ok(viewSession(session)) : changed;
      }),
    confirmClock: () => withSession(confirmClock),

    lock: () =>
      holder.alone(async () => {
        await holder.lock();
        return ok(null);
      }),
    eraseVault: (input) =>
      holder.alone(async () => {
        const reached = await requireReached(platform, input.storeId);
        return reached.ok ? eraseStore(platform, holder, input) : reached;
      }),

    saveDraft: (draft) => withSession((session) => saveDraft(session, draft)),
    takeDraft: () => withSession(takeDraft),
  };
};
