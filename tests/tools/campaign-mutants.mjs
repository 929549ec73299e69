// npm run campaign:mutants [-- --area formats] [--files 'src/core/formats/table*.ts']: changes the product in small ways, one at a time, and
// runs the tests that stand nearest: those that fail for none are told, unless tests/campaigns/mutants/survivors.json says why.
// What was found is kept: after a change of code or tests only what it touches is tried again.
import { readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { Stryker } from '@stryker-mutator/core';
import { openCompiler, sourceAt } from './campaign-compile.mjs';

/** @typedef {import('@stryker-mutator/api/core').MutantResult} Mutant */
/** @typedef {{ readonly file: string, readonly line: string, readonly from: string, readonly to: string, readonly why: string }} Survivor */

const root = path.resolve(import.meta.dirname, '../..');
const folder = path.join(root, 'tests/campaigns/mutants');
/** @type {Record<string, { readonly mutate: readonly string[] }>} */
const AREAS = JSON.parse(readFileSync(path.join(folder, 'areas.json'), 'utf8'));
/** @type {readonly Survivor[]} */
const KNOWN = JSON.parse(readFileSync(path.join(folder, 'survivors.json'), 'utf8'));
/** Least share of mutants that a test must notice. */
const WANTED = 0.85;

/** @param {string} area @param {readonly string[]} mutate @returns {Promise<readonly Mutant[]>} */
const tryMutants = (area, mutate) => {
  process.env.KINKO_MUTANTS = area;
  return new Stryker({
    testRunner: 'vitest',
    plugins: ['@stryker-mutator/vitest-runner'],
    vitest: { configFile: 'tests/campaigns/mutants/vitest.config.ts', related: false },
    mutate: [...mutate],
    coverageAnalysis: 'perTest',
    concurrency: 1,
    timeoutMS: 10_000,
    incremental: true,
    incrementalFile: `node_modules/.cache/mutants/${area}.json`,
    reporters: ['progress-append-only'],
    tempDirName: path.join(tmpdir(), `kinko-mutants-${process.pid}`),
    cleanTempDir: 'always',
    ignorePatterns: ['dist', 'tests/e2e', 'tests/engines', 'tests/bench'],
    // The runner strips types by itself, and the compiler of today has no interface for it.
    disableTypeChecks: false,
    tsconfigFile: 'none.json',
    allowConsoleColors: false,
  }).runMutationTest();
};

/** @param {string} text */
const short = (text) => text.replaceAll(/\s+/g, ' ').trim().slice(0, 120);

/** @param {Mutant} mutant @returns {Omit<Survivor, 'why'>} */
const describe = ({ fileName, location, replacement }) => {
  const file = path.relative(root, path.resolve(root, fileName)).replaceAll(path.sep, '/');
  const text = readFileSync(path.join(root, file), 'utf8');
  return { file, line: short(text.split('\n')[location.start.line - 1] ?? ''), from: short(sourceAt(text, location)), to: short(replacement) };
};

/** @param {Omit<Survivor, 'why'>} survivor */
const nameOf = ({ file, line, from, to }) => JSON.stringify({ file, line, from, to });

/** The words of a defect that is thrown: nobody reads them but whoever mends it. @param {Mutant} mutant */
const isWordOfDefect = (mutant) => mutant.mutatorName === 'StringLiteral' && /\bthrow new \w*Error\(/.test(describe(mutant).line);

/** @param {string} area @param {readonly string[]} mutate @returns {Promise<boolean>} */
const runArea = async (area, mutate) => {
  const began = performance.now();
  const all = (await tryMutants(area, mutate)).filter((mutant) => mutant.status !== 'Ignored' && !isWordOfDefect(mutant));
  const noticed = all.filter(({ status }) => ['Killed', 'Timeout', 'RuntimeError', 'CompileError'].includes(status)).length;
  const left = all.filter(({ status }) => ['Survived', 'NoCoverage'].includes(status));
  const compiler = openCompiler();
  const survivors = left.filter((mutant) => !compiler.refuses(mutant));
  compiler.close();
  const known = new Set(KNOWN.map(nameOf));
  const fresh = survivors.filter((mutant) => !known.has(nameOf(describe(mutant))));
  for (const mutant of fresh) console.log(`${mutant.status} ${mutant.fileName}:${mutant.location.start.line} ${nameOf(describe(mutant))}`);
  const files = new Set(all.map((mutant) => describe(mutant).file));
  const seen = new Set(survivors.map((mutant) => nameOf(describe(mutant))));
  const gone = KNOWN.filter((survivor) => files.has(survivor.file) && !seen.has(nameOf(survivor)));
  for (const survivor of gone) console.log(`listed, and no survivor any more: ${nameOf(survivor)}`);
  const judged = noticed + survivors.length;
  const score = judged === 0 ? 0 : noticed / judged;
  console.log(
    `${area}: ${noticed} of ${judged} mutants noticed, ${(score * 100).toFixed(1)} %; ${survivors.length - fresh.length} others listed with why, ` +
      `${fresh.length} new, ${gone.length} listed in vain; ${left.length - survivors.length} more do not compile; ${((performance.now() - began) / 60_000).toFixed(1)} minutes`,
  );
  return score >= WANTED && fresh.length === 0 && gone.length === 0;
};

const { values } = parseArgs({ options: { area: { type: 'string', multiple: true, default: Object.keys(AREAS) }, files: { type: 'string', multiple: true } } });
const unknown = values.area.filter((area) => AREAS[area] === undefined);
if (unknown.length > 0 || (values.files !== undefined && values.area.length !== 1)) {
  console.error(`--area takes one of ${Object.keys(AREAS).join(', ')}; --files needs one --area.`);
  process.exitCode = 2;
} else {
  process.chdir(root);
  for (const area of values.area) {
    const good = await runArea(area, values.files ?? AREAS[area]?.mutate ?? []);
    if (!good) process.exitCode = 1;
  }
}
