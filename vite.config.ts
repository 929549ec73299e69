import { defineConfig } from 'vitest/config';

export default defineConfig({
  base: './',
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  build: { target: 'es2022', modulePreload: { polyfill: false } },
  worker: { format: 'es' },
  test: {
    environment: 'node',
    include: ['tests/{unit,workers,contract,vectors,architecture}/**/*.test.{ts,tsx}'],
  },
});
