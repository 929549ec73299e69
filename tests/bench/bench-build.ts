import { rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { build } from 'vite';
import { measuredModules } from './measured-modules.ts';

/** Isolated, so that the clock is fine and memory can be measured. */
const HEADERS = '/*\n  Cross-Origin-Opener-Policy: same-origin\n  Cross-Origin-Embedder-Policy: require-corp\n  Cross-Origin-Resource-Policy: same-origin\n';

/** Builds the page of the bench: production code as the app's build makes it, with the listed modules measured. `readable`: for profiles. */
export const buildBench = async (root: string, outDir: string, readable: boolean): Promise<void> => {
  rmSync(outDir, { recursive: true, force: true });
  const plugins = () => [measuredModules(root)];
  await build({
    root: path.join(root, 'tests/bench/page'),
    base: './',
    configFile: false,
    logLevel: 'error',
    define: { __BUILD__: JSON.stringify('bench') },
    build: { outDir, emptyOutDir: true, target: 'es2022', modulePreload: { polyfill: false }, minify: readable ? false : 'oxc', sourcemap: readable },
    worker: { format: 'es', plugins },
    plugins: plugins(),
  });
  writeFileSync(path.join(outDir, '_headers'), HEADERS);
};

/** Builds the app as it is shipped. */
export const buildApp = async (root: string, outDir: string): Promise<void> => {
  await build({ root, configFile: path.join(root, 'vite.config.ts'), logLevel: 'error', build: { outDir, emptyOutDir: true } });
};
