import { describe, expect, test, vi } from 'vitest';
import type { DevicePart } from '../../../src/core/domain/diagnosis/device-parts.ts';
import { DEVICE_PARTS } from '../../../src/core/domain/diagnosis/device-parts.ts';
import { forceDurability } from '../../support/failing-store-engine.ts';
import { createTestDevice, makeVault, must } from './support/device.ts';

const namesOf = async ({ engine }: Awaited<ReturnType<typeof createTestDevice>>) => (await engine.indexedDB.databases()).map(({ name }) => name);

describe('a part of the device is tried by using it', () => {
  test('each works, without a vault and beside an open one, and leaves nothing behind', async () => {
    const device = await createTestDevice();
    const { api } = await device.boot();
    const answers = await Promise.all(DEVICE_PARTS.map((part) => api.tryPart(part)));
    expect(answers.map((answer) => must(answer).found)).toEqual(DEVICE_PARTS.map(() => 'works'));
    expect(device.folders.files.size).toBe(0);
    expect(await namesOf(device)).toEqual([]);

    const { worker, storeId } = await makeVault(device);
    for (const part of DEVICE_PARTS) expect([part, must(await worker.api.tryPart(part)).found]).toEqual([part, 'works']);
    expect([...device.folders.files.keys()]).toEqual([storeId]);
    expect(await namesOf(device)).toEqual([`kinko-${storeId}`]);
    expect(must(await worker.api.listIncidents())).toEqual([]);
  });

  test('a full disk, a broken one and one that gives back other bytes are told apart', async () => {
    const device = await createTestDevice();
    const { api } = await device.boot();
    const answers = async (part: DevicePart) => must(await api.tryPart(part));
    const write = vi.spyOn(device.folders, 'open');
    const files = new Map<string, Uint8Array<ArrayBuffer>>();
    const folderThat = (fails: string | null, back: (bytes: Uint8Array<ArrayBuffer>) => Uint8Array<ArrayBuffer>) => ({
      read: async (name: string) => Promise.resolve(files.get(name) ?? null),
      write: async (name: string, bytes: Uint8Array<ArrayBuffer>) => {
        await Promise.resolve();
        if (fails !== null) throw new DOMException('no', fails);
        files.set(name, back(bytes));
      },
      remove: async () => Promise.resolve(),
    });
    const same = (bytes: Uint8Array<ArrayBuffer>) => bytes;
    for (const [fails, answer] of [
      ['QuotaExceededError', { found: 'full' }],
      ['InvalidStateError', { found: 'fails', name: 'InvalidStateError' }],
      ['SecurityError', { found: 'lacks' }],
    ] as const) {
      write.mockResolvedValueOnce(folderThat(fails, same));
      expect(await answers('files')).toEqual(answer);
    }
    write.mockResolvedValueOnce(folderThat(null, (bytes) => bytes.slice(1)));
    expect(await answers('files')).toEqual({ found: 'fails', name: 'OtherBytes' });
  });

  test('a browser without files rewritten in place lacks them', async () => {
    const device = await createTestDevice();
    const { api } = await device.boot({ folders: { ...device.folders, kind: 'database' } });
    expect(must(await api.tryPart('files'))).toEqual({ found: 'lacks' });
  });

  test('locks that hold nobody off, and databases that state another durability, are found', async () => {
    const device = await createTestDevice();
    const openToAll = { request: (_name: string, ...given: readonly unknown[]) => (given.at(-1) as (lock: object) => Promise<unknown>)({}) };
    const { api } = await device.boot({ locks: openToAll as unknown as LockManager });
    expect(must(await api.tryPart('locks'))).toEqual({ found: 'fails', name: 'HeldTwice' });

    forceDurability('relaxed');
    expect(must(await (await device.boot()).api.tryPart('database')).found).toBe('fails');
    forceDurability(null);
    expect(await namesOf(device)).toEqual([]);
  });

  test('while another tab tries the same, nothing is said', async () => {
    const device = await createTestDevice();
    const { api } = await device.boot();
    const other = device.origin.openTab();
    let give: () => void = () => undefined;
    const until = new Promise<void>((settle) => {
      give = settle;
    });
    void other.locks.request('kinko-open-probe', {}, () => until);
    for (const part of ['files', 'database', 'locks'] as const) expect(must(await api.tryPart(part))).toEqual({ found: 'busy' });
    give();
  });

  test('cryptography that answers wrongly is found', async () => {
    const device = await createTestDevice();
    const { api } = await device.boot();
    const decrypt = vi.spyOn(crypto.subtle, 'decrypt');
    for (const part of ['seals', 'kdf'] as const) {
      decrypt.mockResolvedValueOnce(new ArrayBuffer(15));
      expect(must(await api.tryPart(part))).toEqual({ found: 'fails', name: 'OtherBytes' });
    }
    // Right, but what was changed is let through too.
    decrypt.mockResolvedValue(new TextEncoder().encode('kinko-self-test').buffer);
    expect(must(await api.tryPart('seals'))).toEqual({ found: 'fails', name: 'OtherBytes' });
    decrypt.mockRestore();
    const verify = vi.spyOn(crypto.subtle, 'verify').mockResolvedValue(true);
    expect(must(await api.tryPart('keys'))).toEqual({ found: 'fails', name: 'OtherBytes' });
    verify.mockRestore();
    const make = vi.spyOn(crypto.subtle, 'generateKey').mockRejectedValue(new DOMException('no such', 'NotSupportedError'));
    expect(must(await api.tryPart('keys'))).toEqual({ found: 'lacks' });
    make.mockRestore();
    expect(must(await api.listIncidents())).toEqual([]);
  });
});
