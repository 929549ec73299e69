// npm test: everything that must hold, on every engine this machine has. Ends with one line: "N passed, N failed".
import { mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { ensureChromium, findFirefox, findWebKit } from './browsers.mjs';
import { ensureInstalled } from './install.mjs';
import { checkCount, countLine, failureTexts, playwrightCounts, vitestCounts } from './reports.mjs';
import { run, runScript } from './run.mjs';

const root = path.resolve(import.meta.dirname, '../..');
const reports = path.join(root, 'node_modules/.cache/reports');
const vitest = 'node_modules/vitest/vitest.mjs';

/** Several times what each takes on two cores: a run ends and says so, whatever comes to a stand in it. Minutes. */
const PATIENCE = { node: 20, browsers: 30, webkit: 10 };

/** @typedef {import('./reports.mjs').Count} Count */

/** @param {string} title */
const announce = (title) => console.log(`\n== ${title}`);

/** @param {string} title @param {string} script @param {readonly string[]} arguments_ @returns {Promise<Count>} */
const check = async (title, script, arguments_) => {
  announce(title);
  return checkCount(title, (await runScript(script, arguments_, { cwd: root })) === 0);
};

/** @returns {Promise<readonly Count[]>} */
const nodeSuites = async () => {
  announce('unit, workers, contract, vectors, architecture');
  const report = path.join(reports, 'vitest.json');
  const code = await runScript(vitest, ['run', ...reporters(report)], { cwd: root }, PATIENCE.node);
  return vitestCounts(report, path.join(root, 'tests'), ['unit', 'workers', 'contract', 'vectors', 'architecture'], code);
};

/** @param {string} report */
const reporters = (report) => ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];

/** @returns {Promise<readonly Count[]>} */
const browserSuites = async () => {
  const chromium = await ensureChromium();
  const firefox = findFirefox();
  announce('e2e');
  if (chromium === undefined) {
    console.error('No Chromium found. Install one (Debian: apt-get install chromium) or set CHROMIUM_PATH, then run npm test again.');
  }
  if (firefox === undefined) console.log('Firefox is NOT tested here: no /usr/bin/firefox-esr (Debian: apt-get install firefox-esr).');
  const projects = [...(chromium === undefined ? [] : ['chromium']), ...(firefox === undefined ? [] : ['firefox'])];
  const missing = chromium === undefined ? [checkCount('e2e chromium', false)] : [];
  if (projects.length === 0) return missing;
  const report = path.join(reports, 'playwright.json');
  const env = {
    ...process.env,
    ...(chromium === undefined ? {} : { CHROMIUM_PATH: chromium }),
    PLAYWRIGHT_JSON_OUTPUT_FILE: report,
    KINKO_JSON_REPORT: '1',
  };
  const arguments_ = ['test', '--config', 'tests/e2e/playwright.config.ts'];
  const code = await runScript('node_modules/@playwright/test/cli.js', arguments_, { cwd: root, env }, PATIENCE.browsers);
  return [...missing, ...playwrightCounts(report, projects, code)];
};

/** @returns {Promise<readonly Count[]>} */
const webkitSuite = async () => {
  announce('engines: WebKit');
  const webkit = findWebKit();
  if (webkit === undefined) {
    console.log('WebKit is NOT tested here: no WebKitWebDriver, MiniBrowser or xvfb-run (Debian: apt-get install webkit2gtk-driver xvfb).');
    return [];
  }
  const report = path.join(reports, 'webkit.json');
  const arguments_ = ['-a', process.execPath, vitest, 'run', '--config', 'tests/engines/vitest.config.ts', ...reporters(report)];
  const code = await run(webkit.display, arguments_, { cwd: root }, PATIENCE.webkit);
  return vitestCounts(report, path.join(root, 'tests'), ['engines'], code);
};

/** @returns {Promise<readonly Count[]>} */
const all = async () => {
  if (!(await ensureInstalled(root))) return [checkCount('install', false)];
  rmSync(reports, { recursive: true, force: true });
  mkdirSync(reports, { recursive: true });
  const types = await check('type check', 'node_modules/typescript/bin/tsc', ['-b', '--force']);
  const lint = await check('lint', 'node_modules/oxlint/bin/oxlint', ['--type-aware', '--deny-warnings']);
  const node = await nodeSuites();
  const build = await check('build', 'node_modules/vite/bin/vite.js', ['build', '--logLevel', 'warn']);
  // Browsers wait much and work little: WebKit's suite, one test after the other, runs beside the others.
  const browsers = build.failed === 0 ? (await Promise.all([browserSuites(), webkitSuite()])).flat() : [];
  return [types, lint, ...node, build, ...browsers];
};

const counts = await all();
const sum = (/** @type {'passed' | 'failed'} */ key) => counts.reduce((total, count) => total + count[key], 0);

const failures = failureTexts(['vitest.json', 'webkit.json', 'playwright.json'].map((name) => path.join(reports, name)));
if (failures.length > 0) announce('failures');
for (const failure of failures) console.log(failure);
announce('summary');
for (const count of counts) console.log(countLine(count));
console.log(`${sum('passed')} passed, ${sum('failed')} failed`);
process.exitCode = sum('failed') === 0 ? 0 : 1;
