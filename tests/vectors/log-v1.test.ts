import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import type { VerifyReport } from '../../src/core/contract/verify-api.ts';
import { encodeBase64url } from '../../src/core/formats/base64url.ts';
import { hashEntryLine, parseEntry } from '../../src/core/formats/log/entry.ts';
import { createLogExportParser } from '../../src/core/formats/log/log-export-parser.ts';
import { sha256 } from '../support/log-crypto.ts';
import { SMALL_PROBLEM_TYPES } from '../support/problem-types.ts';
import { createVerifyBoth } from '../support/verify-both.ts';

const folder = new URL('./log-v1/', import.meta.url);
const read = (name: string): Uint8Array => new Uint8Array(readFileSync(new URL(name, folder)));
const readJson = (name: string): unknown => JSON.parse(readFileSync(new URL(name, folder), 'utf8'));

interface ExportCase {
  readonly name: string;
  readonly file: string;
  readonly kept: string | null;
  readonly keptResult?: string;
  /** type@seq, in the order in which a verifier reports them */
  readonly problems: readonly string[];
  readonly notes: readonly string[];
  readonly unknownActions: readonly string[];
  readonly unknownCodes: readonly string[];
  /** Broken logs that a later one names; left out where there is none. */
  readonly named?: readonly string[];
}

const cases = readJson('index.json') as readonly ExportCase[];
const entries = readJson('entries.json') as {
  readonly pass: readonly { readonly name: string; readonly line: string; readonly leaf: string }[];
  readonly fail: readonly { readonly name: string; readonly line: string }[];
};

const inShort = (report: VerifyReport) => ({
  problems: report.problems.map(({ type, seq }) => `${type}@${seq}`),
  notes: report.notes.map(({ type, seq }) => `${type}@${seq}`),
  unknownActions: report.unknownActions,
  unknownCodes: report.unknownCodes,
  named: report.named,
  kept: report.kept?.result,
});

let verifyBoth: Awaited<ReturnType<typeof createVerifyBoth>>;
beforeAll(async () => {
  verifyBoth = await createVerifyBoth();
});

// A9, A12, A13, A14: an act outside of a role, entries cut off, a log that was rewritten, and a fork are among the files that must fail.
describe('log-v1 exports', () => {
  it.each(cases)('$file: $problems', async ({ file, kept, keptResult, problems, notes, unknownActions, unknownCodes, named = [] }) => {
    const { app, independent } = await verifyBoth(read(file), kept ?? undefined);
    expect(inShort(app)).toEqual({ problems, notes, unknownActions, unknownCodes, named, kept: keptResult });
    expect(app.ok).toBe(problems.length === 0);
    expect(file.startsWith(app.ok ? 'must-pass/' : 'must-fail/')).toBe(true);
    expect(independent).toEqual(app);
  });

  it('come out the same however the file is cut into pieces', () => {
    for (const { file } of cases) {
      const bytes = read(file);
      const parse = (piece: number) => {
        const parser = createLogExportParser();
        const lines = [];
        for (let at = 0; at < bytes.length; at += piece) {
          const parsed = parser.push(bytes.subarray(at, at + piece));
          lines.push(...parsed.lines);
          if (parsed.problem !== null) return { lines, problem: parsed.problem };
        }
        return { lines, problem: parser.finish().problem };
      };
      const whole = parse(bytes.length + 1);
      if (bytes.length < 20_000) expect(parse(1)).toEqual(whole);
      expect(parse(97)).toEqual(whole);
    }
  });

  it('show every problem that a file of this size can have', () => {
    const seen = new Set(cases.flatMap(({ problems }) => problems.map((problem) => problem.split('@')[0])));
    expect(seen).toEqual(new Set(SMALL_PROBLEM_TYPES));
  });
});

describe('log-v1 entries', () => {
  it.each(entries.pass)('pass: $name', ({ line, leaf }) => {
    expect(parseEntry(line)).toMatchObject({ ok: true });
    expect(encodeBase64url(hashEntryLine(sha256, line))).toBe(leaf);
  });

  it.each(entries.fail)('fail: $name', ({ line }) => {
    expect(parseEntry(line)).toMatchObject({ ok: false });
  });
});

describe('log-v1 writer', () => {
  it('would write the same files again', () => {
    const script = fileURLToPath(new URL('write.mjs', folder));
    expect(() => execFileSync(process.execPath, [script, '--check'], { stdio: 'pipe' })).not.toThrow();
  });
});
