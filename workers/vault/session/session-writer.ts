import type { VaultEvent } from '../../../src/core/contract/events.ts';
import type { OpenedBook } from '../audit/open.ts';
import type { NoteSigner } from '../audit/ports.ts';
import { createWriter } from '../audit/vault-writer.ts';
import type { VaultWriter, WriterEvent } from '../audit/writer.ts';
import { createMarkKeeper } from './marks.ts';
import type { SessionPlatform, StoreFiles } from './platform.ts';

export interface SessionWriterInput {
  readonly files: StoreFiles;
  readonly book: OpenedBook;
  readonly signer: NoteSigner;
  /** The user secret key in use; asked for each mark. */
  readonly usk: () => CryptoKey;
}

/** What the page is told of a stored commit. */
export const toVaultEvents = (event: WriterEvent): readonly VaultEvent[] => {
  if (event.type === 'halted') return [{ type: 'Halted' }];
  if (event.type === 'slots') return [{ type: 'OldKeys', left: !event.settled }];
  if (event.type === 'progress') return [{ type: 'Progress', job: event.job, done: event.done, total: event.total }];
  const touches = (kinds: readonly string[]): boolean => event.changed.some((kind) => kinds.includes(kind));
  return [
    { type: 'LogGrew', size: event.size },
    ...(touches(['index', 'person', 'number']) ? [{ type: 'PersonsChanged' } as const] : []),
    ...(touches(['setting']) ? [{ type: 'CopiesChanged' } as const] : []),
  ];
};

/** The one writer of a session. Its marks go to the folder and to the page, its events to the page. */
export const createSessionWriter = (platform: SessionPlatform, { files, book, signer, usk }: SessionWriterInput): VaultWriter => {
  const { vaultId, storeId } = book.sealer;
  const { crypto, audit, emit } = platform;
  return createWriter({
    store: files.pages,
    keyring: files.keyring,
    state: book.state,
    sealer: book.sealer,
    signer,
    marks: createMarkKeeper({ vaultId, storeId, seals: crypto.seals, usk, store: files.mark, emit }),
    platform: audit,
    onEvent: (event) => toVaultEvents(event).forEach(emit),
  });
};
