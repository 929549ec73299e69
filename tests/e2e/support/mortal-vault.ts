import { readFileSync } from 'node:fs';
import path from 'node:path';

const CHANNEL = 'kinko-test-end';

/** For the `replace` of a server: the app's own vault worker, which dies of an error nobody catches when the test says so. */
export const withMortalVault =
  (dist: string) =>
  (file: string): string | undefined =>
    /^\/assets\/vault\.worker-[\w-]+\.js$/.test(file)
      ? `new BroadcastChannel('${CHANNEL}').addEventListener('message', () => { throw new Error('told to'); });\n${readFileSync(path.join(dist, file), 'utf8')}`
      : undefined;
