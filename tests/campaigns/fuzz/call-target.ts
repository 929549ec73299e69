import { expose } from 'comlink';
import type { PersonId } from '../../../src/core/domain/ids.ts';
import type { VaultApi } from '../../../src/core/contract/vault-api.ts';
import type { MessageEndpoint } from '../../../workers/line/filtered-endpoint.ts';
import { filterEndpoint } from '../../../workers/line/filtered-endpoint.ts';
import type { SeededRandom } from '../../support/seeded-random.ts';
import { createVerifyBoth } from '../../support/verify-both.ts';
import { personFields } from '../../support/vault-fixture-plans.ts';
import { INPUT, must, NEXT_PASSWORD, pageMarks, PASSWORD } from '../../workers/session/support/device.ts';
import type { RehearsedVault } from '../../workers/service/support.ts';
import { makeRehearsedVault, numberOf } from '../../workers/service/support.ts';
import { goldenContainer, referenceLists } from '../reference.ts';
import { mutateValue } from './mutate-json.ts';
import type { FuzzTarget } from './target.ts';
import { accepted } from './target.ts';

/** Calls with one vault before the next is made: enough that one call meets what another left behind. */
const CALLS_PER_VAULT = 400;
/** An answer that takes longer is none. */
const MOST_MS = 20_000;

interface Line {
  readonly vault: RehearsedVault;
  readonly ask: (message: unknown) => Promise<unknown>;
  readonly post: (message: unknown) => void;
  readonly examples: Readonly<Record<string, readonly unknown[]>>;
}

const PERSON = 'person0000000000000001' as PersonId;
const OTHER = 'person0000000000000002' as PersonId;

/** A call of every method that means something, to be bent. */
const examplesOf = (vault: RehearsedVault): Readonly<Record<keyof VaultApi, readonly unknown[]>> => {
  const { storeId, memberId, kit } = vault;
  const list = new File([referenceLists()[0] ?? new Uint8Array()], 'a.csv');
  const copy = new File([goldenContainer()], 'a.kinko');
  const query = { text: '', kinds: ['employee'], states: [], offset: 0, limit: 20 };
  return {
    inspectDevice: [pageMarks(vault.device)],
    takeOver: [storeId],
    tryPart: ['locks'],
    createVault: [INPUT],
    createTrial: [],
    rehearseKit: [{ recoveryCode: 'AAAAA-AAAAA-AAAAA-AAAAA-AAAAA-AAAAA-AAAAA' }],
    startRehearsal: [],
    confirmRehearsal: [[{ group: 0, text: 'AAAAA' }]],
    unlock: [{ storeId, memberId, password: PASSWORD }],
    resetPassword: [{ storeId, memberId, recoveryCode: kit.recoveryCode, newPassword: NEXT_PASSWORD }],
    viewSession: [],
    changePassword: [{ current: PASSWORD, next: NEXT_PASSWORD }],
    renewKit: [{ password: PASSWORD }],
    suspectLeak: [{ password: PASSWORD, nextPassword: NEXT_PASSWORD }],
    changeSettings: [{ label: '見本', entityType: 'sole', paysSalary: true, idleMinutes: 5 }],
    confirmClock: [],
    lock: [],
    eraseVault: [{ storeId, label: 'no' }],
    saveDraft: [{ route: 'register', fields: { name: '見本' } }],
    takeDraft: [],
    listPersons: [query],
    viewPerson: [PERSON],
    registerPerson: [{ id: OTHER, fields: personFields(2) }],
    changePerson: [{ id: PERSON, rev: 1, fields: personFields(1) }],
    viewPersonSheet: [{ text: '', kinds: ['employee'], states: [], limit: 100 }],
    previewCancel: [PERSON],
    cancelPersons: [[OTHER]],
    enterNumber: [{ personId: PERSON, text: numberOf(1), again: null, replaces: false, sameAs: null }],
    revealNumber: [{ personId: PERSON, reason: 'inquiry' }],
    viewReason: [],
    matchNumber: [{ personId: PERSON, text: numberOf(1) }],
    mergePersons: [{ keep: PERSON, drop: OTHER }],
    viewLife: [PERSON],
    askForNumbers: [{ personIds: [OTHER], way: 'letter', explained: true }],
    refuseNumber: [{ personId: OTHER, reason: 'unwilling' }],
    giveNotice: [[PERSON, OTHER]],
    useNumber: [{ personId: PERSON, filing: 'wage-slip', year: 2026, destination: 'tax-office' }],
    recordCheck: [{ personId: PERSON, check: { on: '2026-11-01', channel: 'face', numberDocument: 'number-card', identityDocuments: ['number-card'], seenUnchanged: false, proxy: null } }],
    listEntries: [{ from: null, to: null, personId: null, memberId: null, actions: ['unlock'], offset: 0, limit: 20 }],
    recordVerification: [{ size: 3, good: true }],
    recordPrint: ['kit'],
    viewCheckpoint: [],
    exportLog: ['verify'],
    overviewCopies: [],
    makeCopy: [],
    verifyCopy: [{ copyId: 'AAAAAAAAAAAAAAAAAAAAAA', file: copy }],
    inspectCopies: [[copy]],
    restoreCopy: [{ file: copy, secret: { kind: 'password', password: PASSWORD }, evenIfOlder: true }],
    readImport: [[list]],
    correctImport: [{ importId: 'AAAAAAAAAAAAAAAAAAAAAA', rowId: '0-2', change: { type: 'field', field: 'name', text: '名' } }],
    commitImport: ['AAAAAAAAAAAAAAAAAAAAAA'],
    dropImport: ['AAAAAAAAAAAAAAAAAAAAAA'],
    confirmSourceDestroyed: ['AAAAAAAAAAAAAAAAAAAAAA'],
    listIncidents: [],
    subscribe: [],
  };
};

