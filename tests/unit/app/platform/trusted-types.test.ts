import { afterEach, expect, test, vi } from 'vitest';
import { createScriptPolicy } from '../../../../src/app/platform/trusted-types.ts';

const page = { baseURI: 'https://host.example/deep/' } as Document;
const files = { workers: { vault: './assets/vault-1.js' }, serviceWorker: './sw.js' };

/** What the browser's factory does, and the rules it was given. */
const createFactory = () => {
  const made: { readonly name: string; readonly make: (input: string) => string }[] = [];
  const createPolicy = (name: string, rules: { createScriptURL: (input: string) => string }) => {
    made.push({ name, make: rules.createScriptURL });
    return { createScriptURL: (input: string) => rules.createScriptURL(input) };
  };
  return { made, factory: { createPolicy } as never };
};

afterEach(() => {
  vi.restoreAllMocks();
});

const blobsMade = (): Blob[] => {
  const blobs: Blob[] = [];
  vi.spyOn(URL, 'createObjectURL').mockImplementation((blob) => {
    blobs.push(blob as Blob);
    return `blob:${blobs.length}`;
  });
  return blobs;
};

test('one policy is made, under the name that index.html allows', () => {
  const { made, factory } = createFactory();
  createScriptPolicy(files, { document: page, trustedTypes: factory });
  expect(made.map(({ name }) => name)).toEqual(['kinko']);
});

test('only names pass: no address, whatever it looks like', () => {
  const { made, factory } = createFactory();
  createScriptPolicy(files, { document: page, trustedTypes: factory });
  blobsMade();
  for (const input of ['https://host.example/deep/assets/vault-1.js', './assets/vault-1.js', 'constructor', '__proto__', '', 'Vault']) {
    expect(() => made[0]?.make(input)).toThrow(TypeError);
  }
  expect(made[0]?.make('vault')).toBe('blob:1');
});

test('a worker starts from a blob that imports its file by full address', async () => {
  const blobs = blobsMade();
  const scripts = createScriptPolicy(files, { document: page, trustedTypes: undefined });
  expect(scripts.workerStarter('vault')).toBe('blob:1');
  const body = await blobs[0]?.text();
  expect(body).toMatch(/^import\("https:\/\/host\.example\/deep\/assets\/vault-1\.js"\)/);
  expect(blobs[0]?.type).toBe('text/javascript');
});

test('the service worker lies beside the page', () => {
  const scripts = createScriptPolicy(files, { document: page, trustedTypes: undefined });
  expect(scripts.serviceWorker()).toBe('https://host.example/deep/sw.js');
});
