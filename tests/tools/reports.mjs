// Counts of passed and failed tests out of the JSON reports of the runners.
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

/**
 * @typedef {{ readonly name: string, readonly passed: number, readonly failed: number, readonly skipped?: number }} Count
 * `skipped`: tests that say themselves that they are not for this engine; absent where nothing can be skipped.
 */

/** A suite that says nothing has not been proved: it counts as failed. @param {Count} count @returns {Count} */
const notEmpty = (count) => (count.passed + count.failed === 0 ? { ...count, failed: 1 } : count);

/** @param {string} file */
const read = (file) => {
  if (!existsSync(file)) return undefined;
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
};

/** @param {string} name @param {boolean} passed @returns {Count} */
export const checkCount = (name, passed) => ({ name, passed: passed ? 1 : 0, failed: passed ? 0 : 1 });

/**
 * Vitest: one count for each folder under `folder`. A file that did not even load is one failed test.
 * @param {string} file report @param {string} folder absolute @param {readonly string[]} suites names of its subfolders @param {number} exitCode
 * @returns {readonly Count[]}
 */
export const vitestCounts = (file, folder, suites, exitCode) => {
  const report = read(file);
  const counts = suites.map((suite) => {
    let passed = 0;
    let failed = 0;
    for (const result of report?.testResults ?? []) {
      if (!result.name.replaceAll('\\', '/').startsWith(`${folder.replaceAll('\\', '/')}/${suite}/`)) continue;
      const states = result.assertionResults.map((/** @type {{ status: string }} */ one) => one.status);
      passed += states.filter((/** @type {string} */ state) => state === 'passed').length;
      const broken = states.filter((/** @type {string} */ state) => state === 'failed').length;
      failed += result.status === 'failed' ? Math.max(1, broken) : broken;
    }
    return notEmpty({ name: suite, passed, failed });
  });
  // An error outside of every test (an unhandled rejection) shows in the exit code alone.
  const silent = exitCode !== 0 && counts.every((count) => count.failed === 0);
  return silent ? [...counts, checkCount('vitest itself', false)] : counts;
};

/**
 * Playwright: one count for each project. There is no second try: whatever did not pass at once has failed. What was not
 * for the engine is counted apart: it has proved nothing.
 * @param {string} file report @param {readonly string[]} projects @param {number} exitCode
 * @returns {readonly Count[]}
 */
export const playwrightCounts = (file, projects, exitCode) => {
  const report = read(file);
  const tests = report === undefined ? [] : report.suites.flatMap(testsIn);
  const counts = projects.map((project) => {
    const own = tests.filter((/** @type {{ projectName: string }} */ test) => test.projectName === project);
    const passed = own.filter((/** @type {{ status: string }} */ test) => test.status === 'expected').length;
    const skipped = own.filter((/** @type {{ status: string }} */ test) => test.status === 'skipped').length;
    return notEmpty({ name: `e2e ${project}`, passed, failed: own.length - passed - skipped, skipped });
  });
  const silent = exitCode !== 0 && counts.every((count) => count.failed === 0);
  return silent ? [...counts, checkCount('playwright itself', false)] : counts;
};

/** What a person needs to see of a failure first: runners repeat the rest above. */
const MOST_LINES = 14;
const MOST_FAILURES = 20;
/** Escape sequences of a terminal, without a control character in a pattern. */
const COLOUR = new RegExp(`${String.fromCodePoint(27)}\\[[\\d;]*m`, 'g');

/** @param {string} title @param {string | undefined} message @returns {string} */
const failureText = (title, message) => {
  const lines = (message ?? 'no message').replaceAll(COLOUR, '').split('\n').filter((line) => line.trim() !== '');
  return [title, ...lines.slice(0, MOST_LINES).map((line) => `    ${line}`)].join('\n');
};

/**
 * Each failed test with the head of its message, for the end of the output: of a long run often only the end is kept.
 * @param {readonly string[]} files reports of either runner @returns {readonly string[]}
 */
export const failureTexts = (files) => {
  const reports = files.map(read);
  return reports.flatMap((report) => [...vitestFailures(report), ...(report?.suites ?? []).flatMap(playwrightFailures)]).slice(0, MOST_FAILURES);
};

/** @param {any} report @returns {readonly string[]} */
const vitestFailures = (report) =>
  (report?.testResults ?? []).flatMap((/** @type {any} */ file) => [
    ...(file.status === 'failed' && file.assertionResults.length === 0 ? [failureText(file.name, file.message)] : []),
    ...file.assertionResults
      .filter((/** @type {any} */ one) => one.status === 'failed')
      .map((/** @type {any} */ one) => failureText(`${path.basename(file.name)}: ${one.fullName}`, one.failureMessages?.[0])),
  ]);

/** @param {any} suite @returns {readonly string[]} */
const playwrightFailures = (suite) => [
  ...(suite.specs ?? []).flatMap((/** @type {any} */ spec) =>
    spec.tests
      .filter((/** @type {any} */ test) => test.status === 'unexpected' || test.status === 'flaky')
      .map((/** @type {any} */ test) => failureText(`${test.projectName} ${spec.file}: ${spec.title}`, test.results.at(-1)?.error?.message)),
  ),
  ...(suite.suites ?? []).flatMap(playwrightFailures),
];

/** One line of the summary. @param {Count} count */
export const countLine = ({ name, passed, failed, skipped = 0 }) => {
  const apart = skipped === 0 ? '' : `, ${skipped} not for this engine`;
  return `${failed === 0 ? 'ok  ' : 'FAIL'} ${name}: ${passed} passed, ${failed} failed${apart}`;
};

/** @param {any} suite @returns {any[]} */
const testsIn = (suite) => [
  ...(suite.specs ?? []).flatMap((/** @type {any} */ spec) => spec.tests),
  ...(suite.suites ?? []).flatMap(testsIn),
];
