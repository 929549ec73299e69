import { beforeAll, describe, expect, it } from 'vitest';
import type { LogExportLine } from '../../../src/core/formats/log/log-export.ts';
import { createLogExportParser } from '../../../src/core/formats/log/log-export-parser.ts';
import { checkpointsOf, exportFile, renderPlan } from '../../support/log-plan.ts';
import type { Tamper, TamperInput } from '../../support/log-tampering/tamper.ts';
import { TAMPERINGS_WITH_FILE } from '../../support/log-tampering/with-file.ts';
import { TAMPERINGS_WITH_KEYS } from '../../support/log-tampering/with-keys.ts';
import { randomPlan } from '../../support/random-log.ts';
import { createSeededRandom } from '../../support/seeded-random.ts';
import { createVerifyBoth } from '../../support/verify-both.ts';

/** What a file says, whatever its spelling: all lines that parse, and where it stops being an export. */
const meaningOf = (file: Uint8Array): { readonly lines: readonly LogExportLine[]; readonly stop: string | undefined } => {
  const parser = createLogExportParser();
  const { lines, problem } = parser.push(file);
  return { lines: lines.filter(({ type }) => type !== 'end'), stop: (problem ?? parser.finish().problem)?.type };
};

const inputOf = (seed: number): TamperInput => {
  const random = createSeededRandom(seed);
  const plan = randomPlan(random, { logs: 2, entriesPerLog: 12 });
  return { random, plan, record: renderPlan(plan) };
};

const TRIES = 8;

describe('the tampering that verifiers are tested with', () => {
  const all: readonly (readonly [string, Tamper])[] = Object.entries({ ...TAMPERINGS_WITH_FILE, ...TAMPERINGS_WITH_KEYS });

  it.each(all)('%s changes what the file says, or what is known of it', (_, tamper) => {
    let done = 0;
    for (let seed = 1000; seed < 1000 + TRIES; seed += 1) {
      const input = inputOf(seed);
      const tampered = tamper(input);
      if (tampered === null) continue;
      done += 1;
      if (tampered.kept === undefined) expect(meaningOf(tampered.file), `seed ${seed}`).not.toEqual(meaningOf(exportFile(input.record)));
    }
    expect(done).toBeGreaterThan(0);
  });
});

