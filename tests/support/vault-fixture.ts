import type { MemberId, StoreId, VaultId } from '../../src/core/domain/ids.ts';
import { encodeBase64url } from '../../src/core/formats/base64url.ts';
import type { Keyring } from '../../src/core/formats/keyring.ts';
import { encodeSignedNote } from '../../src/core/formats/signed-note.ts';
import { encodeTableText, tableHash } from '../../src/core/formats/table-text.ts';
import type { BookState } from '../../workers/vault/audit/book-state.ts';
import type { StoreCheck } from '../../workers/vault/audit/check-store.ts';
import { checkStore } from '../../workers/vault/audit/check-store.ts';
import { readBookRows } from '../../workers/vault/audit/load-book.ts';
import type { AcceptedTable, OpenedBook } from '../../workers/vault/audit/open.ts';
import { newBook, openBook } from '../../workers/vault/audit/open.ts';
import type { AuditPlatform, MarkState, NoteSigner, PageSealer } from '../../workers/vault/audit/ports.ts';
import type { TableStep } from '../../workers/vault/audit/plan.ts';
import type { WriterInput } from '../../workers/vault/audit/vault-writer.ts';
import { createWriter } from '../../workers/vault/audit/vault-writer.ts';
import type { VaultWriter, WriterEvent } from '../../workers/vault/audit/writer.ts';
import type { AllKeys } from '../../workers/vault/crypto/keys.ts';
import { generateKeys, importKeys } from '../../workers/vault/crypto/keys.ts';
import { createNoteSigning } from '../../workers/vault/crypto/note-signer.ts';
import { createRandom } from '../../workers/vault/crypto/random.ts';
import { createSeals } from '../../workers/vault/crypto/seal.ts';
import { createHasher } from '../../workers/vault/crypto/sha256.ts';
import { generateSigningPair, importSigningKey } from '../../workers/vault/crypto/signing.ts';
import { createPageSealer } from '../../workers/vault/session/page-sealer.ts';
import type { KeyringStore } from '../../workers/vault/storage/keyring-store.ts';
import { createKeyringStore } from '../../workers/vault/storage/keyring-store.ts';
import { createPageDb } from '../../workers/vault/storage/page-db.ts';
import type { PageStore, PageStoreEvent } from '../../workers/vault/storage/page-store.ts';
import type { FailingEngine } from './failing-store-engine.ts';
import { createFailingEngine } from './failing-store-engine.ts';
import type { MemoryFolders } from './failing-store-folder.ts';
import { createMemoryFolders } from './failing-store-folder.ts';
import type { Faults } from './failing-store.ts';
import { createFaults, withFault } from './failing-store.ts';

/** A device with one store on it, its keys, and everything that can fail made to fail on demand. */
export interface VaultFixture {
  readonly faults: Faults;
  readonly engine: FailingEngine;
  readonly folders: MemoryFolders;
  readonly platform: AuditPlatform;
  readonly vaultId: VaultId;
  readonly storeId: StoreId;
  readonly signer: NoteSigner;
  /** Keys of an epoch, made when first asked for; the log key is carried over from epoch to epoch. */
  readonly sealer: (epoch: number) => Promise<PageSealer>;
  /** The very keys of an epoch, but for another store: what only the aad keeps apart. */
  readonly sealerElsewhere: (epoch: number, elsewhere: string) => Promise<PageSealer>;
  /** The keyring that opens these epochs. */
  readonly keyring: (...epochs: number[]) => Keyring;
  readonly keyrings: () => Promise<KeyringStore>;
  /** Each names the one before; nobody signed them. */
  readonly table: (version: number, epoch: number) => AcceptedTable & TableStep;
  /** The newest mark kept so far. */
  readonly mark: () => MarkState | null;
  readonly events: WriterEvent[];
  /** A new connection; a store of the same name elsewhere needs its own engine. */
  readonly connect: (onEvent?: (event: PageStoreEvent) => void) => PageStore;
  /** All a writer needs but a store and a book. */
  readonly writerParts: () => Promise<Omit<WriterInput, 'store' | 'state' | 'sealer'>>;
  readonly createStore: () => Promise<Session>;
  /** As after a crash: everything in memory is gone, keys and files are there. The keyring says which epochs open. */
  readonly reopen: (input?: { readonly ignoreMark?: boolean; readonly epochs?: readonly number[] }) => Promise<Session>;
  readonly tryOpen: (input?: { readonly ignoreMark?: boolean; readonly epochs?: readonly number[] }) => ReturnType<typeof openBook>;
}

export interface Session {
  readonly store: PageStore;
  readonly writer: VaultWriter;
  readonly sealer: PageSealer;
  readonly check: () => Promise<StoreCheck>;
}

