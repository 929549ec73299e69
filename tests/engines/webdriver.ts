import type { ProcessGroup } from './processes.ts';

/** A command of the W3C WebDriver protocol. Each has its own time, so that a driver that hangs is told from a slow page. */
export type Command = (method: 'GET' | 'POST' | 'DELETE', route: string, body?: unknown, seconds?: number) => Promise<unknown>;

/** Long for a command that only asks or clicks, also on a machine that is busy with something else. */
const SECONDS = 30;

/** After a command got no answer all others fail at once: the driver takes one at a time. */
export const createCommands = (base: string, driver: ProcessGroup): Command => {
  let silent: Error | undefined;
  return async (method, route, body, seconds = SECONDS) => {
    if (silent !== undefined) throw silent;
    const what = `${method} ${route.replace(/^\/session\/[^/]+/, '')}`;
    if (!driver.isRunning()) throw new Error(`WebKitWebDriver is not running any more, at ${what}: ${driver.said()}`);
    let response: Response;
    let answer: { readonly value: unknown };
    try {
      response = await fetch(base + route, {
        method,
        signal: AbortSignal.timeout(seconds * 1000),
        ...(body === undefined ? {} : { body: JSON.stringify(body), headers: { 'Content-Type': 'application/json' } }),
      });
      answer = (await response.json()) as { readonly value: unknown };
    } catch (error) {
      const why = error instanceof Error && error.name === 'TimeoutError' ? `no answer within ${seconds} s` : String(error);
      throw (silent = new Error(`WebKitWebDriver, ${what}: ${why}. ${driver.said()}`, { cause: error }));
    }
    if (response.ok) return answer.value;
    const { error, message } = answer.value as { readonly error: string; readonly message: string };
    throw new Error(`${what}: ${error}: ${message}`);
  };
};
