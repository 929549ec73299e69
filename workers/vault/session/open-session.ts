import type { Serial } from '../audit/serial.ts';
import type { VaultWriter } from '../audit/writer.ts';
import type { OpenVault } from './open-vault.ts';
import type { StoreFiles } from './platform.ts';
import type { SessionState } from './session-state.ts';

/** What was found when the session was opened; shown once, and asked for by the page. */
export interface OpeningFacts {
  /** The last entry before this session; null in a new vault. */
  readonly lastEntry: { readonly time: number; readonly action: string; readonly seq: number } | null;
  readonly failedUnlocks: number;
  readonly clockDoubtful: boolean;
}

/** An open vault as the session layer itself sees it. Use cases get `vault` alone. */
export interface OpenSession {
  readonly vault: OpenVault;
  readonly writer: VaultWriter;
  readonly files: StoreFiles;
  readonly state: () => SessionState;
  readonly replace: (next: SessionState) => void;
  /** Changes of keys and ways in run one after the other: each starts from the keyring the one before left. */
  readonly alone: Serial['run'];
  readonly facts: OpeningFacts;
  /** Until the user confirms the date, a doubtful clock makes nothing due and shortens nothing. */
  readonly clock: { doubtful: boolean };
  /** Recovery code that this worker made and nobody has asked back yet; in memory alone. */
  readonly kit: { code: string | null };
  /** Called once when another tab asks for the store. */
  readonly onAsked: (listener: () => void) => void;
  /** Waits for what is being written, closes the database and lets other tabs in. Keys go with the worker. */
  readonly close: () => Promise<void>;
}
