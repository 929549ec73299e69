import { setTimeout as pause } from 'node:timers/promises';
import { openTextSocket } from './text-socket.ts';

/** WebKit's remote inspector, on the first page of a browser. */
export interface Inspector {
  /** Sends a command of the inspector's protocol to the page and answers its result. */
  readonly command: (method: string, params?: object, seconds?: number) => Promise<unknown>;
  readonly close: () => void;
}

interface Message {
  readonly id?: number;
  readonly method?: string;
  readonly result?: unknown;
  readonly error?: { readonly message: string };
  readonly params?: {
    readonly targetInfo?: { readonly targetId: string; readonly type: string; readonly isProvisional?: boolean };
    readonly newTargetId?: string;
    readonly message?: string;
  };
}

/**
 * The inspector's address stands on the page that the browser serves to whoever would look with another browser, in a
 * row for each page. Before it has gone to `origin` a page is in another process, whose inspector ends with it.
 */
const socketOf = async (base: string, origin: string, isRunning: () => boolean): Promise<string> => {
  const end = Date.now() + 60_000;
  while (Date.now() < end && isRunning()) {
    const list = await fetch(base, { signal: AbortSignal.timeout(5000) }).then((response) => response.text(), () => '');
    const row = list.split('<tbody>').find((one) => one.includes(`>${origin}/`) && one.includes('/WebPage'));
    const found = /\/socket\/\d+\/\d+\/WebPage/.exec(row ?? '')?.[0];
    if (found !== undefined) return base + found;
    await pause(100);
  }
  throw new Error(`MiniBrowser shows no page of ${origin}`);
};

/** `base` is the address the browser was told in WEBKIT_INSPECTOR_HTTP_SERVER. */
export const attachInspector = async (base: string, origin: string, isRunning: () => boolean): Promise<Inspector> => {
  let target = '';
  let last = 0;
  const waiting = new Map<number, (message: Message) => void>();
  const fromPage = (message: Message): void => {
    if (message.id !== undefined) waiting.get(message.id)?.(message);
  };
  const socket = await openTextSocket(await socketOf(base, origin, isRunning), (text) => {
    const { method, params } = JSON.parse(text) as Message;
    // Another process may take a page over when it goes elsewhere: then its target is another one.
    if (method === 'Target.targetCreated' && params?.targetInfo?.type === 'page' && params.targetInfo.isProvisional !== true)
      target = params.targetInfo.targetId;
    if (method === 'Target.didCommitProvisionalTarget') target = params?.newTargetId ?? target;
    if (method === 'Target.dispatchMessageFromTarget') fromPage(JSON.parse(params?.message ?? '{}') as Message);
  });
  const untilTarget = async (): Promise<void> => {
    for (let round = 0; target === ''; round += 1) {
      if (round > 300) throw new Error('The inspector names no page');
      await pause(50);
    }
  };
  await untilTarget();

  return {
    command: async (method, params = {}, seconds = 30) => {
      last += 1;
      const id = last;
      const answer = new Promise<Message>((resolve, reject) => {
        const timer = setTimeout(() => reject(new Error(`Inspector, ${method}: no answer within ${seconds} s`)), seconds * 1000);
        waiting.set(id, (message) => {
          clearTimeout(timer);
          resolve(message);
        });
      });
      const message = JSON.stringify({ id, method, params });
      socket.send(JSON.stringify({ id, method: 'Target.sendMessageToTarget', params: { targetId: target, message } }));
      const { result, error } = await answer.finally(() => waiting.delete(id));
      if (error !== undefined) throw new Error(`${method}: ${error.message}`);
      return result;
    },
    close: socket.close,
  };
};
