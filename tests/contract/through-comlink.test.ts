import { expose, proxy, wrap } from 'comlink';
import { expect, test } from 'vitest';
import type { VaultEvent } from '../../src/core/contract/events.ts';
import type { VaultApi } from '../../src/core/contract/vault-api.ts';
import { filterEndpoint } from '../../workers/line/filtered-endpoint.ts';
import { createTestDevice, INPUT, must } from '../workers/session/support/device.ts';
import type { TestDevice } from '../workers/session/support/device.ts';
import type { Line } from './suite.ts';
import { contractSuite } from './suite.ts';

const connect = async (device: TestDevice): Promise<Line & { readonly page: MessagePort }> => {
  const worker = await device.boot();
  const { port1: page, port2: inside } = new MessageChannel();
  expose(worker.api, filterEndpoint(inside, worker.methods));
  const remote = wrap<VaultApi>(page);
  const events: VaultEvent[] = [];
  await remote.subscribe(proxy((event) => void events.push(event)));
  const end = (): void => {
    worker.kill();
    page.close();
    inside.close();
  };
  // A Remote answers every call with a promise of what the call answers: the same interface.
  return { api: remote as unknown as VaultApi, events, end, page };
};

contractSuite('through Comlink on a MessageChannel', connect);

/** Posts messages as Comlink would, and says what came back for each within a moment. */
const postAll = async (page: MessagePort, messages: readonly Readonly<Record<string, unknown>>[]): Promise<readonly unknown[]> => {
  const answers = new Map<string, unknown>();
  page.addEventListener('message', (event: MessageEvent<{ readonly id?: string; readonly value?: unknown }>) => {
    if (event.data.id !== undefined) answers.set(event.data.id, event.data.value);
  });
  for (const [id, message] of messages.entries()) page.postMessage({ id: `test-${id}`, ...message });
  await new Promise((resolve) => setTimeout(resolve, 100));
  return messages.map((_, id) => answers.get(`test-${id}`) ?? 'no answer');
};

test('only calls of methods cross: no reading, setting, constructing, new port, inherited name, foreign handler or junk', async () => {
  const device = await createTestDevice();
  const { api, page, end } = await connect(device);
  const raw = (value: unknown) => ({ type: 'RAW', value });
  const messages: readonly Readonly<Record<string, unknown>>[] = [
    { type: 'GET', path: ['unlock'] },
    { type: 'GET', path: [] },
    { type: 'SET', path: ['unlock'], value: raw(1) },
    { type: 'CONSTRUCT', path: ['unlock'], argumentList: [] },
    { type: 'ENDPOINT', path: [] },
    { type: 'RELEASE', path: [] },
    { type: 'APPLY', path: ['unlock', 'constructor'], argumentList: [raw('return 1')] },
    { type: 'APPLY', path: ['constructor'], argumentList: [raw('return 1')] },
    { type: 'APPLY', path: ['toString'], argumentList: [] },
    { type: 'APPLY', path: ['__proto__'], argumentList: [] },
    { type: 'APPLY', path: [], argumentList: [] },
    { type: 'APPLY', path: 'unlock', argumentList: [] },
    { type: 'APPLY', path: [['unlock']], argumentList: [] },
    { type: 'APPLY', path: ['lock'], argumentList: [{ type: 'HANDLER', name: 'throw', value: { isError: false, value: 1 } }] },
    { type: 'APPLY', path: ['lock'], argumentList: [{ type: 'HANDLER', name: 'nothing', value: 1 }] },
    { type: 'APPLY', path: ['lock'], argumentList: null },
    { type: 'apply', path: ['lock'], argumentList: [] },
    {},
  ];
  expect(await postAll(page, messages)).toEqual(messages.map(() => 'no answer'));
  // The same way, a call that may be made is answered.
  const control = { type: 'APPLY', path: ['listIncidents'], argumentList: [] };
  expect(await postAll(page, [control])).toEqual([{ ok: true, value: [] }]);
  page.postMessage(null);
  page.postMessage('text');
  page.postMessage([1, 2]);
  // And the line is as it was.
  expect(must(await api.inspectDevice([])).stores).toEqual([]);
  expect(must(await api.createVault(INPUT)).recoveryCode).not.toBe('');
  end();
});
