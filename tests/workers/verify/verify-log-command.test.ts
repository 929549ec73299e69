import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { VERIFIER_PATH } from '../../support/independent-verifier.ts';

const vectors = fileURLToPath(new URL('../../vectors/log-v1/', import.meta.url));
const example = join(vectors, 'must-pass/example.kinkolog');
const restored = join(vectors, 'must-pass/restored.kinkolog');

interface Run {
  readonly status: number | null;
  readonly out: string;
  readonly err: string;
}

const run = (...args: readonly string[]): Run => {
  const done = spawnSync(process.execPath, [fileURLToPath(VERIFIER_PATH), ...args], { encoding: 'utf8', env: { PATH: process.env['PATH'] } });
  return { status: done.status, out: done.stdout, err: done.stderr };
};

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'verify-log-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

const written = (name: string, content: string): string => {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
};

describe('node verify-log.mjs', () => {
  it('leaves with 0 for a good file, in Japanese and English', () => {
    const { status, out, err } = run(example);
    expect({ status, err }).toEqual({ status: 0, err: '' });
    expect(out).toContain('結果: 問題はありません（5 件） / Result: no problem (5 entries)');
    expect(out).toContain('without a kept checkpoint nobody can see that the end was cut off');
  });

  it('leaves with 1 for a bad one and says where', () => {
    const { status, out } = run(join(vectors, 'must-fail/entry-changed.kinkolog'));
    expect(status).toBe(1);
    expect(out).toMatch(/✗ 前の記録とつながりません（書き換え・欠け） \/ an entry does not follow .* \[Chain 行\/line 10 記録\/entry 4 /);
    expect(out).toContain('Result: 2 problem(s)');
  });

  it('compares with a kept checkpoint, as a file that went through mail', () => {
    const index = JSON.parse(readVector('index.json')) as readonly { readonly name: string; readonly kept: string | null }[];
    const keptOf = (name: string): string => written('kept.txt', index.find((one) => one.name === name)?.kept ?? '');
    const good = run(restored, '--checkpoint', keptOf('kept checkpoint that went through mail'));
    expect(good.status).toBe(0);
    expect(good.out).toContain('nothing before the kept checkpoint (2 entries) has changed');
    const cut = run(join(vectors, 'must-fail/truncated-at-a-checkpoint.kinkolog'), '--checkpoint', keptOf('truncated at a checkpoint'));
    expect(cut.status).toBe(1);
    expect(cut.out).toContain('[Truncated');
  });

  it('leaves with 2 when there is nothing to judge', () => {
    expect(run()).toMatchObject({ status: 2, err: expect.stringContaining('Usage: node verify-log.mjs FILE [--checkpoint NOTE_FILE]') as string });
    expect(run('--help').status).toBe(2);
    expect(run(example, '--checkpoint').status).toBe(2);
    expect(run(example, '--other', example).status).toBe(2);
    expect(run(join(folder, 'missing.kinkolog'))).toMatchObject({ status: 2, err: expect.stringContaining('cannot be read') as string });
    expect(run(written('hello.txt', 'hello'))).toMatchObject({ status: 2, out: expect.stringContaining('not a log export') as string });
  });

  it('does not read a file of more than 64 MiB', () => {
    const path = written('large.kinkolog', '');
    truncateSync(path, 64 * 1024 * 1024 + 1);
    expect(run(path)).toMatchObject({ status: 2, err: expect.stringContaining('64 MiB') as string });
  });

  it('imports nothing but Node', () => {
    const sources = [...readProgram().matchAll(/^\s*import .* from '([^']+)'/gm)].map((match) => match[1]);
    expect(sources.length).toBeGreaterThan(0);
    expect(sources.filter((source) => source?.startsWith('node:') !== true)).toEqual([]);
    expect(readProgram()).not.toMatch(/import\(|require\(/);
  });
});

const readVector = (name: string): string => readFileSync(join(vectors, name), 'utf8');
const readProgram = (): string => readFileSync(fileURLToPath(VERIFIER_PATH), 'utf8');
