import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { countLine, failureTexts, playwrightCounts, vitestCounts } from '../tools/reports.mjs';

// The last line of npm test is only worth something if a crash, an empty suite or a lost report shows in it.

const scratch = mkdtempSync(path.join(tmpdir(), 'kinko-reports-'));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

const reportOf = (content: unknown): string => {
  const file = path.join(scratch, 'report.json');
  writeFileSync(file, JSON.stringify(content));
  return file;
};

const assertions = (...states: readonly string[]) => states.map((status) => ({ status }));

test('vitest: counted by folder; a file that did not load is one failed test', () => {
  const report = reportOf({
    testResults: [
      { name: '/p/tests/unit/a.test.ts', status: 'passed', assertionResults: assertions('passed', 'passed') },
      { name: '/p/tests/unit/b.test.ts', status: 'failed', assertionResults: assertions('passed', 'failed') },
      { name: '/p/tests/workers/c.test.ts', status: 'failed', assertionResults: [] },
    ],
  });
  expect(vitestCounts(report, '/p/tests', ['unit', 'workers'], 1)).toEqual([
    { name: 'unit', passed: 3, failed: 1 },
    { name: 'workers', passed: 0, failed: 1 },
  ]);
});

test('a suite that says nothing has failed', () => {
  const report = reportOf({ testResults: [] });
  expect(vitestCounts(report, '/p/tests', ['unit'], 0)).toEqual([{ name: 'unit', passed: 0, failed: 1 }]);
  expect(vitestCounts(path.join(scratch, 'none.json'), '/p/tests', ['unit'], 0)).toEqual([{ name: 'unit', passed: 0, failed: 1 }]);
  expect(playwrightCounts(path.join(scratch, 'none.json'), ['chromium'], 0)).toEqual([{ name: 'e2e chromium', passed: 0, failed: 1, skipped: 0 }]);
});

test('a runner that fails although every test passed is a failure', () => {
  const passed = { name: '/p/tests/unit/a.test.ts', status: 'passed', assertionResults: assertions('passed') };
  const counts = vitestCounts(reportOf({ testResults: [passed] }), '/p/tests', ['unit'], 1);
  expect(counts.map(({ failed }) => failed)).toEqual([0, 1]);
});

test('playwright: counted by engine, however deep the tests lie; a second try counts for nothing', () => {
  const spec = (...tests: readonly (readonly [string, string])[]) => ({
    tests: tests.map(([projectName, status]) => ({ projectName, status })),
  });
  const report = reportOf({
    suites: [
      { specs: [spec(['chromium', 'expected'], ['firefox', 'unexpected'])], suites: [{ specs: [spec(['chromium', 'flaky'])] }] },
      { specs: [spec(['firefox', 'expected'], ['firefox', 'skipped'])] },
    ],
  });
  expect(playwrightCounts(report, ['chromium', 'firefox'], 1)).toEqual([
    { name: 'e2e chromium', passed: 1, failed: 1, skipped: 0 },
    { name: 'e2e firefox', passed: 1, failed: 1, skipped: 1 },
  ]);
});

test('playwright: an engine for which every test was skipped has failed', () => {
  const report = reportOf({ suites: [{ specs: [{ tests: [{ projectName: 'firefox', status: 'skipped' }] }] }] });
  expect(playwrightCounts(report, ['firefox'], 0)).toEqual([{ name: 'e2e firefox', passed: 0, failed: 1, skipped: 1 }]);
});

test('the summary says what was not for an engine, and only then', () => {
  expect(countLine({ name: 'e2e firefox', passed: 3, failed: 0, skipped: 2 })).toBe('ok   e2e firefox: 3 passed, 0 failed, 2 not for this engine');
  expect(countLine({ name: 'e2e chromium', passed: 3, failed: 1, skipped: 0 })).toBe('FAIL e2e chromium: 3 passed, 1 failed');
  expect(countLine({ name: 'unit', passed: 3, failed: 0 })).toBe('ok   unit: 3 passed, 0 failed');
});

test('failures are told once more at the end: the head of the message, without colours', () => {
  const esc = String.fromCodePoint(27);
  const long = Array.from({ length: 40 }, (_, at) => `line ${at}`).join('\n');
  const vitest = reportOf({
    testResults: [
      { name: '/p/tests/unit/a.test.ts', status: 'failed', assertionResults: [{ status: 'failed', fullName: 'adds', failureMessages: [`${esc}[31mnot 2${esc}[39m\n${long}`] }, { status: 'passed', fullName: 'others' }] },
      { name: '/p/tests/unit/b.test.ts', status: 'failed', message: 'no such module', assertionResults: [] },
    ],
  });
  const told = failureTexts([vitest, path.join(scratch, 'none.json')]);
  expect(told.map((text) => text.split('\n').slice(0, 2))).toEqual([
    ['a.test.ts: adds', '    not 2'],
    ['/p/tests/unit/b.test.ts', '    no such module'],
  ]);
  expect(told[0]?.split('\n')).toHaveLength(15);
  const deep = { specs: [{ file: 'x.e2e.ts', title: 'opens', tests: [{ projectName: 'firefox', status: 'unexpected', results: [{ error: { message: 'late' } }] }] }] };
  expect(failureTexts([reportOf({ suites: [{ suites: [deep] }] })])).toEqual(['firefox x.e2e.ts: opens\n    late']);
});
