import { describe, expect, it } from 'vitest';
import { parseContainerLine } from '../../../src/core/formats/container-line.ts';
import { readVectors } from './kit.ts';

const { cases } = readVectors('container-v1/must-pass.json') as { cases: readonly { readonly file: string }[] };
const header = (cases[0]?.file ?? '').split('\n')[0] ?? '';

const outcome = (text: string, version: number): string => {
  const parsed = parseContainerLine(text, version);
  return parsed.ok ? parsed.value.type : parsed.error.type;
};

describe('the header', () => {
  it('names versions that can be', () => {
    const versions = (kinko: number, minReader: number) => outcome(header.replace('"kinko":1,"minReader":1', `"kinko":${kinko},"minReader":${minReader}`), 0);
    expect(versions(1, 1)).toBe('header');
    expect(versions(2, 1)).toBe('header');
    expect(versions(2, 2)).toBe('NewerFormat');
    expect(versions(1, 2)).toBe('Damaged');
    expect(versions(0, 0)).toBe('Damaged');
    expect(versions(1, 0)).toBe('Damaged');
  });
});

describe('a line of a kind that version 1 does not know', () => {
  const line = (key: string): string => JSON.stringify({ [key]: 1 });

  it('is passed over in a copy of a newer version, when its name is one', () => {
    for (const key of ['hint', 'h', 'hintOf2', `h${'x'.repeat(39)}`]) expect(outcome(line(key), 2)).toBe('other');
    for (const key of ['', 'Hint', '2hint', '-hint', 'hint-of', 'hint ', `h${'x'.repeat(40)}`]) expect(outcome(line(key), 2)).toBe('Damaged');
  });

  it('is no excuse for a known kind that cannot be read, nor for a second header', () => {
    for (const key of ['table', 'member', 'grant', 'page', 'manifest', 'kinko']) expect(outcome(line(key), 2)).toBe('Damaged');
  });

  it('is damage in version 1', () => {
    expect(outcome(line('hint'), 1)).toBe('Damaged');
  });
});

it('a line has one key', () => {
  expect(outcome('{}', 1)).toBe('Damaged');
  expect(outcome('{"table":"","manifest":""}', 1)).toBe('Damaged');
  expect(outcome('{"table":""}', 1)).toBe('table');
});

describe('limits', () => {
  it('a blob of 48 KiB is taken, and not one byte more', () => {
    const page = (bytes: number) => outcome(JSON.stringify({ page: ['own', 'log', 0, 1, Buffer.alloc(bytes).toString('base64url')] }), 1);
    expect(page(48 * 1024)).toBe('page');
    expect(page(48 * 1024 + 1)).toBe('Damaged');
    expect(page(48)).toBe('Damaged');
    expect(page(49)).toBe('page');
  });

  it.each(['table', 'manifest'])('a %s of 64 KiB is taken, and not one character more', (kind) => {
    const note = (chars: number) => outcome(JSON.stringify({ [kind]: 'x'.repeat(chars) }), 1);
    expect(note(64 * 1024)).toBe(kind);
    expect(note(64 * 1024 + 1)).toBe('Damaged');
  });
});
