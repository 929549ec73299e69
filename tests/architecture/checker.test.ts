import { expect, test } from 'vitest';
import { arrowProblems } from './arrows.ts';
import { circles } from './circles.ts';
import { habitProblems, switchProblems } from './habits.ts';
import { sourceOf } from './source.ts';

// The checks must see what they are there for: each case plants a file that breaks one border.

const arrows = (file: string, text: string) => arrowProblems([sourceOf(file, text)]);
const habits = (file: string, text: string) => habitProblems([sourceOf(file, text)]);

test.each([
  ['src/core/domain/a.ts', `import { b } from '../formats/b.ts';`],
  ['src/core/domain/a.ts', `import type { B } from '../contract/b.ts';`],
  ['src/core/domain/a.ts', `type B = import('../contract/b.ts').B;`],
  ['src/core/formats/a.ts', `export * from '../contract/b.ts';`],
  ['src/core/contract/a.ts', `export type { B } from '../../i18n/b.ts';`],
  ['src/app/a.ts', `import { b } from '../ui/b.ts';`],
  ['src/app/a.ts', `const b = await import('../../workers/vault/b.ts');`],
  ['src/app/models/a.ts', `import url from '../../../workers/vault/vault.worker.ts?worker&url';`],
  ['src/app/bridge/a.ts', `import url from '../../../workers/vault/storage/b.ts?worker&url';`],
  ['src/ui/a.tsx', `import { b } from '../core/contract/b.ts';`],
  ['src/ui/a.tsx', `import { b } from '../core/formats/b.ts';`],
  ['src/main.tsx', `import { b } from './core/domain/b.ts';`],
  ['workers/vault/a.ts', `import { b } from '../../src/app/b.ts';`],
  ['workers/verify/a.ts', `import { b } from '../vault/crypto/b.ts';`],
  ['workers/vault/crypto/a.ts', `import { b } from '../storage/b.ts';`],
  ['workers/vault/audit/a.ts', `import { b } from '../service/b.ts';`],
  ['workers/sw/sw.ts', `import { b } from '../../src/core/domain/b.ts';`],
  ['src/ui/a.tsx', `import { b } from '../../tests/b.ts';`],
  ['src/ui/a.tsx', `import { wrap } from 'comlink';`],
  ['src/app/models/a.ts', `import { render } from 'preact';`],
  ['workers/vault/service/a.ts', `import Dexie from 'dexie';`],
  ['workers/verify/a.ts', `import { Dexie } from 'dexie/x';`],
  ['src/app/a.ts', `import x from 'left-pad';`],
])('an arrow that is not there is found (%#): %s', (file, text) => {
  expect(arrows(file, text)).toHaveLength(1);
});

test.each([
  ['src/core/formats/a.ts', `import { b } from '../domain/b.ts';`],
  ['src/ui/a.tsx', `import type { B } from '../core/contract/b.ts';`],
  ['src/ui/a.tsx', `import { type B, type C } from '../core/contract/b.ts';`],
  ['src/app/bridge/a.ts', `import url from '../../../workers/vault/vault.worker.ts?worker&url';`],
  ['workers/vault/service/a.ts', `import { b } from '../storage/b.ts';`],
  ['workers/vault/vault.worker.ts', `import { expose } from 'comlink';`],
])('an arrow of the house is let through (%#): %s', (file, text) => {
  expect(arrows(file, text)).toEqual([]);
});

test('a circle is found, through types too', () => {
  const sources = [
    sourceOf('src/core/domain/a.ts', `import { b } from './b.ts';`),
    sourceOf('src/core/domain/b.ts', `import type { C } from './c.ts';`),
    sourceOf('src/core/domain/c.ts', `export type { A } from './a.ts';`),
    sourceOf('src/core/domain/d.ts', `import { a } from './a.ts';`),
  ];
  expect(circles(sources)).toEqual([
    ['src/core/domain/a.ts', 'src/core/domain/b.ts', 'src/core/domain/c.ts', 'src/core/domain/a.ts'],
  ]);
  expect(circles(sources.slice(1))).toEqual([]);
});

test.each([
  ['src/app/a.ts', 'export const a = 1;\n'.repeat(401), 'lines'],
  ['workers/sw/sw.ts', 'void 0;\n'.repeat(60), 'under 60'],
  ['workers/vault/vault.worker.ts', 'void 0;\n'.repeat(41), 'only composes'],
  ['src/app/a.ts', 'export default 1;', 'default'],
  ['src/app/a.ts', 'const a = 1; export { a as default };', 'default'],
  ['src/app/models/index.ts', 'export const a = 1;', 'barrel'],
  ['src/app/a.ts', `import { b } from './b';`, 'ending'],
  ['src/ui/a.tsx', `export const A = () => <p>\u91d1\u5eab</p>;`, 'kana'],
  ['src/ui/styles/a.css', `p::after { content: '\u3042'; }`, 'kana'],
  ['src/core/domain/a.ts', `export const a = '\uff76\uff85';`, 'kana'],
  ['workers/vault/service/a.ts', 'crypto.subtle.digest;', 'subtle'],
  ['workers/vault/service/a.ts', 'const { subtle } = crypto;', 'subtle'],
  ['src/app/bridge/a.ts', `new Worker('x');`, 'Worker'],
  ['src/app/models/a.ts', `const a = new URL('../../../workers/vault/vault.worker.ts', 'x');`, 'worker file'],
  ['src/app/a.ts', 'indexedDB.open("x");', 'indexedDB'],
  ['workers/vault/service/a.ts', `fetch('x');`, 'network'],
  ['src/ui/a.tsx', `document.body.innerHTML = '';`, 'markup'],
  ['src/core/domain/a.ts', 'export const a = Date.now();', 'clock'],
  ['src/core/domain/a.ts', 'export const a = new Date();', 'clock'],
  ['src/core/domain/a.ts', 'export const a = new Date;', 'clock'],
  ['src/core/domain/a.ts', 'export const a = Date();', 'clock'],
  ['src/app/a.ts', 'export const a = Math.random();', 'chance'],
  ['src/app/a.ts', 'export const a = (b: any) => b;', 'any'],
])('a broken habit is found (%#): %s', (file, text, problem) => {
  const problems = habits(file, text);
  expect(problems).toHaveLength(1);
  expect(problems[0]).toContain(problem);
});

test.each([
  ['src/ui/a.tsx', '// \u91d1\u5eab\nexport const a = 1; /* \u3042 */'],
  ['src/i18n/ja.ts', `export const a = '\u91d1\u5eab';`],
  ['src/core/domain/a/b.data.ts', `export const a = '\u91d1\u5eab';`],
  ['src/core/domain/a.ts', 'export const a = (ms: number) => new Date(ms);'],
  ['workers/vault/crypto/a.ts', 'crypto.subtle.digest;'],
])('what keeps the habits is let through (%#): %s', (file, text) => {
  expect(habits(file, text)).toEqual([]);
});

test('a switched-off check is found', () => {
  expect(switchProblems([{ file: 'a.ts', text: '// @ts-ignore' }])).toHaveLength(1);
  expect(switchProblems([{ file: 'a.ts', text: '/* eslint-disable no-eval */' }])).toHaveLength(1);
  expect(switchProblems([{ file: 'a.ts', text: 'export const a = 1;' }])).toEqual([]);
});
