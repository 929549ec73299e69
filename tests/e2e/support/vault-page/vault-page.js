// A page without the app's screens: it starts the built vault worker as the app does, and hands its calls to a test.
import { proxy, wrap } from './comlink.mjs';

const policy = globalThis.trustedTypes?.createPolicy('kinko', { createScriptURL: (address) => address });
const trusted = (address) => policy?.createScriptURL(address) ?? address;

/** Files that run in the worker before the vault's own, then the vault's own. */
const filesOf = (before) =>
  [...before, document.querySelector('meta[name="vault-worker"]').content].map((file) => new URL(file, document.baseURI).href);

const starterBody = (files) =>
  `(async () => { for (const file of ${JSON.stringify(files)}) await import(file); })()
  .catch((cause) => postMessage({ type: 'kinko-lost', reason: String(cause) }));`;

// Files cross to the test and back as base64; everything else as it is.
const bytesToText = (bytes) => {
  let text = '';
  for (let at = 0; at < bytes.length; at += 8192) text += String.fromCharCode(...bytes.subarray(at, at + 8192));
  return btoa(text);
};
const textToBytes = (text) => Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));

const outgoing = async (value) => {
  if (value instanceof Blob) {
    return { $file: { name: value.name ?? '', base64: bytesToText(new Uint8Array(await value.arrayBuffer())) } };
  }
  if (Array.isArray(value)) return await Promise.all(value.map(outgoing));
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(await Promise.all(Object.entries(value).map(async ([key, part]) => [key, await outgoing(part)])));
};

const incoming = (value) => {
  if (Array.isArray(value)) return value.map(incoming);
  if (value === null || typeof value !== 'object') return value;
  if (value.$file !== undefined) return new File([textToBytes(value.$file.base64)], value.$file.name);
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, incoming(part)]));
};

const MARK = 'kinko-mark-';
const events = [];
let worker = null;
let remote = null;

const onEvent = (event) => {
  events.push(event);
  if (event.type === 'MarkMoved') localStorage.setItem(MARK + event.storeId, event.mark);
};

globalThis.vaultPage = {
  events,
  /** Ends the worker of before, if any. `before`: files to run in it first. */
  start: async (before = []) => {
    worker?.terminate();
    const blob = URL.createObjectURL(new Blob([starterBody(filesOf(before))], { type: 'text/javascript' }));
    worker = new Worker(trusted(blob), { type: 'module', name: 'vault' });
    await new Promise((resolve, reject) => {
      worker.addEventListener('message', ({ data }) => {
        if (data?.type === 'kinko-ready') resolve();
        if (data?.type === 'kinko-lost') reject(new Error(data.reason));
      });
      worker.addEventListener('error', (event) => reject(new Error(event.message)));
    });
    remote = wrap(worker);
    await remote.subscribe(proxy(onEvent));
  },
  end: () => {
    worker?.terminate();
    worker = null;
  },
  call: async (method, ...args) => outgoing(await remote[method](...incoming(args))),
  marks: () =>
    Object.keys(localStorage)
      .filter((key) => key.startsWith(MARK))
      .map((key) => ({ storeId: key.slice(MARK.length), mark: localStorage.getItem(key) })),
};
document.body.textContent = 'ready';
