import type { VaultCalls, VaultClient } from '../../src/app/bridge/vault-client.ts';
import type { VaultError, VaultResult } from '../../src/core/contract/errors.ts';
import type { VaultEvent } from '../../src/core/contract/events.ts';
import type { KitContent, SessionView, StoreSummary } from '../../src/core/contract/session-api.ts';
import type { MemberId, StoreId, VaultId } from '../../src/core/domain/ids.ts';
import { encodeRecoveryCode, isSameGroup } from '../../src/core/domain/recovery/recovery-code.ts';
import { err, ok } from '../../src/core/domain/result.ts';
import { TRIAL_LABEL, TRIAL_OWNER } from '../../src/core/domain/trial/trial-firm.data.ts';

/** A vault that forgets: for tests of models and for looking at screens. It proves nothing about the real one. */
export interface FakeVault {
  readonly api: VaultCalls;
  readonly client: VaultClient;
  /** Names of the calls made, in order. */
  readonly calls: string[];
  /** Set by whoever listens; the fake speaks through it. */
  onEvent: (event: VaultEvent) => void;
  readonly restarts: () => number;
}

export interface FakeOptions {
  readonly stores?: readonly StoreSummary[];
  readonly lost?: readonly StoreId[];
  /** Calls that fail, by name. */
  readonly failing?: Partial<Record<keyof VaultCalls, VaultError>>;
  /** Milliseconds every call takes. */
  readonly delay?: number;
  readonly password?: string;
  readonly view?: Partial<SessionView>;
  readonly now?: () => number;
  /** Calls of other nouns, by whoever tests them. */
  readonly more?: Partial<VaultCalls>;
}

export const FAKE_PASSWORD = 'asagao-uchiwa-kakigoori';
const fakeId = (letter: string): string => letter.repeat(22);
export const FAKE_CODE = encodeRecoveryCode(Uint8Array.from({ length: 16 }, (_, at) => at * 13 + 7));

export const fakeStore = (change: Partial<StoreSummary> = {}): StoreSummary => ({
  storeId: fakeId('s') as StoreId,
  vaultId: fakeId('v') as VaultId,
  label: '西新宿工房',
  experience: false,
  members: [{ id: fakeId('m') as MemberId, name: '佐藤' }],
  keyring: 'ready',
  database: 'ready',
  failedUnlocks: 0,
  knows: [],
  ...change,
});

export const fakeView = (change: Partial<SessionView> = {}): SessionView => ({
  storeId: fakeId('s') as StoreId,
  vaultId: fakeId('v') as VaultId,
  memberId: fakeId('m') as MemberId,
  memberName: '佐藤',
  label: '西新宿工房',
  experience: false,
  entityType: 'sole',
  paysSalary: true,
  idleMinutes: 5,
  rehearsedAt: Date.UTC(2026, 10, 1),
  kitMadeAt: Date.UTC(2026, 10, 1),
  lastEntry: { time: Date.UTC(2026, 10, 21, 9, 20), action: 'register', seq: 41 },
  failedUnlocks: 0,
  clockDoubtful: false,
  opfs: true,
  ...change,
});

