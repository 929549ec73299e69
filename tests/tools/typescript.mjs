// Runs our TypeScript in Node, which from version 22 on could read it by itself; 20 cannot, so Vite does.
import path from 'node:path';
import { createServer } from 'vite';

/**
 * Loads a file with all it imports and calls `use` with what it exports. Nothing is watched, no port is opened.
 * @template T
 * @param {string} root @param {string} file from the root @param {(module: Record<string, any>) => Promise<T>} use @returns {Promise<T>}
 */
export const withModule = async (root, file, use) => {
  const server = await createServer({
    root,
    configFile: false,
    logLevel: 'error',
    appType: 'custom',
    optimizeDeps: { noDiscovery: true },
    server: { middlewareMode: true, watch: null, hmr: false, ws: false },
  });
  try {
    return await use(await server.ssrLoadModule(path.join(root, file)));
  } finally {
    await server.close();
  }
};