const ENDING: ReadonlySet<string> = new Set(['lock', 'createVault', 'unlock', 'resetPassword', 'suspectLeak', 'restoreCopy', 'eraseVault']);

/** What structured clone carries and JSON does not. */
const clonable = (random: SeededRandom): unknown => {
  const cyclic: Record<string, unknown> = {};
  cyclic['self'] = cyclic;
  if (random.chance(0.05)) return undefined;
  return random.pick<unknown>([
    Number.NaN,
    Number.POSITIVE_INFINITY,
    10n,
    new Date(Number.NaN),
    /a/g,
    new Map([['id', PERSON]]),
    new Set([PERSON]),
    new Uint8Array(8),
    new ArrayBuffer(8),
    new Blob(['x']),
    new File(['x'], 'x'),
    new Error('x'),
    Array.from({ length: 3 }),
    cyclic,
    Object.assign(['x'], { length: 1000 }),
    Object.defineProperty({}, '__proto__', { value: { polluted: true }, enumerable: true }),
    'x'.repeat(100_000),
  ]);
};

const openLine = async (): Promise<Line> => {
  const vault = await makeRehearsedVault();
  must(await vault.worker.api.registerPerson({ id: PERSON, fields: personFields(1) }));
  const inside = new EventTarget();
  const waiting = new Map<string, (value: unknown) => void>();
  const endpoint: MessageEndpoint = {
    postMessage: (message) => {
      const { id, value } = message as { readonly id: string; readonly value: unknown };
      waiting.get(id)?.(value);
      waiting.delete(id);
    },
    addEventListener: (type, listener) => inside.addEventListener(type, listener),
    removeEventListener: (type, listener) => inside.removeEventListener(type, listener),
  };
  expose(vault.worker.api, filterEndpoint(endpoint, vault.worker.methods));
  const post = (message: unknown): void => void inside.dispatchEvent(new MessageEvent('message', { data: message }));
  let asked = 0;
  return {
    vault,
    post,
    examples: examplesOf(vault),
    ask: (message) =>
      new Promise((resolve, reject) => {
        const id = String((asked += 1));
        const timer = setTimeout(() => reject(new Error(`no answer to ${JSON.stringify(message).slice(0, 300)}`)), MOST_MS);
        waiting.set(id, (value) => {
          clearTimeout(timer);
          resolve(value);
        });
        post(Object.assign({}, message, { id }));
      }),
  };
};

const raw = (value: unknown) => ({ type: 'RAW', value });

