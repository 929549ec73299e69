import { defineConfig } from 'vitest/config';

// Suites that drive an engine without Playwright; run on the built app, under a display (xvfb-run).
export default defineConfig({
  test: {
    environment: 'node',
    root: import.meta.dirname,
    include: ['**/*.test.ts'],
    // A command that hangs ends its test long before: these are for a machine that is busy with something else.
    testTimeout: 240_000,
    hookTimeout: 60_000,
    fileParallelism: false,
  },
});
