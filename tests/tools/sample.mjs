// npm run sample -- --people N --entries M --seed S --out DIR: a vault that looks like a real one, made by the real services, and
// checked: the copy comes back with password and recovery code, the log verifies without any key.
import path from 'node:path';
import { parseArgs } from 'node:util';
import { ensureInstalled } from './install.mjs';
import { runScript } from './run.mjs';

const root = path.resolve(import.meta.dirname, '../..');

const USAGE = `npm run sample -- --people N --entries M --seed S --out DIR [--until YYYY-MM-DD]

  --people   1 to 20000, the owner among them (default 30)
  --entries  of the log, up to 120000 (default 1000); a vault has more when its own story writes more
  --seed     any word: the same one gives the same people, ids and acts (default 1)
  --out      folder for vault.kinko, vault.kinkolog, checkpoint.txt, recovery-code.txt, password.txt
  --until    last day of the story (default 2026-11-20)

Nobody is meant: names are drawn by lot, numbers begin with 9000. Keep no real data in such a vault, for its keys follow from the seed.`;

/** @param {string} text @param {number} least @param {number} most */
const count = (text, least, most) => (/^\d+$/.test(text) && Number(text) >= least && Number(text) <= most ? Number(text) : undefined);

const readCall = () => {
  try {
    const { values } = parseArgs({
      options: {
        people: { type: 'string', default: '30' },
        entries: { type: 'string', default: '1000' },
        seed: { type: 'string', default: '1' },
        out: { type: 'string' },
        until: { type: 'string', default: '2026-11-20' },
      },
    });
    const people = count(values.people, 1, 20_000);
    const entries = count(values.entries, 0, 120_000);
    if (values.out === undefined || people === undefined || entries === undefined || !/^\d{4}-\d{2}-\d{2}$/.test(values.until)) return undefined;
    return { people, entries, seed: values.seed, out: path.resolve(values.out), until: values.until };
  } catch {
    return undefined;
  }
};

const sample = async () => {
  const call = readCall();
  if (call === undefined) {
    console.error(USAGE);
    return 2;
  }
  if (!(await ensureInstalled(root))) return 1;
  const { withModule } = await import('./typescript.mjs');
  await withModule(root, 'tests/support/sample/write-sample.ts', (module) => module.writeSample(call));
  console.log('\nverify-log with the checkpoint:');
  const files = [path.join(call.out, 'vault.kinkolog'), '--checkpoint', path.join(call.out, 'checkpoint.txt')];
  return runScript('public/spec/verify-log.mjs', files, { cwd: root });
};

process.exitCode = await sample();
