import type { VaultApi } from '../../../../src/core/contract/vault-api.ts';
import { INPUT, NEXT_PASSWORD, PASSWORD } from '../../session/support/device.ts';
import { fields, numberOf, personId } from '../../service/support.ts';
import type { FaultBench } from './bench.ts';

type Answer = Promise<{ readonly ok: boolean; readonly error?: { readonly type: string } }>;

/** Something a user does, which a fault may hit, and how to tell afterwards whether it took place. */
export interface UseCase {
  readonly name: string;
  /** False: on the device as it lies, locked. */
  readonly unlocked: boolean;
  readonly run: (api: VaultApi, bench: FaultBench) => Answer;
  /** After the vault was opened again; null where nothing is to be seen. */
  readonly isDone: ((api: VaultApi, bench: FaultBench) => Promise<boolean>) | null;
  /** The vault is not there afterwards, when it took place. */
  readonly erases?: boolean;
  /** A store beside the first one, when it took place. */
  readonly makes?: { readonly persons: number };
}

const NEW = personId();
const list = (): File => new File([`社員番号,氏名,個人番号\n77,新人,${numberOf(77)}\n`], 'a.csv');

const namesOf = async (api: VaultApi): Promise<readonly string[]> => {
  const page = await api.listPersons({ text: '', kinds: [], states: [], offset: 0, limit: 50 });
  return page.ok ? page.value.rows.map(({ name }) => name) : [];
};

const hasAction = async (api: VaultApi, action: Parameters<VaultApi['listEntries']>[0]['actions'][number]): Promise<boolean> => {
  const page = await api.listEntries({ from: null, to: null, personId: null, memberId: null, actions: [action], offset: 0, limit: 5 });
  return page.ok && page.value.rows.length > 0;
};

const importList = async (api: VaultApi): Answer => {
  const read = await api.readImport([list()]);
  return read.ok ? api.commitImport(read.value.importId) : read;
};

/** One after the other, each waiting for the one before. */
export const USE_CASES: readonly UseCase[] = [
  { name: 'look at the device', unlocked: false, run: (api, { marks }) => api.inspectDevice(marks()), isDone: null },
  { name: 'make a vault', unlocked: false, run: (api) => api.createVault({ ...INPUT, label: '次' }), isDone: null, makes: { persons: 0 } },
  { name: 'unlock', unlocked: false, run: (api, { unlockInput }) => api.unlock(unlockInput(PASSWORD)), isDone: null },
  {
    name: 'come in by the code',
    unlocked: false,
    run: (api, { unlockInput, kit }) => {
      const { storeId, memberId } = unlockInput('');
      return api.resetPassword({ storeId, memberId, recoveryCode: kit.recoveryCode, newPassword: NEXT_PASSWORD });
    },
    isDone: async (_api, { openedWith }) => openedWith() === NEXT_PASSWORD,
  },
  {
    name: 'restore',
    unlocked: false,
    run: (api, { copy }) => api.restoreCopy({ file: copy, secret: { kind: 'password', password: PASSWORD }, evenIfOlder: true }),
    isDone: null,
    makes: { persons: 2 },
  },
  { name: 'erase', unlocked: false, run: (api, { unlockInput }) => api.eraseVault({ storeId: unlockInput('').storeId, label: INPUT.label }), isDone: null, erases: true },
  { name: 'register', unlocked: true, run: (api) => api.registerPerson({ id: NEW, fields: fields({ name: '新人' }) }), isDone: async (api) => (await namesOf(api)).includes('新人') },
  {
    name: 'change a person',
    unlocked: true,
    run: (api, { persons }) => api.changePerson({ id: persons[0], rev: 1, fields: fields({ name: '改名' }) }),
    isDone: async (api) => (await namesOf(api)).includes('改名'),
  },
  {
    name: 'enter a number',
    unlocked: true,
    run: (api, { persons }) => api.enterNumber({ personId: persons[1], text: numberOf(2), again: null, replaces: false, sameAs: null }),
    isDone: async (api, { persons }) => {
      const match = await api.matchNumber({ personId: persons[1], text: numberOf(2) });
      return match.ok && match.value.matches;
    },
  },
  { name: 'show a number', unlocked: true, run: (api, { persons }) => api.revealNumber({ personId: persons[0], reason: 'inquiry' }), isDone: (api) => hasAction(api, 'reveal') },
  { name: 'import a list', unlocked: true, run: importList, isDone: async (api) => (await namesOf(api)).includes('新人') },
  {
    name: 'remove a person',
    unlocked: true,
    run: (api, { persons }) => api.cancelPersons([persons[1]]),
    isDone: async (api) => !(await namesOf(api)).includes('二郎'),
  },
  {
    name: 'change the password',
    unlocked: true,
    run: (api) => api.changePassword({ current: PASSWORD, next: NEXT_PASSWORD }),
    isDone: async (_api, { openedWith }) => openedWith() === NEXT_PASSWORD,
  },
  { name: 'make a new kit', unlocked: true, run: (api) => api.renewKit({ password: PASSWORD }), isDone: (api) => hasAction(api, 'recovery-changed') },
  {
    name: 'suspect a leak',
    unlocked: true,
    run: (api) => api.suspectLeak({ password: PASSWORD, nextPassword: NEXT_PASSWORD }),
    isDone: async (_api, { openedWith }) => openedWith() === NEXT_PASSWORD,
  },
  { name: 'make a copy', unlocked: true, run: (api) => api.makeCopy(), isDone: null },
  { name: 'read a copy back', unlocked: true, run: (api, { copy, copyId }) => api.verifyCopy({ copyId, file: copy }), isDone: (api) => hasAction(api, 'copy-verified') },
  { name: 'give the record', unlocked: true, run: (api) => api.exportLog('give'), isDone: (api) => hasAction(api, 'export') },
  { name: 'keep a draft', unlocked: true, run: (api) => api.saveDraft({ route: 'register', fields: { name: '下書き' } }), isDone: null },
  { name: 'lock', unlocked: true, run: (api) => api.lock(), isDone: null },
];
