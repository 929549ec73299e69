import { describe, expect, it } from 'vitest';
import { MAX_LOG_EXPORT_BYTES } from '../../../src/core/formats/log/log-consts.ts';
import { createVerifyEd25519 } from '../../../workers/verify/ed25519.ts';
import { createSha256 } from '../../../workers/verify/sha256.ts';
import { verifyLogFile } from '../../../workers/verify/verify-log.ts';
import { createVerifyService } from '../../../workers/verify/verify-service.ts';
import type { SigningKey } from '../../support/log-crypto.ts';
import type { EntryDraft, LogPlan, Step } from '../../support/log-plan.ts';
import { exportFile, exportLines, fileOf, renderPlan } from '../../support/log-plan.ts';
import { randomPlan } from '../../support/random-log.ts';
import { createSeededRandom } from '../../support/seeded-random.ts';
import { createVerifyBoth } from '../../support/verify-both.ts';

const deps = { sha256: await createSha256(), verify: createVerifyEd25519(crypto.subtle) };
const plan = randomPlan(createSeededRandom(9), { logs: 2, entriesPerLog: 9 });
const record = renderPlan(plan);

/** Fits every text under the neutral point as its key: no secret is needed. */
const ANYONES: SigningKey = { publicKey: new Uint8Array(32).fill(1, 0, 1), sign: () => new Uint8Array(64).fill(1, 0, 1) };

const signedByAnyone = (tables: LogPlan['tables']): LogPlan['tables'] =>
  tables.slice(0, 1).map((table) => {
    const signedBy = { ...table.signedBy, key: ANYONES };
    return { ...table, signedBy, members: table.members.map((member) => (member.id === signedBy.id ? { ...member, key: ANYONES } : member)) };
  });

describe('reading a log export', () => {
  it('takes no signature under a key of small order, which anyone can make', async () => {
    const verifyBoth = await createVerifyBoth();
    const forged = renderPlan({ tables: signedByAnyone(plan.tables), logs: plan.logs.slice(0, 1).map((log) => ({ ...log, steps: log.steps.slice(0, 1) })) });
    const { app, independent } = await verifyBoth(exportFile(forged));
    expect(app.problems.map(({ type }) => type)).toEqual(['TableSignature']);
    expect(independent).toEqual(app);
  });

  it('takes one as large as may be, and asks for no byte behind the end of any', async () => {
    const asked: number[][] = [];
    const zeros = new Uint8Array(4 * 1024 * 1024);
    const problemsOf = async (size: number) => {
      const read = async (from: number, to: number): Promise<Uint8Array> => {
        asked.push([from, to]);
        return zeros.subarray(0, to - from);
      };
      const report = await verifyLogFile({ size, read }, null, { ...deps, onProgress: (done) => asked.push([done]) });
      return report.problems.map(({ type }) => type);
    };
    expect(await problemsOf(MAX_LOG_EXPORT_BYTES)).toEqual(['NotALogExport']);
    asked.length = 0;
    expect(await problemsOf(100)).toEqual(['NotALogExport']);
    expect(await problemsOf(0)).toEqual(['NotALogExport']);
    expect(asked).toEqual([[0, 100], [100]]);
  });

  it('reads one of two pieces as one', async () => {
    const table = `${JSON.stringify({ table: 'x'.repeat(60_000) })}\n`;
    const file = new Blob([`${exportLines(record)[0]}\n`, table.repeat(80)]);
    expect(file.size).toBeGreaterThan(4 * 1024 * 1024);
    const answer = await createVerifyService(deps).verifyLogExport({ file, kept: null });
    expect(answer).toMatchObject({ ok: true, value: { problems: [{ type: 'NoEnd', line: 82 }] } });
  });

  it('says nothing of what stands behind a table that is none', async () => {
    const verifyBoth = await createVerifyBoth();
    const lines = exportLines({ ...record, tableNotes: ['', ...record.tableNotes.slice(1)] });
    const at = lines.findIndex((line) => line.startsWith('['));
    // Lines are taken 256 KiB at a time: the second log stands in another lot than the first.
    const file = fileOf(lines.toSpliced(at, 0, ...Array.from({ length: 1000 }, () => lines[at]!)));
    expect(file.length).toBeGreaterThan(256 * 1024);
    const { app, independent } = await verifyBoth(file);
    expect(app.problems).toEqual([{ type: 'BadTable', logId: '', seq: -1, line: 2 }]);
    expect(independent).toEqual(app);
  });

  it('throws a defect on: it is not the file that cannot be read', async () => {
    const defect = new Error('not by the file');
    const sha256 = () => {
      throw defect;
    };
    const answer = createVerifyService({ ...deps, sha256 }).verifyLogExport({ file: new Blob([exportFile(record)]), kept: null });
    await expect(answer).rejects.toBe(defect);
  });
});

describe('a report', () => {
  /** The plan with entries more at its end, each like the last one but for `change`. */
  const withMore = (count: number, change: (at: number, last: EntryDraft) => Partial<EntryDraft>): LogPlan => {
    const [opening, later] = plan.logs;
    const last = later!.steps.findLast((step) => step.type === 'entry')!.draft;
    const more = Array.from({ length: count }, (_, at): Step => ({ type: 'entry', draft: { ...last, tables: [], seen: [], ...change(at, last) } }));
    return { ...plan, logs: [opening!, { ...later!, steps: [...later!.steps, ...more, { type: 'checkpoint' }] }] };
  };

  it('lists a hundred notes, unknown actions and unknown codes, and counts the other notes', async () => {
    const verifyBoth = await createVerifyBoth();
    const strange = withMore(120, (at, { time }) => ({ time: time - at - 1, action: `future-${at}`, codes: [`future:${at}`] }));
    const { app, independent } = await verifyBoth(exportFile(renderPlan(strange)));
    expect(app.problems).toEqual([]);
    expect(app.noteCount).toBeGreaterThanOrEqual(120);
    expect([app.notes, app.unknownActions, app.unknownCodes].map((list) => list.length)).toEqual([100, 100, 100]);
    expect(independent).toEqual(app);
  });

  it.each([
    ['chain-verified', true],
    ['lock', false],
  ])('of a log that breaks: a later entry %s with a bad result names it: %s', async (action, names) => {
    const verifyBoth = await createVerifyBoth();
    const { logId } = plan.logs[0]!;
    const [opening, later] = renderPlan(withMore(1, () => ({ action, subjectId: logId, codes: ['result:bad'] }))).logs;
    const { app, independent } = await verifyBoth(exportFile({ ...record, logs: [{ ...opening!, lines: opening!.lines.slice(0, -1) }, later!] }));
    expect(app.problems.map(({ type }) => type)).toContain('EndUnsigned');
    expect(app.named).toEqual(names ? [logId] : []);
    expect(independent).toEqual(app);
  });
});