/** A message that is no call: dropped unread, and the line is as it was. */
const junk = (random: SeededRandom, line: Line): unknown => {
  const method = random.pick(Object.keys(line.examples));
  const value = random.chance(0.5) ? clonable(random) : 1;
  return random.pick<unknown>([
    value ?? null,
    mutateValue(random, { type: 'GET', path: [method], id: 'x' }, []),
    { type: 'SET', path: [method], value: raw(value), id: 'x' },
    { type: 'CONSTRUCT', path: [method], argumentList: [raw(value)], id: 'x' },
    { type: 'ENDPOINT', path: [], id: 'x' },
    { type: 'RELEASE', path: [], id: 'x' },
    { type: 'APPLY', path: [method, 'call'], argumentList: [raw(value)], id: 'x' },
    { type: 'APPLY', path: [random.pick(['constructor', '__proto__', 'toString', 'valueOf', 'then'])], argumentList: [], id: 'x' },
    { type: 'APPLY', path: value, argumentList: value, id: 'x' },
    { type: 'APPLY', path: [method], argumentList: [{ type: 'HANDLER', name: 'throw', value }], id: 'x' },
    { type: 'APPLY', path: [method], argumentList: [{ type: 'HANDLER', name: 'proxy', value }], id: 'x' },
    { type: 'APPLY', path: [method], argumentList: [value], id: 'x' },
  ]);
};

const isResult = (value: unknown): value is { readonly ok: boolean; readonly error?: { readonly type: string } } =>
  typeof value === 'object' && value !== null && 'ok' in value && typeof value.ok === 'boolean';

/** Messages to the worker: whatever structured clone carries, under the names of methods and others. */
export const createCallTarget = async (): Promise<FuzzTarget> => {
  const verify = await createVerifyBoth();
  let line: Line | null = null;
  let calls = 0;

  /** After all that was asked of it, the record is whole and the vault answers. */
  const closeLine = async ({ vault: { worker } }: Line): Promise<void> => {
    const incidents = must(await worker.api.listIncidents());
    if (incidents.length > 0) accepted(`a defect: ${JSON.stringify(incidents[0])}`);
    const exported = await worker.api.exportLog('verify');
    if (exported.ok) {
      const { app } = await verify(new Uint8Array(await exported.value.file.arrayBuffer()));
      if (!app.ok) accepted(`a record that does not verify: ${JSON.stringify(app.problems[0])}`);
    }
    worker.kill();
  };

  return {
    name: 'calls',
    weight: 8,
    run: async (random) => {
      calls += 1;
      if (line !== null && calls % CALLS_PER_VAULT === 0) {
        const done = line;
        line = null;
        await closeLine(done);
      }
      line ??= await openLine();
      if (random.chance(0.3)) {
        line.post(junk(random, line));
        return 'no call, dropped';
      }
      // The first tells other tabs and waits seconds for them; the others end the session, and calls on a locked vault say little.
      const mayEnd = random.chance(0.02);
      const method = random.pick(Object.keys(line.examples).filter((name) => name !== 'takeOver' && (mayEnd || !ENDING.has(name))));
      const example = line.examples[method] ?? [];
      const given = example.map((value) => {
        if (random.chance(0.1)) return clonable(random);
        // Files are kept as they are: they are bent elsewhere, and copying them is all that would be measured.
        return random.chance(0.2) || method === 'readImport' ? value : mutateValue(random, value, Object.values(line?.examples ?? {}).slice(0, 20));
      });
      const extra = random.chance(0.05) ? [clonable(random)] : [];
      const answer = await line.ask({ type: 'APPLY', path: [method], argumentList: [...given, ...extra].map(raw) });
      if (!isResult(answer)) return accepted(`no result of ${method}: ${JSON.stringify(answer)?.slice(0, 200)}`);
      if (answer.ok) return 'answered';
      const type = answer.error?.type ?? '';
      if (type === 'Locked' && random.chance(0.5)) {
        await closeLine(line);
        line = null;
      }
      if (type === 'Unexpected') {
        const incidents = line === null ? [] : must(await line.vault.worker.api.listIncidents());
        line = null;
        return accepted(`a defect of ${method}: ${JSON.stringify(incidents[0])}`);
      }
      return type;
    },
  };
};
