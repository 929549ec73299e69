import type { Plugin } from 'vite';
import { defineConfig } from 'vitest/config';
import { newestNotes } from './src/i18n/version-notes.ts';
import { VERSIONS } from './src/i18n/versions.ts';
import { serviceWorkerPlugin } from './workers/sw/build/service-worker-plugin.ts';
import { sourceHash } from './workers/sw/build/source-hash.ts';

const SOURCES = ['index.html', 'package-lock.json', 'public', 'src', 'vite.config.ts', 'workers'];
const build = sourceHash(import.meta.dirname, SOURCES);

/** Whoever comes from longer ago reads the newest. */
const NOTES_IN_UPDATE = 5;

/** What is needed at once is one file (of a worker: behind a stub): each further one costs a slow line as much as ten kilobytes. What is loaded when needed stays apart. */
const START_IN_ONE_FILE: { groups: { name: string; tags: ['$initial'] }[] } = { groups: [{ name: 'start', tags: ['$initial'] }] };

const TESTS = 'tests/{unit,workers,contract,vectors,architecture}/**/*.test.{ts,tsx}';
/** What changes for good what others use, or measures the memory of its process: tests/architecture/alone.test.ts holds this list to the files. */
const ALONE = [
  'tests/unit/domain/import/frozen-prototypes.test.ts',
  'tests/workers/attacks/bombs.test.ts',
  'tests/workers/attacks/fresh-values.test.ts',
  'tests/workers/attacks/fuzz.test.ts',
  'tests/workers/attacks/kdf-bounds.test.ts',
  'tests/workers/crypto/kdf.test.ts',
  'tests/workers/import/judged-once.test.ts',
  'tests/workers/service/part-not-loaded.test.ts',
];

// The development server puts styles and its own client into the page; the built app has the policy in full.
const withoutPolicyInDevelopment: Plugin = {
  name: 'kinko-development-page',
  apply: 'serve',
  transformIndexHtml: (html) => html.replace(/<meta\s+http-equiv="Content-Security-Policy"[^>]*>/, ''),
};

export default defineConfig({
  base: './',
  define: { __BUILD__: JSON.stringify(build) },
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  build: {
    target: 'es2022',
    // No data: addresses: the policy allows none.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: { output: { codeSplitting: START_IN_ONE_FILE } },
  },
  worker: { format: 'es', rolldownOptions: { output: { codeSplitting: START_IN_ONE_FILE } } },
  plugins: [withoutPolicyInDevelopment, serviceWorkerPlugin('workers/sw/sw.ts', { version: VERSIONS[0].version, build, notes: newestNotes(NOTES_IN_UPDATE) })],
  test: {
    environment: 'node',
    // A busy machine is no failure: tests are measured by the bench, never by the clock.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // The default leaves one processor idle; here two are all there is.
    maxWorkers: '100%',
    // A fresh world for each file costs a quarter of the run: few need one.
    projects: [
      { extends: true, test: { name: 'shared', isolate: false, restoreMocks: true, include: [TESTS], exclude: ALONE } },
      { extends: true, test: { name: 'alone', include: ALONE } },
    ],
  },
});