export const createFakeVault = (options: FakeOptions = {}): FakeVault => {
  const calls: string[] = [];
  const now = options.now ?? (() => Date.UTC(2026, 10, 22, 1, 0));
  let stores = [...(options.stores ?? [])];
  let view: SessionView | null = null;
  let password = options.password ?? FAKE_PASSWORD;
  let draft: { readonly route: string; readonly fields: Readonly<Record<string, string>> } | null = null;
  let restarts = 0;

  const answer =
    <Args extends readonly unknown[], T>(name: keyof VaultCalls, work: (...args: Args) => Awaited<VaultResult<T>>) =>
    async (...args: Args): VaultResult<T> => {
      calls.push(name);
      if (options.delay !== undefined) await new Promise((settle) => setTimeout(settle, options.delay));
      const failure = options.failing?.[name];
      return failure === undefined ? work(...args) : err(failure);
    };
  /** Calls of nouns this fake does not know. */
  const absent = (name: keyof VaultCalls) => answer<readonly unknown[], never>(name, () => err({ type: 'NotAllowed' }));

  const kit = (): KitContent => ({
    storeId: fakeId('s') as StoreId,
    vaultId: fakeId('v') as VaultId,
    recoveryCode: FAKE_CODE,
    createdAt: now(),
  });
  const open = (change: Partial<SessionView> = {}): SessionView => {
    view = fakeView({ ...options.view, ...change });
    return view;
  };
  const opened = (): Awaited<VaultResult<SessionView>> => (view === null ? err({ type: 'Locked' }) : ok(view));
  const change = (next: Partial<SessionView>): Awaited<VaultResult<SessionView>> => {
    if (view === null) return err({ type: 'Locked' });
    view = { ...view, ...next };
    return ok(view);
  };

  const fake: FakeVault = {
    calls,
    onEvent: () => undefined,
    restarts: () => restarts,
    client: {
      get api() {
        return fake.api;
      },
      pending: () => 0,
      restart: () => {
        restarts += 1;
        view = null;
      },
    },
    api: {
      inspectDevice: answer('inspectDevice', () => ok({ stores, lost: options.lost ?? [], opfs: true })),
      takeOver: answer('takeOver', () => ok(null)),
      createVault: answer('createVault', (input) => {
        password = input.password;
        const { label, entityType, paysSalary } = input;
        stores = [...stores, fakeStore({ label, members: [{ id: fakeId('m') as MemberId, name: input.ownerName }] })];
        open({ label, experience: false, entityType, paysSalary, memberName: input.ownerName, rehearsedAt: null, kitMadeAt: now(), lastEntry: null });
        return ok(kit());
      }),
      createTrial: answer('createTrial', () => {
        stores = [...stores, fakeStore({ label: TRIAL_LABEL, experience: true, members: [{ id: fakeId('m') as MemberId, name: TRIAL_OWNER }] })];
        return ok(open({ label: TRIAL_LABEL, experience: true, memberName: TRIAL_OWNER, rehearsedAt: now(), kitMadeAt: now(), lastEntry: null }));
      }),
      rehearseKit: answer('rehearseKit', ({ recoveryCode }) => (recoveryCode === FAKE_CODE ? change({ rehearsedAt: now() }) : err({ type: 'WrongSecret' }))),
      startRehearsal: answer('startRehearsal', () => ok([1, 3, 6])),
      confirmRehearsal: answer('confirmRehearsal', (answers) => {
        const groups = FAKE_CODE.split('-');
        const wrong = answers.filter(({ group, text }) => !isSameGroup(text, groups[group] ?? '')).map(({ group }) => group);
        return wrong.length > 0 ? err({ type: 'RehearsalWrong', groups: wrong }) : change({ rehearsedAt: now() });
      }),
      unlock: answer('unlock', (input) => {
        const store = stores.find(({ storeId }) => storeId === input.storeId);
        if (input.password !== password || store === undefined) return err({ type: 'WrongSecret' });
        return ok(open({ label: store.label, experience: store.experience, failedUnlocks: store.failedUnlocks }));
      }),
      resetPassword: answer('resetPassword', (input) => {
        if (input.recoveryCode.replaceAll('-', '') !== FAKE_CODE.replaceAll('-', '')) return err({ type: 'WrongSecret' });
        password = input.newPassword;
        return ok(open());
      }),
      viewSession: answer('viewSession', opened),
      changePassword: answer('changePassword', ({ current, next }) => {
        if (current !== password) return err({ type: 'WrongSecret' });
        password = next;
        return ok(null);
      }),
      renewKit: answer('renewKit', (input) => {
        if (input.password !== password) return err({ type: 'WrongSecret' });
        change({ rehearsedAt: null, kitMadeAt: now() });
        return ok(kit());
      }),
      suspectLeak: answer('suspectLeak', (input) => {
        if (input.password !== password) return err({ type: 'WrongSecret' });
        password = input.nextPassword;
        change({ rehearsedAt: null, kitMadeAt: now() });
        const copies = [{ copyId: fakeId('c'), madeAt: Date.UTC(2026, 9, 3), fileName: 'kinko-20261003.kinko' }];
        return ok({ kit: kit(), copies });
      }),
      changeSettings: answer('changeSettings', change),
      confirmClock: answer('confirmClock', () => {
        change({ clockDoubtful: false });
        return ok(null);
      }),
      lock: answer('lock', () => ok(null)),
      eraseVault: answer('eraseVault', ({ storeId, label }) => {
        const store = stores.find((one) => one.storeId === storeId);
        if (store === undefined || store.label !== label) return err({ type: 'LabelDoesNotMatch' });
        stores = stores.filter((one) => one !== store);
        return ok(null);
      }),
      saveDraft: answer('saveDraft', (next) => {
        draft = next;
        return ok(null);
      }),
      takeDraft: answer('takeDraft', () => {
        const taken = draft;
        draft = null;
        return ok(taken);
      }),
      listPersons: absent('listPersons'),
      viewPersonSheet: absent('viewPersonSheet'),
      viewPerson: absent('viewPerson'),
      registerPerson: absent('registerPerson'),
      changePerson: absent('changePerson'),
      previewCancel: absent('previewCancel'),
      cancelPersons: absent('cancelPersons'),
      enterNumber: absent('enterNumber'),
      revealNumber: absent('revealNumber'),
      viewReason: absent('viewReason'),
      matchNumber: absent('matchNumber'),
      mergePersons: absent('mergePersons'),
      viewLife: absent('viewLife'),
      askForNumbers: absent('askForNumbers'),
      refuseNumber: absent('refuseNumber'),
      giveNotice: absent('giveNotice'),
      useNumber: absent('useNumber'),
      recordCheck: absent('recordCheck'),
      listEntries: absent('listEntries'),
      recordVerification: absent('recordVerification'),
      recordPrint: absent('recordPrint'),
      viewCheckpoint: absent('viewCheckpoint'),
      exportLog: absent('exportLog'),
      overviewCopies: absent('overviewCopies'),
      makeCopy: absent('makeCopy'),
      verifyCopy: absent('verifyCopy'),
      inspectCopies: absent('inspectCopies'),
      restoreCopy: absent('restoreCopy'),
      readImport: absent('readImport'),
      correctImport: absent('correctImport'),
      commitImport: absent('commitImport'),
      dropImport: absent('dropImport'),
      confirmSourceDestroyed: absent('confirmSourceDestroyed'),
      listIncidents: answer('listIncidents', () => ok([])),
      tryPart: answer('tryPart', () => ok({ found: 'works', ms: 40 })),
      ...options.more,
    },
  };
  return fake;
};
