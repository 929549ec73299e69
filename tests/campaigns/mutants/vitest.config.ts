import { readFileSync } from 'node:fs';
import path from 'node:path';
import { defineConfig } from 'vitest/config';

interface Area {
  readonly tests: readonly string[];
  /** Names of tests that take long and notice what others do. */
  readonly skip?: string;
}

// The tests that stand nearest to an area: the whole suite would take days, and what only a test far away notices is not held well.
const areas = JSON.parse(readFileSync(path.join(import.meta.dirname, 'areas.json'), 'utf8')) as Readonly<Record<string, Area>>;
const area = areas[process.env.KINKO_MUTANTS ?? ''];
if (area === undefined) throw new Error('KINKO_MUTANTS names no area');

export default defineConfig({
  root: path.resolve(import.meta.dirname, '../../..'),
  define: { __BUILD__: JSON.stringify('mutants') },
  test: {
    environment: 'node',
    // Most of the time goes into a new thread for each file: they keep nothing between them that another could see.
    isolate: false,
    testTimeout: 60_000,
    hookTimeout: 60_000,
    include: [...area.tests],
    ...(area.skip === undefined || area.skip === '' ? {} : { testNamePattern: new RegExp(`^(?!.*(?:${area.skip}))`) }),
  },
});
