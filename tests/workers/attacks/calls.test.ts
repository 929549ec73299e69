import { describe, expect, it } from 'vitest';
import type { VaultApi } from '../../../src/core/contract/vault-api.ts';
import { isMethodCall } from '../../../workers/line/filtered-endpoint.ts';
import { createVerifyBoth } from '../../support/verify-both.ts';
import type { RehearsedVault } from '../service/support.ts';
import { makeRehearsedVault } from '../service/support.ts';
import { must } from '../session/support/device.ts';

// A35: a page that is not ours any more posts whatever structured clone carries, under every name. Nothing is reached but methods, nothing
// goes in that is not of their shape, and every call is answered. (That nothing else crosses Comlink: tests/contract.)

type Method = (...given: readonly unknown[]) => Promise<{ readonly ok: boolean; readonly error?: { readonly type: string } }>;

/** Getters and proxies do not survive structured clone; here they stand for a border that trusts nothing at all. */
const explosive = (): unknown =>
  Object.defineProperty({}, 'storeId', {
    enumerable: true,
    get: () => {
      throw new Error('read');
    },
  });
const liar = (): unknown => {
  let asked = 0;
  return new Proxy(
    {},
    {
      get: () => (asked += 1),
      has: () => true,
      ownKeys: () => ['storeId', 'id', 'password'],
      getOwnPropertyDescriptor: () => ({ value: 1, enumerable: true, configurable: true }),
    },
  );
};

const cyclic = (): unknown => {
  const value: Record<string, unknown> = {};
  value['self'] = value;
  return value;
};

const VALUES: readonly (readonly [name: string, make: () => readonly unknown[]])[] = [
  ['nothing', () => []],
  ['undefined', () => [undefined]],
  ['null', () => [null]],
  ['a number', () => [1]],
  ['NaN', () => [Number.NaN]],
  ['a bigint', () => [10n]],
  ['an empty text', () => ['']],
  ['a long text', () => ['x'.repeat(1_000_000)]],
  ['a lone surrogate', () => ['\ud800']],
  ['an empty object', () => [{}]],
  ['an object without prototype', () => [Object.create(null)]],
  ['a list', () => [[]]],
  ['a sparse list', () => [Array.from({ length: 5 })]],
  ['a list that says it is long', () => [Object.assign([], { length: 2 ** 31 })]],
  ['a list of a list', () => [[[[[[[[]]]]]]]]],
  ['a map', () => [new Map([['storeId', 'x']])]],
  ['a set', () => [new Set([1])]],
  ['a date', () => [new Date(0)]],
  ['bytes', () => [new Uint8Array(100)]],
  ['a blob where a file is asked for', () => [new Blob(['x'])]],
  ['a file', () => [new File(['x'], 'x')]],
  ['a cycle', () => [cyclic()]],
  ['a getter that throws', () => [explosive()]],
  ['a proxy that lies', () => [liar()]],
  ['a key named __proto__', () => [JSON.parse('{"__proto__":{"ok":true},"storeId":"x"}')]],
  ['two arguments', () => [{}, {}]],
  ['a hundred arguments', () => Array.from({ length: 100 }, () => ({}))],
];

/** Called with nothing they do what they are for; that is not an attack. */
const TAKE_NOTHING = new Set<keyof VaultApi>(['createTrial', 'startRehearsal', 'viewSession', 'confirmClock', 'lock', 'takeDraft', 'viewReason', 'viewCheckpoint', 'overviewCopies', 'makeCopy', 'listIncidents']);
/** Shapes that some of the values have. */
const FITS: Readonly<Record<string, readonly string[]>> = {
  inspectDevice: ['a list'],
  inspectCopies: ['a list'],
  readImport: ['a list'],
  cancelPersons: ['a list'],
  confirmRehearsal: ['a list'],
  changeSettings: ['an empty object', 'an object without prototype', 'a map', 'a set', 'a date', 'bytes', 'a blob where a file is asked for', 'a file', 'a cycle', 'a getter that throws', 'a key named __proto__'],
  saveDraft: ['null'],
};

const call = ({ worker }: RehearsedVault, name: string): Method => Reflect.get(worker.api, name) as Method;

describe('calls that are none', { timeout: 120_000 }, () => {
  it('every method with everything that is not its argument: an answer, a refusal, and nothing has changed', async () => {
    const vault = await makeRehearsedVault();
    const { api } = vault.worker;
    const before = must(await api.viewCheckpoint()).note;
    // The mark of the last commit is written behind its answer.
    await must(vault.worker.vaultRef.current()).writer.idle();
    const disk = await vault.device.disk();
    let refused = 0;
    for (const name of vault.worker.methods) {
      for (const [kind, make] of VALUES) {
        if (name === 'subscribe' || (kind === 'nothing' && TAKE_NOTHING.has(name as keyof VaultApi)) || (FITS[name]?.includes(kind) ?? false)) continue;
        const answer = await call(vault, name)(...make());
        expect(answer.ok, `${name} with ${kind}`).toBe(false);
        const expected = kind === 'a getter that throws' ? ['InvalidInput', 'Unexpected'] : ['InvalidInput'];
        expect(expected, `${name} with ${kind}`).toContain(answer.error?.type);
        refused += 1;
      }
    }
    expect(refused).toBeGreaterThan(900);
    expect(must(await api.viewCheckpoint()).note).toBe(before);
    expect(Buffer.compare(await vault.device.disk(), disk)).toBe(0);
    expect(Reflect.get({}, 'ok')).toBeUndefined();
    const file = await must(await api.exportLog('verify')).file.arrayBuffer();
    expect((await (await createVerifyBoth())(new Uint8Array(file))).app.ok).toBe(true);
  });

  it('what is given is read once, into a value of its own: what changes afterwards changes nothing', async () => {
    const { worker } = await makeRehearsedVault();
    const draft = { route: 'register', fields: { name: 'before' } };
    const saving = worker.api.saveDraft(draft);
    draft.fields.name = 'after';
    draft.route = 'elsewhere';
    must(await saving);
    expect(must(await worker.api.takeDraft())).toEqual({ route: 'register', fields: { name: 'before' } });
  });

  it('the exposed object has the methods and nothing else: no prototype, nothing to replace', async () => {
    const { worker } = await makeRehearsedVault();
    expect(new Set(Reflect.ownKeys(worker.api))).toEqual(worker.methods);
    expect(Object.getPrototypeOf(worker.api)).toBeNull();
    expect(Object.isFrozen(worker.api)).toBe(true);
    expect(Reflect.set(worker.api, 'lock', () => 1)).toBe(false);
  });

  it('a callback must be a port: anything else in its place is dropped, it would throw where nobody catches', () => {
    const methods = new Set(['subscribe']);
    const message = (value: unknown) => ({ type: 'APPLY', path: ['subscribe'], argumentList: [{ type: 'HANDLER', name: 'proxy', value }] });
    const { port1, port2 } = new MessageChannel();
    expect(isMethodCall(message(port1), methods)).toBe(true);
    for (const value of [undefined, null, 1, {}, [], { start: () => 1, postMessage: () => 1 }]) expect(isMethodCall(message(value), methods)).toBe(false);
    port1.close();
    port2.close();
  });
});
