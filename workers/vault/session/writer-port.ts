import type { BookState } from '../audit/book-state.ts';
import type { AuditPlatform, MarkKeeper, NoteSigner, PageSealer } from '../audit/ports.ts';
import type { VaultWriter, WriterEvent } from '../audit/writer.ts';
import type { KeyringStore } from '../storage/keyring-store.ts';
import type { PageStore } from '../storage/page-store.ts';

/** What a writer is made from. `state` null: a store without a first commit. */
export interface WriterInput {
  readonly store: PageStore;
  readonly keyring: KeyringStore;
  readonly state: BookState | null;
  readonly sealer: PageSealer;
  readonly signer: NoteSigner;
  readonly marks: MarkKeeper;
  readonly platform: AuditPlatform;
  readonly onEvent: (event: WriterEvent) => void;
}

export type CreateWriter = (input: WriterInput) => VaultWriter;
