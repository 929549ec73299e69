import { connect, createServer } from 'node:net';
import { findWebKit } from '../tools/browsers.mjs';

const answers = (socket: string): Promise<boolean> =>
  new Promise((resolve) => {
    const connection = connect({ path: socket, timeout: 5000 });
    const say = (is: boolean) => (): void => {
      connection.destroy();
      resolve(is);
    };
    connection.once('connect', say(true)).once('error', say(false)).once('timeout', say(false));
  });

/** Programs of this machine's WebKit. Fails at once where no window could be opened: the driver would wait for one without a word. */
export const webKitPlace = async (): Promise<{ readonly driver: string; readonly browser: string }> => {
  const found = findWebKit();
  if (found === undefined) throw new Error('WebKitWebDriver, MiniBrowser or xvfb-run is missing');
  const display = process.env.DISPLAY ?? '';
  if (display === '') throw new Error('No display: run this under "xvfb-run -a"');
  const local = /^:(\d+)/.exec(display)?.[1];
  if (local !== undefined && !(await answers(`/tmp/.X11-unix/X${local}`))) throw new Error(`Nobody serves the display ${display}`);
  return found;
};

/** Everything the browser writes lies below `home`; nothing of the user's own desktop reaches it. */
export const envOf = (home: string): NodeJS.ProcessEnv => {
  const { WAYLAND_DISPLAY: _, ...env } = process.env;
  return {
    ...env,
    HOME: home,
    XDG_DATA_HOME: `${home}/data`,
    XDG_CACHE_HOME: `${home}/cache`,
    XDG_CONFIG_HOME: `${home}/config`,
    GDK_BACKEND: 'x11',
    GSETTINGS_BACKEND: 'memory',
    NO_AT_BRIDGE: '1',
    TZ: 'Asia/Tokyo',
  };
};

export const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => (address === null || typeof address === 'string' ? reject(new Error('No port')) : resolve(address.port)));
    });
  });
