// npm run picture: the picture of the app in README.md, taken from the built app with the people of a sample.
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { ensureInstalled } from './install.mjs';
import { runScript } from './run.mjs';

const root = path.resolve(import.meta.dirname, '../..');
const PICTURE = path.join(root, 'tests/support/picture/home.png');
/** What a reader of README.md has to wait for. */
const MAX_BYTES = 150_000;

const picture = async () => {
  if (!(await ensureInstalled(root))) return 1;
  const built = await runScript('node_modules/vite/bin/vite.js', ['build', '--logLevel', 'error'], { cwd: root });
  if (built !== 0) return built;
  const { withModule } = await import('./typescript.mjs');
  const bytes = await withModule(root, 'tests/support/picture/take-picture.ts', (module) => module.takePicture(path.join(root, 'dist')));
  if (bytes.length > MAX_BYTES) {
    console.error(`The picture has ${bytes.length} bytes, more than ${MAX_BYTES}.`);
    return 1;
  }
  writeFileSync(PICTURE, bytes);
  console.log(`${PICTURE}: ${bytes.length} bytes`);
  return 0;
};

process.exitCode = await picture();
