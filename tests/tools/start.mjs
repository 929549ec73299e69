// npm start: installs if need be, builds, and serves the built app with its real headers on this machine.
import path from 'node:path';
import { ensureInstalled } from './install.mjs';
import { runScript } from './run.mjs';
import { serve } from './serve.mjs';

const PORT = 4173;
const root = path.resolve(import.meta.dirname, '../..');

const start = async () => {
  if (!(await ensureInstalled(root))) return 1;
  const built = await runScript('node_modules/vite/bin/vite.js', ['build', '--logLevel', 'warn'], { cwd: root });
  if (built !== 0) return built;
  try {
    const { url } = await serve({ dir: path.join(root, 'dist'), port: PORT });
    console.log(`\n番号金庫  ${url}\n\nStop with Ctrl+C.`);
    return undefined;
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EADDRINUSE')) throw error;
    console.error(`Port ${PORT} is taken by another program. Stop that program, then run npm start again.`);
    return 1;
  }
};

const code = await start();
if (code !== undefined) process.exitCode = code;
