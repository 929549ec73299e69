import type { VaultError } from '../../../src/core/contract/errors.ts';
import type { VaultEvent } from '../../../src/core/contract/events.ts';
import type { StoreId } from '../../../src/core/domain/ids.ts';
import type { Result } from '../../../src/core/domain/result.ts';
import { err, ok } from '../../../src/core/domain/result.ts';
import { newBook } from '../audit/open.ts';
import type { Planner } from '../audit/plan.ts';
import { createSession } from './create-session.ts';
import { createNoteSigner } from './note-signing.ts';
import type { OpenSession } from './open-session.ts';
import type { SessionPlatform, StoreFiles } from './platform.ts';
import { underTable } from './rotate-epoch.ts';
import type { SessionState } from './session-state.ts';
import { createSessionWriter } from './session-writer.ts';
import { openUnderLock } from './under-lock.ts';
import type { WriterLock } from './writer-lock.ts';

const SALT_BYTES = 32;

export interface NewStore {
  /** With the keyring as it will be, live; the keys it holds; the settings the planner stores. */
  readonly state: SessionState;
  /** Content and entries of the first commit; the table and its entry are put before them. */
  readonly planner: Planner<null>;
  /** Looks at what was stored before the switch, through a new connection; an error undoes everything. */
  readonly verify: (session: OpenSession) => Promise<Result<null, VaultError>>;
}

/** Nothing is told of a store that may yet be undone: the page would remember a mark of it. */
const holdEvents = (platform: SessionPlatform): { readonly platform: SessionPlatform; readonly release: () => void } => {
  const held: VaultEvent[] = [];
  let open = false;
  return {
    platform: {
      ...platform,
      emit: (event) => {
        if (open || event.type === 'Progress') platform.emit(event);
        else held.push(event);
      },
    },
    release: () => {
      open = true;
      held.forEach(platform.emit);
    },
  };
};

const build = async (
  platform: SessionPlatform,
  files: StoreFiles,
  lock: WriterLock,
  { state, planner, verify }: NewStore,
  onSwitch: () => void,
): Promise<Result<OpenSession, VaultError>> => {
  const { keyring, table, sealer, memberId, keys } = state;
  const events = holdEvents(platform);
  const staged = await files.keyring.write({ ...keyring, state: 'staged' });
  if (!staged.ok) return staged;
  const created = await files.pages.create();
  if (!created.ok) return created;

  const current = { state };
  const writer = createSessionWriter(events.platform, {
    files,
    book: newBook({
      sealer,
      table: { version: table.table.version, hash: table.hash, epoch: sealer.epoch },
      salt: platform.crypto.random.bytes(SALT_BYTES),
    }),
    signer: createNoteSigner(platform.crypto.notes, memberId, keys),
    usk: () => current.state.usk,
  });
  let isDone = false;
  try {
    const stored = await writer.commit(underTable(planner, table));
    if (!stored.ok) return stored;

    const facts = { lastEntry: null, failedUnlocks: 0, clockDoubtful: false };
    const session = createSession(platform, { files, lock, current, writer, facts });
    const reopened = await files.pages.reopen();
    if (!reopened.ok) return reopened;
    const verified = await verify(session);
    if (!verified.ok) return verified;
    onSwitch();
    const live = await files.keyring.write({ ...keyring, state: 'live' });
    if (!live.ok) return live;
    isDone = true;
    events.release();
    return ok(session);
  } finally {
    // The mark follows a commit by a moment: behind the taking back it would stand alone, and tell of a lost vault for ever.
    if (!isDone) await writer.idle();
  }
};

/**
 * Takes back what was built. Files that refuse may leave it: no vault before the switch, for the next look at the device removes what is
 * staged; behind it a whole one, and nobody may be told that there is none. What cannot be read now may be one.
 */
const takeBack = async ({ device }: SessionPlatform, storeId: StoreId, switched: boolean): Promise<Result<null, VaultError>> => {
  if ((await device.registry.erase(storeId)).ok || !switched) return ok(null);
  const files = await device.openFiles(storeId);
  const found = files.ok ? await files.value.keyring.read() : files;
  const isGone = found.ok ? found.value.keyring.state === 'staged' : found.error.type === 'KeyringMissing';
  return isGone ? ok(null) : err({ type: 'VaultLeft' });
};

/**
 * Builds a store that did not exist: a new vault's, or the one a copy is restored to. What a crash behind each step leaves:
 *   1. folder, slots := staged keyring   a folder that no list shows; the next look at the device removes it
 *   2. empty database, first commit      the same: staged still, although whole
 *   3. slots := live keyring             a vault. The caller was not told, so nobody saw a new vault's recovery code: it opens
 *                                        with the password and asks for a new kit
 * The tab's lock is taken first, so that another tab that looks at the device does not remove what is being built. An error
 * removes it here. Errors: StorageFull, StorageFailed, and the planner's and the verifier's; VaultLeft when step 3 failed and its files
 * refuse to be taken back.
 */
export const stageStore = (platform: SessionPlatform, store: NewStore): Promise<Result<OpenSession, VaultError>> => {
  const { storeId } = store.state.keyring;
  const { device } = platform;
  let switched = false;
  return openUnderLock(platform, {
    storeId,
    openFiles: () => device.makeFiles(storeId),
    open: (files, lock) =>
      build(platform, files, lock, store, () => {
        switched = true;
      }),
    undo: () => takeBack(platform, storeId, switched),
  });
};