export const createVaultFixture = async (shared?: { readonly faults: Faults; readonly engine: FailingEngine }, ofVault?: VaultId): Promise<VaultFixture> => {
  const faults = shared?.faults ?? createFaults();
  const engine = shared?.engine ?? createFailingEngine(faults);
  const folders = createMemoryFolders(faults);
  const hasher = await createHasher();
  const random = createRandom((bytes) => crypto.getRandomValues(bytes));
  const seals = createSeals({ random });
  const vaultId = ofVault ?? (random.id() as VaultId);
  const storeId = random.id() as StoreId;
  const memberId = random.id() as MemberId;
  const pair = await generateSigningPair();
  const key = await importSigningKey(pair.pkcs8);
  if (key === null) throw new Error('signing key');
  const notes = createNoteSigning(hasher);

  let clock = Date.UTC(2026, 10, 22, 3, 0, 0);
  const platform: AuditPlatform = {
    sha256: hasher.sha256,
    random: (length) => {
      const fault = faults.ask('crypto.random');
      if (fault !== null) throw fault.error;
      return random.bytes(length);
    },
    now: () => (clock += 1000),
    build: 'test-1',
  };
  const signer: NoteSigner = {
    memberId,
    sign: withFault(faults, 'crypto.sign', (text: string) =>
      notes.signNote(text, { name: memberId, key, publicKey: encodeBase64url(pair.publicKey) }),
    ),
  };

  const epochs = new Map<number, PageSealer>();
  const keysByEpoch = new Map<number, AllKeys>();
  const keysOf = async (epoch: number): Promise<AllKeys> => {
    const known = keysByEpoch.get(epoch);
    if (known !== undefined) return known;
    const made = await importKeys(generateKeys(random));
    const [first] = keysByEpoch.values();
    const keys: AllKeys = { ...made, log: first?.log ?? made.log };
    keysByEpoch.set(epoch, keys);
    return keys;
  };
  const sealerElsewhere = async (epoch: number, elsewhere: string): Promise<PageSealer> =>
    createPageSealer({ seals }, { vaultId, storeId: elsewhere as StoreId, epoch }, await keysOf(epoch));
  const sealer = async (epoch: number): Promise<PageSealer> => {
    const known = epochs.get(epoch);
    if (known !== undefined) return known;
    const keys = await keysOf(epoch);
    const plain = createPageSealer({ seals }, { vaultId, storeId, epoch }, keys);
    const failing: PageSealer = { ...plain, seal: withFault(faults, 'crypto.seal', plain.seal), open: withFault(faults, 'crypto.open', plain.open) };
    epochs.set(epoch, failing);
    return failing;
  };

  const keyring = (...numbers: number[]): Keyring => ({
    version: 1,
    minReader: 1,
    state: 'live',
    vaultId,
    storeId,
    label: 'test',
    experience: false,
    table: `table of epoch ${numbers.at(-1) ?? 0}`,
    members: [],
    epochs: numbers.map((epoch) => ({ epoch, grants: [] })),
    unknown: [],
  });
  const keyrings = async (): Promise<KeyringStore> => createKeyringStore(await folders.open(storeId), hasher.sha256);
  const table: VaultFixture['table'] = (version, epoch) => {
    const owner = { id: memberId, role: 'owner', sign: encodeBase64url(pair.publicKey), hpke: encodeBase64url(new Uint8Array(65)) } as const;
    const prev = version === 1 ? '' : table(version - 1, version - 1).hash;
    const text = encodeTableText({ vaultId: version === 1 ? 'genesis' : vaultId, table: { version, prev, time: epoch, members: [owner], stores: [] } });
    const note = encodeSignedNote({ text, signatures: [{ name: memberId, keyId: new Uint8Array(4), signature: new Uint8Array(64) }] });
    return { version, epoch, hash: tableHash(text, hasher.sha256), note };
  };

  let mark: MarkState | null = null;
  const events: WriterEvent[] = [];
  const connect = (onEvent?: (event: PageStoreEvent) => void): PageStore => createPageDb({ storeId, engine, ...(onEvent === undefined ? {} : { onEvent }) });

  const writerParts: VaultFixture['writerParts'] = async () => ({
    keyring: await keyrings(),
    signer,
    marks: {
      keep: async (next) => {
        await Promise.resolve();
        if (faults.ask('mark.keep') === null) mark = next;
      },
    },
    platform,
    onEvent: (event) => events.push(event),
  });

  const toSession = async (store: PageStore, { state, sealer: own }: OpenedBook): Promise<Session> => {
    const writer = createWriter({ ...(await writerParts()), store, state, sealer: own });
    const check = async (): Promise<StoreCheck> => {
      const head: BookState = writer.book();
      return checkStore({ store, sealer: await sealer(head.head.epoch), state: head, sha256: hasher.sha256 });
    };
    return { store, writer, sealer: own, check };
  };

  const acceptedEpochs = async (given?: readonly number[]): Promise<readonly number[]> => {
    if (given !== undefined) return given;
    const found = await (await keyrings()).read();
    return found.ok ? found.value.keyring.epochs.map(({ epoch }) => epoch) : [];
  };

  const openOn = async (store: PageStore, input: { readonly ignoreMark?: boolean; readonly epochs?: readonly number[] } = {}) => {
    const opened = await store.open();
    if (!opened.ok) return opened;
    const numbers = await acceptedEpochs(input.epochs);
    return openBook({
      rows: await readBookRows(store),
      sealers: await Promise.all(numbers.map(sealer)),
      // In this fixture the table version counts the epochs.
      tables: numbers.map((epoch) => table(epoch, epoch)),
      mark: input.ignoreMark === true ? null : mark,
      sha256: hasher.sha256,
    });
  };

  return {
    faults,
    engine,
    folders,
    platform,
    vaultId,
    storeId,
    signer,
    sealer,
    sealerElsewhere,
    keyring,
    keyrings,
    table,
    mark: () => mark,
    events,
    connect,
    writerParts,
    createStore: async () => {
      const written = await (await keyrings()).write(keyring(1));
      if (!written.ok) throw new Error(written.error.type);
      const store = connect();
      const created = await store.create();
      if (!created.ok) throw new Error(created.error.type);
      return toSession(store, newBook({ sealer: await sealer(1), table: table(1, 1), salt: random.bytes(32) }));
    },
    tryOpen: async (input) => {
      const store = connect();
      const opened = await openOn(store, input);
      store.close();
      return opened;
    },
    reopen: async (input) => {
      const store = connect();
      const opened = await openOn(store, input);
      if (!opened.ok) throw new Error(`reopen: ${JSON.stringify(opened.error)}`);
      return toSession(store, opened.value);
    },
  };
};
