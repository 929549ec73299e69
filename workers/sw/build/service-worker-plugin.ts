import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { build } from 'vite';
import type { Plugin } from 'vite';
import { filesUnder } from './source-hash.ts';

/** Names that carry a hash of their content never change it, so the cache need not ask again. */
const HASHED = /^assets\/.+-[\w-]{8}\.\w+$/;

/** What a host reads and the app does not. */
const isForHosts = (file: string): boolean => file === '_headers' || file.startsWith('hosting/');

const revisionOf = (file: string, dir: string): string | null =>
  HASHED.test(file)
    ? null
    : createHash('sha256')
        .update(readFileSync(path.join(dir, file)))
        .digest('hex')
        .slice(0, 16);

/**
 * After the app is built: lists its files, and builds `entry` with that list into one classic script `sw.js`. `changes` is plain data that
 * the service worker hands to the page of an earlier version.
 */
export const serviceWorkerPlugin = (entry: string, changes: Readonly<Record<string, unknown>>): Plugin => {
  let root = '';
  let outDir = '';
  return {
    name: 'kinko-service-worker',
    apply: 'build',
    enforce: 'post',
    configResolved(config) {
      root = config.root;
      outDir = path.resolve(config.root, config.build.outDir);
    },
    // Once all is written, public/ too; a build that failed never gets here.
    writeBundle: {
      order: 'post',
      sequential: true,
      async handler() {
        const manifest = filesUnder(outDir)
          .filter((file) => file !== 'sw.js' && !file.endsWith('.map') && !isForHosts(file))
          .map((url) => ({ url, revision: revisionOf(url, outDir) }));
        await build({
          root,
          configFile: false,
          publicDir: false,
          logLevel: 'warn',
          define: { 'self.__WB_MANIFEST': JSON.stringify(manifest), 'self.__CHANGES': JSON.stringify(changes) },
          build: {
            outDir,
            emptyOutDir: false,
            target: 'es2022',
            rolldownOptions: { input: path.resolve(root, entry), output: { entryFileNames: 'sw.js', format: 'iife' } },
          },
        });
      },
    },
  };
};
