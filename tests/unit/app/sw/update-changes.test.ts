import fc from 'fast-check';
import { expect, test } from 'vitest';
import { askChanges } from '../../../../src/app/sw/ask-changes.ts';
import type { UpdateChanges } from '../../../../src/app/sw/update-changes.ts';
import { compareVersions, parseUpdateChanges } from '../../../../src/app/sw/update-changes.ts';

const note = (version: string, more: object = {}) => ({ version, date: '2026-11-23', ja: ['変わった。'], en: ['Changed.'], ...more });
const CHANGES: UpdateChanges = { version: '0.10.0', build: '0123456789ab', notes: [note('0.10.0'), note('0.9.2'), note('0.2.0')] };
const wait = (ms: number) => new Promise<void>((settle) => setTimeout(settle, ms));

test('what a version says of itself is taken as it is, without what this one does not know', () => {
  expect(parseUpdateChanges(CHANGES)).toEqual(CHANGES);
  expect(parseUpdateChanges({ ...CHANGES, urgent: true, notes: CHANGES.notes.map((one) => ({ ...one, fr: ['Oui'] })) })).toEqual(CHANGES);
  expect(parseUpdateChanges({ ...CHANGES, notes: [] })).toEqual({ ...CHANGES, notes: [] });
});

test('anything else is nothing', () => {
  const notes = (...of: readonly unknown[]) => ({ ...CHANGES, notes: of });
  const bad: readonly unknown[] = [
    undefined, null, 'text', 7, [], [CHANGES], {},
    { ...CHANGES, version: '1' }, { ...CHANGES, version: '01.2.3' }, { ...CHANGES, version: '0.2.0-<b>' }, { ...CHANGES, version: '0.2.123456' },
    { ...CHANGES, build: '' }, { ...CHANGES, build: '0123456789AB' }, { ...CHANGES, build: 7 },
    { ...CHANGES, notes: null }, { ...CHANGES, notes: { 0: note('0.2.0'), length: 1 } },
    notes(null), notes('text'), notes(note('x')),
    notes(note('0.2.0', { date: '2026-02-30' })), notes(note('0.2.0', { date: undefined })),
    notes(note('0.2.0', { ja: 'text' })), notes(note('0.2.0', { ja: [] })), notes(note('0.2.0', { en: undefined })), notes(note('0.2.0', { en: [7] })),
    notes(note('0.2.0', { ja: [' '] })), notes(note('0.2.0', { ja: ['x'.repeat(401)] })), notes(note('0.2.0', { ja: Array.from({ length: 21 }, () => 'x') })),
    notes(note('0.2.0', { ja: ['two\nlines'] })), notes(note('0.2.0', { ja: ['turned \u202E round'] })), notes(note('0.2.0', { ja: ['un\u200Bseen'] })),
    notes(note('0.2.0', { ja: Array.from({ length: 3 }) })), notes(note('0.2.0', { ja: Object.assign([], { length: 3 }) })), Object.assign(notes(), { notes: Object.assign([], { length: 2 }) }),
    notes(note('0.9.0'), note('0.10.0')), notes(note('0.9.0'), note('0.9.0')), notes(note('0.11.0')),
    notes(...Array.from({ length: 21 }, (_, no) => note(`0.0.${99 - no}`))),
  ];
  for (const answer of bad) expect([answer, parseUpdateChanges(answer)]).toEqual([answer, null]);
  fc.assert(fc.property(fc.anything(), (answer) => parseUpdateChanges(answer) === null));
});

test('versions are compared as numbers', () => {
  const sorted = ['0.0.9', '0.2.0', '0.9.2', '0.10.0', '1.0.0', '10.0.0'];
  expect(sorted.toReversed().toSorted(compareVersions)).toEqual(sorted);
  expect(compareVersions('1.2.3', '1.2.3')).toBe(0);
});

test('a service worker is asked through a port; one that does not know the question keeps nobody waiting', async () => {
  const asked: unknown[] = [];
  const answering = (answer: unknown) => ({
    postMessage: (message: unknown, ports: unknown) => {
      asked.push(message);
      if (Array.isArray(ports) && ports[0] instanceof MessagePort) ports[0].postMessage(answer);
    },
  });
  expect(await askChanges(answering(CHANGES), wait)).toEqual(CHANGES);
  expect(await askChanges(answering({ version: 1 }), wait)).toBeNull();
  expect(asked[0]).toEqual({ type: 'CHANGES' });
  expect(await askChanges({ postMessage: () => undefined }, async () => Promise.resolve())).toBeNull();
});
