import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { filesIn, root, sourceOf } from './source.ts';

/** One scale of letters and one of space, in styles/tokens.css: a size that is written out anywhere else is a step of its own. */

const TOKENS = 'src/ui/styles/tokens.css';
/** Cut out with scissors: its lengths are those of paper on the screen too. */
const MEASURED = 'src/ui/routes/copies/label-sheet.css';

interface Declaration {
  readonly property: string;
  readonly value: string;
  /** Blocks it stands in, from the outermost. */
  readonly inside: readonly string[];
}

const declarationsOf = (css: string): readonly Declaration[] => {
  const found: Declaration[] = [];
  const inside: string[] = [];
  for (const [, text = '', end] of css.matchAll(/([^;{}]*)([;{}])/g)) {
    if (end === '{') {
      inside.push(text.trim());
      continue;
    }
    const [property = '', ...value] = text.split(':');
    if (value.length > 0) found.push({ property: property.trim(), value: value.join(':').trim(), inside: [...inside] });
    if (end === '}') inside.pop();
  }
  return found;
};

const styles = filesIn('src')
  .filter((file) => file.endsWith('.css'))
  .map((file) => ({ file, css: sourceOf(file, readFileSync(path.join(root, file), 'utf8')).code }));
const declared = declarationsOf(styles.find(({ file }) => file === TOKENS)?.css ?? '').filter(({ inside }) => inside.at(-1) === ':root');
const scaleOf = (start: string): readonly string[] => [...new Set(declared.map(({ property }) => property).filter((name) => name.startsWith(start)))];

/** Lengths that are no step of a scale: what something else measures, taken up or made up for by a distance. */
const MEASURES = ['--icon', '--target', '--bar', '--column', '--overlap'];

const EXCEPTIONS: readonly (Omit<Declaration, 'inside'> & { readonly file: string; readonly why: string })[] = [
  { file: TOKENS, property: 'font-size', value: '118.75%', why: 'the size of the letters that somebody chose: all steps follow it' },
  { file: TOKENS, property: 'font-size', value: '137.5%', why: 'the size of the letters that somebody chose: all steps follow it' },
  { file: 'src/ui/components/paper-table.css', property: 'font-size', value: '9pt', why: 'the margin of a page inherits no token from the root' },
  { file: 'src/ui/components/kit-sheet.css', property: 'margin-inline-end', value: '-0.14em', why: 'takes back what letter-spacing adds behind the last letter' },
  {
    file: 'src/ui/shell/rail.css',
    property: 'font-size',
    value: 'clamp(16px, 4.6vw, var(--text-base))',
    why: 'five words of the navigation beside each other on a phone, however large the letters',
  },
];

const TEXT = /var\(--text-[a-z]+\)/;
/** A step, or what follows the width of its box from one step to another. */
const isText = (value: string): boolean =>
  value === 'inherit' || new RegExp(`^(?:${TEXT.source}|clamp\\(${TEXT.source}, [\\d.]+(?:cqi|vw), ${TEXT.source}\\))$`).test(value);
const isPaper = (value: string): boolean => /^var\(--paper-[a-z]+\)$/.test(value);

/** What is left of a distance without its tokens has no length; the height of a line and the whole of a width are none. */
const isSpace = (value: string, onPaper: boolean): boolean => {
  const rest = value
    .replaceAll(/var\((--[\w-]+)\)/g, (whole, name: string) => (name.startsWith('--space-') || MEASURES.includes(name) ? '' : whole))
    .replaceAll(onPaper ? /\b100%|\d(?:lh|mm)\b/g : /\b100%|\dlh\b/g, '');
  return !/var\(|\d(?:[a-z]|%)/.test(rest);
};

/** One line for each size and distance of a file that stands on no scale. */
const offScale = (file: string, css: string): readonly string[] =>
  declarationsOf(css)
    .filter(({ property, value, inside }) => {
      const onPaper = file === MEASURED || inside.some((block) => /^@page\b|^@media print/.test(block));
      if (property === 'font') return value !== 'inherit';
      if (property === 'font-size') return !isText(value) && !(onPaper && isPaper(value));
      return /^(?:padding|margin|gap|row-gap|column-gap)(?:-|$)/.test(property) && !isSpace(value, onPaper);
    })
    .filter(({ property, value }) => !EXCEPTIONS.some((one) => one.file === file && one.property === property && one.value === value))
    .map(({ property, value }) => `${file}: ${property}: ${value}`);

describe('letters and space', () => {
  test('every size is a step of the type scale, every distance one of the spacing scale', () => {
    expect(styles.length).toBeGreaterThan(50);
    expect(styles.flatMap(({ file, css }) => offScale(file, css))).toEqual([]);
  });

  test('every step is used, and so is every exception', () => {
    const all = styles.map(({ css }) => css).join('\n');
    const steps = ['--text-', '--paper-', '--space-'].map(scaleOf);
    expect(steps.map(({ length }) => length)).toEqual([5, 5, 6]);
    expect(steps.flat().filter((name) => !all.includes(`var(${name})`))).toEqual([]);
    const unused = EXCEPTIONS.filter((one) => !styles.some(({ file, css }) => file === one.file && css.includes(`${one.property}: ${one.value};`)));
    expect(unused).toEqual([]);
  });

  test('no two steps are nearly the same', () => {
    for (const start of ['--text-', '--paper-', '--space-']) {
      const sizes = declared.filter(({ property, inside }) => property.startsWith(start) && inside.length === 1).map(({ value }) => Number.parseFloat(value));
      sizes.slice(1).forEach((size, at) => expect(size / (sizes[at] ?? 0), `${start} ${size}`).toBeGreaterThanOrEqual(1.09));
    }
  });
});

test('what stands on no scale is found', () => {
  const found = (css: string): number => offScale('src/ui/a.css', css).length;
  for (const good of [
    '.a { font-size: var(--text-base); padding: 0 var(--space-1) calc(var(--bar) + env(safe-area-inset-bottom)); margin: -0 auto }',
    '.a { font-size: clamp(var(--text-lead), 6cqi, var(--text-title)); margin-top: calc((1lh - var(--icon)) / 2); gap: calc(-1 * var(--space-2)) }',
    '@media print { .a { font-size: var(--paper-text); padding: 1.5mm 0 } }',
    '.a { width: 3rem; scroll-margin-top: 1rem; border: 1px solid; font: inherit }',
  ])
    expect([good, found(good)]).toEqual([good, 0]);
  for (const bad of [
    '.a { font-size: 1rem }',
    '.a { font-size: clamp(1rem, 6cqi, var(--text-title)) }',
    '.a { font-size: var(--paper-text) }',
    '.a { font: 1rem sans-serif }',
    '.a { padding: var(--space-1) 12px; }',
    '.a { margin-inline-end: 0.5em }',
    '.a { margin: 5% }',
    '.a { gap: 2mm }',
    '.a { row-gap: calc(var(--space-1) + 1px) }',
    '.a { padding-block: var(--elsewhere) }',
    '@media screen { .a { gap: 1rem } }',
  ])
    expect([bad, found(bad)]).toEqual([bad, 1]);
});