describe('what only a kept checkpoint shows', () => {
  let verifyBoth: Awaited<ReturnType<typeof createVerifyBoth>>;
  beforeAll(async () => {
    verifyBoth = await createVerifyBoth();
  });

  const { rewriteWithKeys, truncateWithKeys, forkWithKeys, insertWithKeys } = TAMPERINGS_WITH_KEYS;
  it.each(Object.entries({ rewriteWithKeys, truncateWithKeys, forkWithKeys, insertWithKeys }))('%s', async (_, tamper: Tamper) => {
    let done = 0;
    for (let seed = 2000; seed < 2000 + TRIES; seed += 1) {
      const input = inputOf(seed);
      const tampered = tamper(input);
      if (tampered === null) continue;
      done += 1;
      // The file by itself is good, and the kept checkpoint is good against the file it was taken from or its twin.
      const alone = await verifyBoth(tampered.file);
      expect(alone.app.problems, `seed ${seed}`).toEqual([]);
      expect(alone.independent).toEqual(alone.app);
      const { app, independent } = await verifyBoth(tampered.file, tampered.kept);
      expect(app.problems.every(({ type }) => tampered.expected.includes(type))).toBe(true);
      expect(app).toMatchObject({ ok: false, problemCount: 1, kept: { signed: true } });
      expect(independent).toEqual(app);
    }
    expect(done).toBeGreaterThan(0);
  });

  it.each([
    ['is none', 'BadCheckpoint', /\n(\d+)\n/, '\n0$1\n'],
    ['is of another vault', 'ForeignCheckpoint', /\/.{22}\//, `/${'f'.repeat(22)}/`],
    ['counts more', 'CheckpointPlace', /\n(\d+)\n/, '\n1$1\n'],
  ])('a log rewritten is no fork where the checkpoint in the file %s', async (_, problem, from, to) => {
    const { plan, record } = inputOf(3002);
    const [opening, later] = plan.logs;
    const last = later!.steps.findLast((step) => step.type === 'entry')!;
    const steps = later!.steps.map((step) => (step === last ? { ...last, draft: { ...last.draft, build: 'bent' } } : step));
    const bent = renderPlan({ ...plan, logs: [opening!, { ...later!, steps }] });
    const [head, log] = bent.logs;
    const lines = log!.lines.map((line, at) => (line.type === 'checkpoint' && at === log!.lines.length - 1 ? { ...line, note: line.note.replace(from, to) } : line));
    const file = exportFile({ ...bent, logs: [head!, { ...log!, lines }] });
    const { app, independent } = await verifyBoth(file, checkpointsOf(record).at(-1)!.note);
    expect(app.problems.map(({ type }) => type)).toEqual([problem, 'EndUnsigned', 'Rewritten']);
    expect(app.kept?.result).toBe('rewritten');
    expect(independent).toEqual(app);
  });

  it('a byte order mark is forgiven where a mail program puts it, and nowhere else', async () => {
    const { record } = inputOf(3001);
    const { note } = checkpointsOf(record)[0]!;
    for (const [kept, result] of [[`\uFEFF${note}`, 'consistent'], [note.replace('/', '\uFEFF/'), 'malformed']] as const) {
      const { app, independent } = await verifyBoth(exportFile(record), kept);
      expect(app.kept?.result).toBe(result);
      expect(independent).toEqual(app);
    }
  });

  it('every suffix cut off, against the last checkpoint', async () => {
    const { record } = inputOf(3000);
    const last = record.logs.at(-1)!;
    const kept = last.lines.findLast((line) => line.type === 'checkpoint')!;
    expect(last.lines.at(-1)).toBe(kept);
    for (let left = 1; left < last.lines.length; left += 1) {
      const logs = [...record.logs.slice(0, -1), { ...last, lines: last.lines.slice(0, left) }];
      const { app, independent } = await verifyBoth(exportFile({ ...record, logs }), kept.type === 'checkpoint' ? kept.note : '');
      // Only the checkpoint itself cut off: all entries are still there, but nobody vouches for them.
      const expected = left === last.lines.length - 1 ? 'EndUnsigned' : 'Truncated';
      expect(app.problems.map(({ type }) => type)).toContain(expected);
      expect(independent).toEqual(app);
    }
  });
});

describe('the end of a log', () => {
  it('that nobody vouches for is told when another log follows', async () => {
    const verifyBoth = await createVerifyBoth();
    const { record } = inputOf(3003);
    const [first, ...later] = record.logs;
    const file = exportFile({ ...record, logs: [{ ...first!, lines: first!.lines.slice(0, -1) }, ...later] });
    const { app, independent } = await verifyBoth(file);
    const line = 1 + record.tableNotes.length + 1 + first!.lines.length;
    expect(app.problems.filter(({ type }) => type === 'EndUnsigned')).toMatchObject([{ logId: first!.logId, line }]);
    expect(independent).toEqual(app);
  });
});

describe('one bit flipped', () => {
  it('is noticed wherever it is', { timeout: 60_000 }, async () => {
    const verifyBoth = await createVerifyBoth();
    const file = exportFile(renderPlan(randomPlan(createSeededRandom(4), { logs: 1, entriesPerLog: 4 })));
    const random = createSeededRandom(5);
    // Every seventh byte, with another bit each time round: the file has several bytes of everything in it.
    for (let at = 0; at < file.length; at += 7) {
      const bent = file.slice();
      bent[at] = (bent[at] ?? 0) ^ (1 << random.below(8));
      const { app, independent } = await verifyBoth(bent);
      expect(app.ok, `byte ${at}`).toBe(false);
      expect(independent, `byte ${at}`).toEqual(app);
    }
  });
});
