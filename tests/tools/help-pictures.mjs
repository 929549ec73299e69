// npm run help-pictures: the pictures of the help, in both languages, taken from the built app with the people of a sample.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { ensureInstalled } from './install.mjs';
import { runScript } from './run.mjs';

const root = path.resolve(import.meta.dirname, '../..');
/** They are kept for use without a network: together two megabytes. */
const MAX_BYTES = 60_000;

const helpPictures = async () => {
  if (!(await ensureInstalled(root))) return 1;
  const built = await runScript('node_modules/vite/bin/vite.js', ['build', '--logLevel', 'error'], { cwd: root });
  if (built !== 0) return built;
  const { withModule } = await import('./typescript.mjs');
  let total = 0;
  for (const language of ['ja', 'en']) {
    const pictures = await withModule(root, 'tests/support/picture/take-help-pictures.ts', (module) =>
      module.takeHelpPictures(path.join(root, 'dist'), language),
    );
    const folder = path.join(root, 'public/help', language);
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder, { recursive: true });
    for (const [id, bytes] of pictures) {
      if (bytes.length > MAX_BYTES) {
        console.error(`The picture of ${id} has ${bytes.length} bytes, more than ${MAX_BYTES}.`);
        return 1;
      }
      total += bytes.length;
      writeFileSync(path.join(folder, `${id}.webp`), bytes);
    }
  }
  console.log(`public/help: ${total} bytes`);
  return 0;
};

process.exitCode = await helpPictures();
