import { defineConfig } from 'vite';

/** The whole page on a vault that forgets: `npx vite --config tests/support/page/vite.config.ts`, then ?scene=NAME. */
export default defineConfig({
  root: import.meta.dirname,
  define: { __BUILD__: JSON.stringify('fake') },
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  server: { port: 4390, strictPort: true, fs: { allow: ['../../..'] } },
});
