// npm run campaign:mutants [-- --area formats] [--files 'src/core/formats/table*.ts'] [--processes 2]: changes the product in small ways, one at a time, and
// runs the tests that stand nearest: those that fail for none are told, unless tests/campaigns/mutants/survivors.json says why.
// What was found is kept: after a change of code or tests only what it touches is tried again.
import { readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { Stryker } from '@stryker-mutator/core';
import { openCompiler, sourceAt } from './campaign-compile.mjs';
import { openFresh } from './campaign-fresh.mjs';

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

/** @param {string} area @param {readonly string[]} mutate @param {number} processes @returns {Promise<readonly Mutant[]>} */
const tryMutants = (area, mutate, processes) => {
  process.env.KINKO_MUTANTS = area;
  return new Stryker({
    testRunner: 'vitest',
    plugins: ['@stryker-mutator/vitest-runner'],
    vitest: { configFile: 'tests/campaigns/mutants/vitest.config.ts', related: false },
    mutate: [...mutate],
    coverageAnalysis: 'perTest',
    concurrency: processes,
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

/** Run when a module is loaded, and then never again. @param {Mutant} mutant */
const isMadeOnce = (mutant) => mutant.static === true;

/** @type {ReturnType<typeof openFresh> | null} */
let fresh = null;
/** @param {string} area @param {Mutant} mutant */
const noticesFresh = (area, mutant) => {
  fresh ??= openFresh(area);
  return fresh.notices(mutant);
};
const closeFresh = () => {
  fresh?.close();
  fresh = null;
};

/** @param {string} area @param {readonly string[]} mutate @param {number} processes @returns {Promise<boolean>} */
const runArea = async (area, mutate, processes) => {
  const began = performance.now();
  const all = (await tryMutants(area, mutate, processes)).filter((mutant) => mutant.status !== 'Ignored' && !isWordOfDefect(mutant));
  const killed = all.filter(({ status }) => ['Killed', 'Timeout', 'RuntimeError', 'CompileError'].includes(status)).length;
  const left = all.filter(({ status }) => ['Survived', 'NoCoverage'].includes(status));
  const compiler = openCompiler();
  const compiling = left.filter((mutant) => !compiler.refuses(mutant));
  compiler.close();
  const survivors = compiling.filter((mutant) => !isMadeOnce(mutant) || !noticesFresh(area, mutant));
  closeFresh();
  const noticed = killed + compiling.length - survivors.length;
  const known = new Set(KNOWN.map(nameOf));
  const unlisted = survivors.filter((mutant) => !known.has(nameOf(describe(mutant))));
  for (const mutant of unlisted) console.log(`${mutant.status} ${mutant.fileName}:${mutant.location.start.line} ${nameOf(describe(mutant))}`);
  const files = new Set(all.map((mutant) => describe(mutant).file));
  // A busy machine ends one in time that it would have let pass.
  const late = all.filter(({ status }) => status === 'Timeout');
  const seen = new Set([...survivors, ...late].map((mutant) => nameOf(describe(mutant))));
  const gone = KNOWN.filter((survivor) => files.has(survivor.file) && !seen.has(nameOf(survivor)));
  for (const survivor of gone) console.log(`listed, and no survivor any more: ${nameOf(survivor)}`);
  const judged = noticed + survivors.length;
  const score = judged === 0 ? 0 : noticed / judged;
  console.log(
    `${area}: ${noticed} of ${judged} mutants noticed, ${(score * 100).toFixed(1)} %; ${survivors.length - unlisted.length} others listed with why, ` +
      `${unlisted.length} new, ${gone.length} listed in vain; ${left.length - compiling.length} more do not compile, ${compiling.length - survivors.length} of the noticed in a process of their own; ${((performance.now() - began) / 60_000).toFixed(1)} minutes`,
  );
  return score >= WANTED && unlisted.length === 0 && gone.length === 0;
};

const { values } = parseArgs({ options: { area: { type: 'string', multiple: true, default: Object.keys(AREAS) }, files: { type: 'string', multiple: true }, processes: { type: 'string', default: '1' } } });
const unknown = values.area.filter((area) => AREAS[area] === undefined);
const processes = Number(values.processes);
if (unknown.length > 0 || !Number.isInteger(processes) || processes < 1 || (values.files !== undefined && values.area.length !== 1)) {
  console.error(`--area takes one of ${Object.keys(AREAS).join(', ')}; --files needs one --area, --processes a whole number from 1.`);
  process.exitCode = 2;
} else {
  process.chdir(root);
  for (const area of values.area) {
    const good = await runArea(area, values.files ?? AREAS[area]?.mutate ?? [], processes);
    if (!good) process.exitCode = 1;
  }
}
