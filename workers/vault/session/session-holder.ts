import type { VaultError } from '../../../src/core/contract/errors.ts';
import type { PageMark } from '../../../src/core/contract/session-api.ts';
import type { StoreId } from '../../../src/core/domain/ids.ts';
import type { Result } from '../../../src/core/domain/result.ts';
import { err, ok } from '../../../src/core/domain/result.ts';
import type { Serial } from '../audit/serial.ts';
import { createSerial } from '../audit/serial.ts';
import { lockSession } from './lock.ts';
import type { OpenSession } from './open-session.ts';
import type { VaultRef } from './open-vault.ts';
import type { SessionPlatform } from './platform.ts';

/** The one session a worker can have, and what the page told it of its marks. */
export interface SessionHolder {
  /** For use cases: the open vault alone. */
  readonly vaultRef: VaultRef;
  /** Errors: Locked. */
  readonly current: () => Result<OpenSession, VaultError>;
  /** Takes a session in; one that is open already is locked first. From here on another tab may ask for the store. */
  readonly adopt: (session: OpenSession) => Promise<void>;
  /** Ends the session, entry and all. Nothing happens without one. */
  readonly lock: () => Promise<void>;
  /** Forgets the session without an entry: its store is about to be erased. Returns it still open, or null. */
  readonly drop: (storeId: StoreId) => OpenSession | null;
  /** Opening, locking and erasing happen one after the other. */
  readonly alone: Serial['run'];
  readonly rememberMarks: (marks: readonly PageMark[]) => void;
  readonly marksOf: (storeId: StoreId) => readonly string[];
}

/** The page asks for the first rows of the list before. */
const WARM_AFTER_MS = 50;

export const createSessionHolder = (platform: SessionPlatform): SessionHolder => {
  const serial = createSerial();
  let open: OpenSession | null = null;
  let marks: readonly PageMark[] = [];

  /** A slice at a time, so that calls of the page come in between; the first keystroke then finds the list folded. */
  const warmUp = (session: OpenSession, afterMs: number): void => {
    setTimeout(() => {
      if (open === session && session.writer.persons.warm()) warmUp(session, 0);
    }, afterMs);
  };

  const current = (): Result<OpenSession, VaultError> => (open === null ? err({ type: 'Locked' }) : ok(open));

  const lock = async (): Promise<void> => {
    const session = open;
    // From here on every call answers Locked; what is under way may still end.
    open = null;
    if (session !== null) await lockSession(session);
  };

  return {
    current,
    vaultRef: { current: () => (open === null ? err({ type: 'Locked' }) : ok(open.vault)) },
    alone: serial.run,
    lock,
    adopt: async (session) => {
      await lock();
      open = session;
      warmUp(session, WARM_AFTER_MS);
      session.onAsked(() => {
        void serial.run(async () => {
          if (open === session) await lock();
          platform.emit({ type: 'TakenOver' });
        });
      });
    },
    drop: (storeId) => {
      if (open === null || open.vault.storeId !== storeId) return null;
      const session = open;
      open = null;
      return session;
    },
    rememberMarks: (next) => {
      marks = next;
    },
    marksOf: (storeId) => marks.filter((mark) => mark.storeId === storeId).map((mark) => mark.mark),
  };
};
