import { IDBFactory } from 'fake-indexeddb';
import { expect, test } from 'vitest';
import { inspectCapability, missingFeatures } from '../../../../src/app/platform/capability.ts';

const refusal = (): never => {
  throw new DOMException('The operation is insecure.', 'SecurityError');
};

/** A request that fails a moment later. */
const failing = (name: string): Pick<IDBFactory, 'open'> => ({
  open: () => {
    const request = Object.assign(new EventTarget(), { error: new DOMException('no', name) });
    queueMicrotask(() => request.dispatchEvent(new Event('error', { cancelable: true })));
    return request as never;
  },
});

const silent: Pick<IDBFactory, 'open'> = { open: () => new EventTarget() as never };

/** A page of a browser that has everything, with another database. */
const pageWith = (indexedDB: Pick<IDBFactory, 'open'> | undefined, readStorage = (): object => ({ length: 0 })): Window => {
  const page = {
    isSecureContext: true,
    crypto,
    WebAssembly,
    Worker: () => undefined,
    trustedTypes: {},
    navigator: { locks: {} },
    setTimeout: (work: () => void) => setTimeout(work, 20),
    ...(indexedDB === undefined ? {} : { indexedDB }),
  };
  Object.defineProperty(page, 'localStorage', { get: readStorage });
  return Object.assign(page, { parent: page }) as never;
};

/** A browser whose next attempts to make a key fail by these names. */
const keysFailing = async (...names: readonly string[]) => {
  const left = [...names];
  let asked = 0;
  const subtle = {
    generateKey: async (...given: Parameters<SubtleCrypto['generateKey']>) => {
      asked += 1;
      const name = left.shift();
      if (name !== undefined) throw new DOMException('no', name);
      return crypto.subtle.generateKey(...given);
    },
  };
  const page = Object.assign(pageWith(new IDBFactory()), { crypto: { subtle } });
  return { missing: missingFeatures(await inspectCapability(Object.assign(page, { parent: page }))), asked };
};

const missingOf = async (indexedDB: Pick<IDBFactory, 'open'> | undefined) => missingFeatures(await inspectCapability(pageWith(indexedDB)));

test('a database that opens is enough, and nothing of the trial is left', async () => {
  const factory = new IDBFactory();
  expect(await missingOf(factory)).toEqual([]);
  expect(await factory.databases()).toEqual([]);
});

test.each([
  ['thrown', { open: refusal }],
  ['answered', failing('SecurityError')],
])('a refusal to keep anything for the site is no lack of the browser: %s', async (_, indexedDB) => {
  expect(await missingOf(indexedDB)).toEqual(['siteData']);
});

test('a database that fails by any name, where the smaller storage is refused by the right one, is refused as well', async () => {
  const missing = async (indexedDB: Pick<IDBFactory, 'open'>) => missingFeatures(await inspectCapability(pageWith(indexedDB, refusal)));
  expect(await missing(failing('UnknownError'))).toEqual(['siteData']);
  // The database is what counts.
  expect(await missing(new IDBFactory())).toEqual([]);
});

test.each([
  ['a failure of the moment', failing('UnknownError')],
  ['one that never answers', silent],
])('%s is no refusal: it is told where the vault is looked for', async (_, indexedDB) => {
  expect(await missingOf(indexedDB)).toEqual([]);
});

test('without any database that is what is missing, and that alone', async () => {
  expect(await missingOf(undefined)).toEqual(['indexedDb']);
});

test('a signing key that could not be made at the moment is asked for again; an algorithm that is not known is not', async () => {
  expect(await keysFailing()).toEqual({ missing: [], asked: 1 });
  expect(await keysFailing('OperationError', 'OperationError')).toEqual({ missing: [], asked: 3 });
  expect(await keysFailing('OperationError', 'OperationError', 'OperationError')).toEqual({ missing: ['ed25519'], asked: 3 });
  expect(await keysFailing('NotSupportedError')).toEqual({ missing: ['ed25519'], asked: 1 });
});
