import { existsSync, writeFileSync } from 'node:fs';
import type { PersonFields } from '../../../src/core/domain/person/person.ts';
import type { PersonId } from '../../../src/core/domain/ids.ts';
import { KDF_POLICY } from '../../../workers/vault/crypto/kdf.ts';
import { createSlots } from '../../../workers/vault/crypto/slot.ts';
import type { VaultEnvironment } from '../../../workers/vault/service/compose.ts';
import type { GoldenDevice } from '../../support/golden-device.ts';
import { GOLDEN_DEVICE } from '../../support/golden-device.ts';
import { createTestDevice, INPUT, must, NEXT_PASSWORD, PASSWORD } from '../../workers/session/support/device.ts';
import { ALL, fields, numberOf, rehearse } from '../../workers/service/support.ts';

/** The real cost of a password: what users' devices hold. */
const real: Partial<VaultEnvironment> = { createSlots: (deps) => createSlots({ ...deps, policy: KDF_POLICY }), build: 'golden-1' };

const idOf = (n: number): PersonId => `golden${String(n).padStart(16, '0')}` as PersonId;

interface Plan {
  readonly id: PersonId;
  readonly change: Partial<PersonFields>;
  readonly number: string | null;
}

const PEOPLE: readonly Plan[] = [
  { id: idOf(1), change: { kind: 'owner', name: '見本　太郎', kana: 'ミホン　タロウ', purposes: [] }, number: numberOf(1) },
  { id: idOf(2), change: { name: '見本　花子', kana: 'ミホン　ハナコ', code: 'E-001', address: '東京都千代田区千代田1-1', postalCode: '1000001' }, number: numberOf(2) },
  { id: idOf(3), change: { kind: 'dependant', name: '見本　一郎', kana: 'ミホン　イチロウ', parentId: idOf(2), relationship: '子', purposes: [] }, number: numberOf(3) },
  { id: idOf(4), change: { kind: 'payee', name: '見本商会', kana: '', code: 'P-001', corporate: true, purposes: [] }, number: null },
  { id: idOf(5), change: { kind: 'payee', name: '試作　次郎', kana: 'シサク　ジロウ', code: 'P-002', purposes: ['remuneration-report'] }, number: numberOf(5) },
];

const asked = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.addEventListener('success', () => resolve(request.result));
    request.addEventListener('error', () => reject(request.error ?? new Error('request')));
  });

/**
 * A store with everything in it that a store can have: a closed log of an earlier installation, log and tail pages, a second epoch, a
 * tombstone, a replaced number, lists that entries attach, kept checkpoints, a copy made and read back, a changed password, a draft.
 */
export const writeGolden = async (): Promise<void> => {
  if (existsSync(GOLDEN_DEVICE)) throw new Error('golden.json is frozen: later versions add a folder of their own');
  const early = await (await createTestDevice()).boot(real);
  const { api: first } = early;
  const firstKit = must(await first.createVault({ ...INPUT, label: '見本商店', ownerName: '見本太郎' }));
  await rehearse({ worker: early, kit: firstKit });
  for (const { id, change, number } of PEOPLE) {
    must(await first.registerPerson({ id, fields: fields(change) }));
    if (number !== null) must(await first.enterNumber({ personId: id, text: number, again: null, replaces: false, sameAs: null }));
  }
  must(await first.registerPerson({ id: idOf(9), fields: fields({ name: '取消　三郎', kana: '' }) }));
  for (let n = 0; n < 60; n += 1) must(await first.revealNumber({ personId: idOf(2), reason: 'inquiry' }));
  const { file } = must(await first.makeCopy());
  must(await first.lock());

  const device = await createTestDevice();
  const worker = await device.boot(real);
  const { api } = worker;
  const { storeId } = must(await api.restoreCopy({ file, secret: { kind: 'password', password: PASSWORD }, evenIfOlder: false }));
  const { memberId, vaultId, memberName, label } = must(await api.viewSession());
  must(await api.enterNumber({ personId: idOf(2), text: numberOf(22), again: numberOf(22), replaces: true, sameAs: null }));
  must(await api.cancelPersons([idOf(9)]));
  for (let n = 0; n < 140; n += 1) must(await api.matchNumber({ personId: idOf(2), text: numberOf(n % 2 === 0 ? 22 : 2) }));
  const copy = must(await api.makeCopy());
  must(await api.verifyCopy({ copyId: copy.copyId, file: copy.file }));
  const kit = must(await api.renewKit({ password: PASSWORD }));
  await rehearse({ worker, kit });
  must(await api.changePassword({ current: PASSWORD, next: NEXT_PASSWORD }));
  must(await api.saveDraft({ route: 'register', fields: { name: '下書き' } }));
  must(await api.lock());
  const later = await device.boot(real);
  await later.api.inspectDevice([{ storeId, mark: device.marks.get(storeId) ?? '' }]);
  must(await later.api.unlock({ storeId, memberId, password: NEXT_PASSWORD }));
  const { rows, total } = must(await later.api.listEntries(ALL));
  const all = [...rows, ...must(await later.api.listEntries({ ...ALL, offset: 200 })).rows];
  const actions: Record<string, number> = {};
  for (const { action } of all) actions[action] = (actions[action] ?? 0) + 1;
  const checkpoint = must(await later.api.viewCheckpoint()).note;
  const { copies } = must(await later.api.overviewCopies());
  // Killed, and not locked: what lies there is what a device has whose tab was closed. Its last mark is waited for.
  await new Promise((settle) => setTimeout(settle, 500));
  later.kill();

  const database = await device.openDatabase(storeId);
  const store = database.transaction('pages').objectStore('pages');
  const [keys, values] = [await asked(store.getAllKeys()), await asked(store.getAll())];
  const table = database.transaction('format').objectStore('format');
  const format = [await asked(table.getAllKeys()), await asked(table.getAll())] as const;
  const files = Object.fromEntries(
    [...(device.folders.files.get(storeId) ?? [])].map(([name, bytes]) => {
      const end = bytes.findLastIndex((byte) => byte !== 0) + 1;
      return [name, { length: bytes.length, bytes: Buffer.from(bytes.subarray(0, end)).toString('base64url') }];
    }),
  );
  const golden: GoldenDevice = {
    what: 'A device of version 1, written by the app. Never to be written again. Numbers are synthetic.',
    storeId,
    vaultId,
    memberId,
    memberName,
    label,
    password: NEXT_PASSWORD,
    recoveryCode: kit.recoveryCode,
    lastTime: all[0]?.time ?? 0,
    entries: total,
    actions,
    copies: copies.length,
    persons: PEOPLE.map(({ id, change, number }) => ({
      id,
      name: change.name ?? '',
      parent: change.parentId ?? null,
      corporate: change.corporate ?? false,
      number: id === idOf(2) ? numberOf(22) : number,
    })),
    mark: device.marks.get(storeId) ?? '',
    checkpoint,
    files,
    database: {
      name: database.name,
      version: database.version,
      tables: {
        format: format[0].map((key, at) => [key as string, format[1][at] as number] as const),
        pages: keys.map((key, at) => {
          const [book, kind, no] = key as [string, string, number];
          const { rev, epoch, blob } = values[at] as { readonly rev: number; readonly epoch: number; readonly blob: Uint8Array };
          return [book, kind, no, rev, epoch, Buffer.from(blob).toString('base64url')] as const;
        }),
      },
    },
  };
  database.close();
  writeFileSync(GOLDEN_DEVICE, `${JSON.stringify(golden)}\n`);
};
