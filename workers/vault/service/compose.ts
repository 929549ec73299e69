import type { VaultApi } from '../../../src/core/contract/vault-api.ts';
import { ok } from '../../../src/core/domain/result.ts';
import { createSerial } from '../audit/serial.ts';
import { createMemberKeyring } from '../crypto/member-keys.ts';
import { createNoteSigning } from '../crypto/note-signer.ts';
import type { Random } from '../crypto/random.ts';
import { createRandom } from '../crypto/random.ts';
import type { Seals } from '../crypto/seal.ts';
import { createSeals } from '../crypto/seal.ts';
import { createHasher } from '../crypto/sha256.ts';
import type { Slots } from '../crypto/slot.ts';
import { createDevice } from '../session/create-device.ts';
import type { SessionPlatform, VaultCrypto } from '../session/platform.ts';
import type { VaultRef } from '../session/open-vault.ts';
import { createSessionHolder } from '../session/session-holder.ts';
import { tryPart } from '../session/try-part.ts';
import { createWriterLocks } from '../session/writer-lock.ts';
import type { Engine } from '../storage/page-tables.ts';
import type { DeviceFolders } from '../storage/store-folder.ts';
import { createIncidentLog } from './border/incidents.ts';
import { vaultArguments } from './border/vault-arguments.ts';
import { readCopies } from '../copy/copy-ledger.ts';
import { createCopyService } from './copy/copy-service.ts';
import { createDamageRecord } from './damage-record.ts';
import { createEventHub } from './event-hub.ts';
import { guardApi, methodNames } from './guard.ts';
import { createImportsWhenNeeded } from './import/imports-when-needed.ts';
import { createLifeService } from './life/life-service.ts';
import { createLogService } from './log-service.ts';
import { createNumberService } from './number-service.ts';
import { createPersonService } from './person-service.ts';
import { createSessionService } from './session-service.ts';

/** What the worker finds around it; in tests, what stands for it. */
export interface VaultEnvironment {
  readonly folders: DeviceFolders;
  /** Another engine than the worker's own: tests. */
  readonly engine?: Engine;
  readonly databaseNames: (() => Promise<readonly string[]>) | null;
  readonly locks: LockManager;
  readonly createChannel: (name: string) => BroadcastChannel;
  /** crypto.getRandomValues */
  readonly fill: (bytes: Uint8Array<ArrayBuffer>) => void;
  /** UTC ms */
  readonly now: () => number;
  readonly build: string;
  /** With the compiled-in policy of the KDF. */
  readonly createSlots: (deps: { readonly random: Random; readonly seals: Seals }) => Slots;
}

export interface ComposedVault {
  /** Guarded: what may be exposed. */
  readonly api: VaultApi;
  readonly methods: ReadonlySet<string>;
  /** The open vault itself, for whoever composes and not for a page: many entries in one commit. */
  readonly vaultRef: VaultRef;
}

const createCrypto = async (env: VaultEnvironment): Promise<VaultCrypto> => {
  const random = createRandom(env.fill);
  const hasher = await createHasher();
  const seals = createSeals({ random });
  return {
    random,
    hasher,
    seals,
    slots: env.createSlots({ random, seals }),
    members: createMemberKeyring({ seals }),
    notes: createNoteSigning({ sha256: hasher.sha256 }),
  };
};

/** The whole vault, put together once in a worker's life. */
export const composeVault = async (env: VaultEnvironment): Promise<ComposedVault> => {
  const crypto = await createCrypto(env);
  const { random, hasher } = crypto;
  const events = createEventHub();
  const platform: SessionPlatform = {
    device: createDevice({
      folders: env.folders,
      sha256: hasher.sha256,
      databaseNames: env.databaseNames,
      ...(env.engine === undefined ? {} : { engine: env.engine }),
    }),
    crypto,
    locks: createWriterLocks({ locks: env.locks, createChannel: env.createChannel }),
    audit: { sha256: hasher.sha256, random: random.bytes, now: env.now, build: env.build },
    emit: events.emit,
  };
  const holder = createSessionHolder(platform);
  const incidents = createIncidentLog({ now: env.now, random: random.bytes });
  const { vaultRef } = holder;
  const trials = createSerial();

  const api: VaultApi = {
    ...createSessionService({
      platform,
      holder,
      outstandingCopies: async ({ writer }) => {
        const copies = await readCopies(writer.book(), writer.pages);
        if (!copies.ok) return copies;
        return ok(copies.value.map(({ copyId, madeAt, fileName }) => ({ copyId, madeAt, fileName })));
      },
    }),
    ...createPersonService(vaultRef),
    ...createNumberService(vaultRef),
    ...createLifeService(vaultRef),
    ...createLogService(vaultRef),
    ...createImportsWhenNeeded(vaultRef),
    ...createCopyService({ platform, holder }),
    listIncidents: async () => Promise.resolve(ok(incidents.list())),
    // The page asks for all at once; two that try one place would find each other's lock.
    tryPart: async (part) => ok(await trials.run(() => tryPart(platform, part))),
    subscribe: events.subscribe,
  };
  const damage = createDamageRecord(holder, hasher.sha256);
  return { api: guardApi(api, vaultArguments, incidents, damage), methods: methodNames(vaultArguments), vaultRef };
};
