import { setTimeout as pause } from 'node:timers/promises';
import { attachInspector } from './inspector.ts';
import { envOf, freePort, webKitPlace } from './place.ts';
import { startGroup } from './processes.ts';
import type { WebKitPage } from './webkit-driver.ts';

const SCRIPT_SECONDS = 100;

interface Evaluated {
  readonly result: { readonly objectId?: string; readonly value?: string; readonly description?: string };
}

/**
 * MiniBrowser as people start it, at `address`, with its profile in `home`: what a driver starts keeps nothing on the disk.
 * It is looked into through the inspector, so clicks and keys are made by script.
 */
export const openResidentWebKit = async (home: string, address: string): Promise<WebKitPage> => {
  const { browser } = await webKitPlace();
  const port = await freePort();
  const program = startGroup(browser, [address], { ...envOf(home), WEBKIT_INSPECTOR_HTTP_SERVER: `127.0.0.1:${port}` });
  const inspector = await attachInspector(`http://127.0.0.1:${port}`, new URL(address).origin, program.isRunning).catch(async (error: unknown) => {
    await program.end();
    throw new Error(`${String(error)}. ${program.said()}`, { cause: error });
  });

  const evaluate = async <T>(code: string, ...args: readonly unknown[]): Promise<T> => {
    const expression = `Promise.resolve().then(() => (${code})(...${JSON.stringify(args)}))
      .then((value) => JSON.stringify({ value }), (error) => JSON.stringify({ error: String(error) }))`;
    const begun = (await inspector.command('Runtime.evaluate', { expression, emulateUserGesture: true })) as Evaluated;
    const promise = { promiseObjectId: begun.result.objectId, returnByValue: true };
    const { result } = (await inspector.command('Runtime.awaitPromise', promise, SCRIPT_SECONDS)) as Evaluated;
    if (result.value === undefined) throw new Error(result.description ?? 'No value');
    const answer = JSON.parse(result.value) as { readonly value: T; readonly error?: string };
    if (answer.error !== undefined) throw new Error(answer.error);
    return answer.value;
  };

  /** Until the document is another one, and loaded. */
  const leave = async (how: string): Promise<void> => {
    await evaluate(`() => { document.documentElement.dataset.left = ''; setTimeout(() => { ${how} }); }`);
    for (let round = 0; round < 600; round += 1) {
      await pause(100);
      const there = `() => document.readyState === 'complete' && document.documentElement.dataset.left === undefined`;
      if (await evaluate<boolean>(there).catch(() => false)) return;
    }
    throw new Error(`Nothing was loaded by ${how}`);
  };

  return {
    home,
    goto: (url) => leave(`location.href = ${JSON.stringify(url)}`),
    reload: () => leave('location.reload()'),
    url: () => evaluate<string>('() => location.href'),
    evaluate,
    close: async () => {
      inspector.close();
      await program.end();
    },
  };
};
