import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { ROLES_BY_ACTION } from '../../../../src/core/domain/audit/action.ts';
import { AUDIT_CODES } from '../../../../src/core/domain/audit/codes.ts';
import { MEMBER_ROLES } from '../../../../src/core/domain/member/role.ts';
import { MAX_NOTE_BYTES, MAX_NOTE_SIGNATURES, MAX_TABLE_VERSIONS, MAX_TIME } from '../../../../src/core/formats/limits.ts';
import { encodeCheckpoint, parseCheckpoint } from '../../../../src/core/formats/log/checkpoint.ts';
import { encodeEntry, parseEntry } from '../../../../src/core/formats/log/entry.ts';
import * as consts from '../../../../src/core/formats/log/log-consts.ts';
import { encodeSignedNote, parseSignedNote } from '../../../../src/core/formats/signed-note.ts';
import type { IndependentVerifier } from '../../../support/independent-verifier.ts';
import { loadIndependentVerifier } from '../../../support/independent-verifier.ts';
import { PROBLEM_TYPES } from '../../../support/problem-types.ts';

const read = (path: string): string => readFileSync(new URL(`../../../../${path}`, import.meta.url), 'utf8');
const spec = read('public/spec/log-v1.md');

const section = (title: string): string => {
  const from = spec.indexOf(`${title}\n`);
  expect(from, title).toBeGreaterThan(0);
  const rest = spec.slice(from + title.length);
  const end = rest.search(/\n#{2,3} /);
  return end < 0 ? rest : rest.slice(0, end);
};
const fenced = (text: string): string => /```[a-z]+\n([\s\S]*?)```/.exec(text)?.[1] ?? '';
const rows = (text: string): readonly (readonly string[])[] =>
  text
    .split('\n')
    .filter((line) => line.startsWith('| ') && !line.startsWith('| action') && !line.startsWith('| family') && !line.startsWith('| limit'))
    .map((line) => line.slice(2, -2).split(' | '));
const words = (text: string | undefined): readonly string[] => [...(text ?? '').matchAll(/`([^`]+)`/g)].map((match) => match[1]!);

let independent: IndependentVerifier;
beforeAll(async () => {
  independent = await loadIndependentVerifier();
});

describe('public/spec/log-v1.md', () => {
  it('shows an export that is a vector both verifiers find good', () => {
    const example = fenced(section('## 1. Example'));
    expect(example).toBe(read('tests/vectors/log-v1/must-pass/example.kinkolog'));
    expect(independent.verifyLog(new TextEncoder().encode(example)).problems).toEqual([]);
  });

  it('shows an entry and a checkpoint as the code writes them', () => {
    const line = fenced(section('## 3. Entry')).trimEnd();
    const entry = parseEntry(line);
    if (!entry.ok) throw new Error(entry.error.type);
    expect(encodeEntry(entry.value)).toBe(line);

    const note = fenced(section('## 5. Checkpoint'));
    const signed = parseSignedNote(note);
    if (!signed.ok) throw new Error(signed.error);
    const checkpoint = parseCheckpoint(signed.value.text);
    if (!checkpoint.ok) throw new Error(checkpoint.error);
    expect(encodeSignedNote({ ...signed.value, text: encodeCheckpoint(checkpoint.value) })).toBe(note);
  });

  it('lists the actions and roles of the app, as the independent verifier does', () => {
    const listed = Object.fromEntries(
      rows(section('### 7.1 Actions')).map(([action, roles]) => [words(action)[0], roles === 'every role' ? [...MEMBER_ROLES] : roles?.split(', ')]),
    );
    expect(listed).toEqual(ROLES_BY_ACTION);
    expect(independent.ACTIONS).toEqual(ROLES_BY_ACTION);
  });

  it('lists the codes of the app, as the independent verifier does', () => {
    /** Years are many: the first `to` the last. */
    const valuesOf = (cell: string | undefined): readonly string[] => {
      const [, first, last] = /^`(\d{4})` to `(\d{4})`$/.exec(cell ?? '') ?? [];
      return first === undefined ? words(cell) : Array.from({ length: Number(last) - Number(first) + 1 }, (_, at) => String(Number(first) + at));
    };
    const listed = Object.fromEntries(rows(section('### 7.2 Codes')).map(([family, values]) => [words(family)[0], valuesOf(values)]));
    expect(listed).toEqual(AUDIT_CODES);
    const codes = Object.entries(AUDIT_CODES).flatMap(([family, values]) => values.map((value) => `${family}:${value}`));
    expect(independent.CODES).toEqual(codes);
  });

  it('names every problem, and the independent verifier has words for each', () => {
    const verification = spec.slice(spec.indexOf('## 8. Verification'), spec.indexOf('## 9. Limits'));
    const named = new Set(words(verification).filter((word) => /^[A-Z][A-Za-z]+$/.test(word) && !word.startsWith('Time')));
    expect([...named].toSorted()).toEqual(PROBLEM_TYPES.toSorted());
    expect(Object.keys(independent.WORDS).toSorted()).toEqual(PROBLEM_TYPES.toSorted());
  });

  it('names the attachments whose hash is not salted', () => {
    for (const kind of [consts.TABLE_ATTACHMENT, consts.DAMAGE_ATTACHMENT]) expect(section('## 3. Entry')).toContain(`kind \`${kind}\``);
  });

  it('has the limits of the code', () => {
    expect(Object.fromEntries(rows(section('## 9. Limits')))).toEqual(
      Object.fromEntries(
        Object.entries({
          'export, bytes': consts.MAX_LOG_EXPORT_BYTES,
          'export, lines': consts.MAX_LOG_EXPORT_LINES,
          'line, bytes without LF': consts.MAX_LOG_EXPORT_LINE_BYTES,
          'entry, bytes without LF': consts.MAX_ENTRY_BYTES,
          'signed note, bytes': MAX_NOTE_BYTES,
          'signed note, signature lines': MAX_NOTE_SIGNATURES,
          'table versions': MAX_TABLE_VERSIONS,
          'step of time that is noted, ms': consts.CLOCK_STEP_MS,
          'problems, notes, unknown actions, unknown codes listed': consts.MAX_REPORTED,
        }).map(([name, value]) => [name, String(value)]),
      ),
    );
    expect(section('## 3. Entry')).toContain(`integer 0 … ${MAX_TIME}`);
    expect(section('## 6. Export')).toContain(`\`${consts.LOG_EXPORT_MEDIA_TYPE}\``);
    expect(section('## 6. Export')).toContain(`\`${consts.LOG_EXPORT_EXTENSION}\``);
  });
});
