// Installs the dependencies when they are missing or not those of package-lock.json. Nothing but Node and npm.
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { run } from './run.mjs';

/** @param {string} file @returns {Readonly<Record<string, { version?: string, optional?: boolean }>>} */
const packagesIn = (file) => JSON.parse(readFileSync(file, 'utf8')).packages;

/** @param {string} root */
export const isInstalled = (root) => {
  const installed = path.join(root, 'node_modules', '.package-lock.json');
  if (!existsSync(installed)) return false;
  const have = packagesIn(installed);
  // Optional packages are those of other platforms.
  return Object.entries(packagesIn(path.join(root, 'package-lock.json'))).every(
    ([name, wanted]) => name === '' || wanted.optional === true || have[name]?.version === wanted.version,
  );
};

/** @param {string} root @returns {Promise<boolean>} false: it did not work, and npm has said why */
export const ensureInstalled = async (root) => {
  if (isInstalled(root)) return true;
  console.log('Installing the dependencies (npm ci) …');
  const npm = process.env.npm_execpath;
  const arguments_ = ['ci', '--no-audit', '--no-fund'];
  const code =
    npm === undefined || !/\.[cm]?js$/.test(npm)
      ? await run('npm', arguments_, { cwd: root, shell: process.platform === 'win32' })
      : await run(process.execPath, [npm, ...arguments_], { cwd: root });
  return code === 0;
};
