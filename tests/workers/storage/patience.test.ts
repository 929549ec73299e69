import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { describe, expect, it } from 'vitest';
import { openOpfsFolders } from '../../../workers/vault/storage/opfs-folders.ts';
import { createMarkStore } from '../../../workers/vault/storage/mark-store.ts';
import { withPatience } from '../../../workers/vault/storage/patience.ts';

const turn = () => new Promise((done) => setTimeout(done));
/** Every second passes at once, a turn of the event loop each. */
const HASTE = { seconds: 3, wait: async () => void (await turn()) };

const later = <T>() => {
  let settle: (value: T) => void = () => undefined;
  const asked = new Promise<T>((done) => (settle = done));
  return { asked, settle };
};

describe('waiting for the file system', () => {
  it('passes on what comes in time, value or failure', async () => {
    const dropped: unknown[] = [];
    expect(await withPatience(HASTE, Promise.resolve(7), (late) => dropped.push(late))).toBe(7);
    await expect(withPatience(HASTE, Promise.reject(new DOMException('', 'NotFoundError')), () => undefined)).rejects.toThrow(DOMException);
    expect(dropped).toEqual([]);
  });

  it('gives up what does not come, and drops what comes late', async () => {
    const dropped: number[] = [];
    const { asked, settle } = later<number>();
    await expect(withPatience(HASTE, asked, (late) => dropped.push(late))).rejects.toMatchObject({ name: 'TimeoutError' });
    settle(7);
    await turn();
    expect(dropped).toEqual([7]);
  });
});

/** A folder in which `createSyncAccessHandle` is answered when `answer` says so. */
const createStorage = (answer: () => Promise<void>) => {
  const open: string[] = [];
  const handles: WeakRef<object>[] = [];
  const files = new Map<string, Uint8Array<ArrayBuffer>>();
  const openAccess = async (name: string) => {
    await answer();
    open.push(name);
    return {
      write: (bytes: Uint8Array<ArrayBuffer>) => (files.set(name, bytes.slice()), bytes.length),
      truncate: () => undefined,
      flush: () => undefined,
      close: () => open.splice(open.indexOf(name), 1),
    };
  };
  const folder = {
    getDirectoryHandle: async () => folder,
    getFileHandle: async (name: string) => {
      const handle = {
        getFile: async () => new Blob([files.get(name) ?? new Uint8Array(0)]),
        createSyncAccessHandle: () => openAccess(name),
      };
      handles.push(new WeakRef(handle));
      return handle;
    },
    removeEntry: async (name: string) => void files.delete(name),
  };
  return { open, handles, storage: { getDirectory: async () => folder } as unknown as StorageManager };
};

const collectGarbage = (): void => {
  setFlagsFromString('--expose-gc');
  runInNewContext('gc')();
};

describe('a browser that forgets what a collected file handle was asked', () => {
  it('is asked by handles that something refers to until they have answered', async () => {
    const { asked, settle } = later<void>();
    let held = Promise.resolve();
    const { storage, handles } = createStorage(() => held);
    const folder = await (await openOpfsFolders(storage, HASTE))!.open('x');
    handles.length = 0;
    held = asked;
    const written = folder.write('mark', Uint8Array.of(1));
    await turn();
    collectGarbage();
    expect(handles.map((handle) => handle.deref() !== undefined)).toEqual([true]);
    settle();
    await written;
    await turn();
    collectGarbage();
    expect(handles.map((handle) => handle.deref() !== undefined)).toEqual([false]);
  });
});

describe('a browser that does not answer', () => {
  it('fails the write, and leaves no file locked when the answer comes after all', async () => {
    let held = Promise.resolve();
    const { open, storage } = createStorage(() => held);
    const folders = await openOpfsFolders(storage, HASTE);
    const mark = createMarkStore(await folders!.open('x'));
    expect(await mark.write('one')).toEqual({ ok: true, value: null });
    const { asked, settle } = later<void>();
    held = asked;
    expect(await mark.write('two')).toEqual({ ok: false, error: { type: 'StorageFailed', name: 'TimeoutError' } });
    held = Promise.resolve();
    expect(await mark.write('three')).toEqual({ ok: true, value: null });
    settle();
    await turn();
    expect(open).toEqual([]);
    expect(await mark.read()).toEqual({ ok: true, value: 'three' });
  });

  it('while it is looked at is not one without files: its keyrings would seem lost', async () => {
    const { storage } = createStorage(() => new Promise(() => undefined));
    expect((await openOpfsFolders(storage, HASTE))?.kind).toBe('opfs');
  });
});
