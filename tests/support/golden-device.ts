import { readFileSync } from 'node:fs';
import type { PersonId, StoreId, MemberId } from '../../src/core/domain/ids.ts';
import type { TestDevice } from '../workers/session/support/device.ts';

/**
 * A device as an early build of the app left it: the files of one store and every row of its database, as they lay there. Written
 * once (tests/vectors/database-v1/write-golden.ts) and never again: every later version of the app must open it.
 */
export interface GoldenDevice {
  readonly what: string;
  readonly storeId: StoreId;
  readonly vaultId: string;
  readonly memberId: MemberId;
  readonly memberName: string;
  readonly label: string;
  readonly password: string;
  readonly recoveryCode: string;
  /** UTC ms of the last entry. */
  readonly lastTime: number;
  /** Entries of the own log and of the closed ones. */
  readonly entries: number;
  readonly actions: Readonly<Record<string, number>>;
  readonly copies: number;
  readonly persons: readonly { readonly id: PersonId; readonly name: string; readonly parent: string | null; readonly corporate: boolean; readonly number: string | null }[];
  /** Of the page's localStorage. */
  readonly mark: string;
  readonly checkpoint: string;
  /** base64url, without the zeros at the end, and the whole length. */
  readonly files: Readonly<Record<string, { readonly length: number; readonly bytes: string }>>;
  readonly database: {
    readonly name: string;
    /** Of IndexedDB. */
    readonly version: number;
    readonly tables: {
      readonly format: readonly (readonly [key: string, value: number])[];
      readonly pages: readonly (readonly [book: string, kind: string, no: number, rev: number, epoch: number, blob: string])[];
    };
  };
}

export const GOLDEN_DEVICE = new URL('../vectors/database-v1/golden.json', import.meta.url);

export const readGoldenDevice = (): GoldenDevice => JSON.parse(readFileSync(GOLDEN_DEVICE, 'utf8')) as GoldenDevice;

const opened = (request: IDBOpenDBRequest): Promise<IDBDatabase> =>
  new Promise((resolve, reject) => {
    request.addEventListener('success', () => resolve(request.result));
    request.addEventListener('error', () => reject(request.error ?? new Error('open')));
  });

/** Puts it on a device of a test, byte for byte. */
export const placeGolden = async (device: TestDevice, golden: GoldenDevice): Promise<void> => {
  const folder = new Map<string, Uint8Array<ArrayBuffer>>();
  for (const [name, { length, bytes }] of Object.entries(golden.files)) {
    const whole = new Uint8Array(length);
    whole.set(Buffer.from(bytes, 'base64url'));
    folder.set(name, whole);
  }
  device.folders.files.set(golden.storeId, folder);
  device.marks.set(golden.storeId, golden.mark);
  const { name, version, tables } = golden.database;
  const request = device.engine.indexedDB.open(name, version);
  request.addEventListener('upgradeneeded', () => {
    request.result.createObjectStore('pages');
    request.result.createObjectStore('format');
  });
  const database = await opened(request);
  const transaction = database.transaction(['pages', 'format'], 'readwrite');
  for (const [key, value] of tables.format) transaction.objectStore('format').put(value, key);
  for (const [book, kind, no, rev, epoch, blob] of tables.pages) {
    transaction.objectStore('pages').put({ rev, epoch, blob: new Uint8Array(Buffer.from(blob, 'base64url')) }, [book, kind, no]);
  }
  await new Promise((resolve) => transaction.addEventListener('complete', resolve));
  database.close();
};
