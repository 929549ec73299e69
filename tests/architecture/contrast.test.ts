import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

/** WCAG 2.2 §1.4.3 and §1.4.11, of the colours as styles/tokens.css names them, light and dark. */

const read = (path: string): string => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');
const valuesIn = (css: string): ReadonlyMap<string, string> =>
  new Map([...css.matchAll(/(--[\w-]+):\s*([^;]+);/g)].map((match) => [match[1] ?? '', match[2] ?? '']));

const css = read('src/ui/styles/tokens.css');
const dark = /:root\[data-scheme='dark'\] \{([^}]*)\}/.exec(css)?.[1];
if (dark === undefined) throw new Error('tokens.css has no dark colours');
const published = valuesIn(read('node_modules/@digital-go-jp/design-tokens/dist/tokens.css'));
const light = valuesIn(css.replace(dark, ''));
const SCHEMES = [
  ['light', light],
  ['dark', new Map([...light, ...valuesIn(dark)])],
] as const;

type Colours = ReadonlyMap<string, string>;

/** '#abc', '#aabbcc', or a name that leads to one. */
const hexOf = (colours: Colours, name: string): string => {
  const value = name.startsWith('#') ? name : (colours.get(name) ?? published.get(name));
  if (value === undefined) throw new Error(`no colour ${name}`);
  const reference = /^var\((--[\w-]+)\)$/.exec(value.trim())?.[1];
  if (reference !== undefined) return hexOf(colours, reference);
  return value.trim().length === 4 ? value.trim().replaceAll(/[0-9a-f]/gi, (digit) => digit + digit) : value.trim();
};

const luminance = (hex: string): number => {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
};

const contrast = (colours: Colours, one: string, other: string): number => {
  const [low = 0, high = 0] = [one, other].map((name) => luminance(hexOf(colours, name))).toSorted((a, b) => a - b);
  return (high + 0.05) / (low + 0.05);
};

const TEXT = 4.5;
const SHAPE = 3;
const WORDS_ON_GROUNDS = ['--ink', '--ink-2', '--ink-3', '--accent', '--ok', '--warn', '--bad', '--wait'].flatMap((ink) =>
  ['--paper', '--ground'].map((ground) => [ink, ground, TEXT] as const),
);
const PAIRS = [
  ...WORDS_ON_GROUNDS,
  ...['ok', 'warn', 'bad', 'wait', 'accent'].map((tone) => [`--${tone}`, `--${tone}-50`, TEXT] as const),
  ...['ok', 'warn', 'bad', 'wait', 'accent'].map((tone) => ['--ink', `--${tone}-50`, TEXT] as const),
  ['#fff', '--accent-fill', TEXT],
  ['#fff', '--accent-fill-dark', TEXT],
  ['#fff', '--wall', TEXT],
  ['--wall', '#fff', TEXT],
  ['--keyhole-ink', '--keyhole', TEXT],
  ['--accent', '--accent-100', TEXT],
  ['--edge', '--paper', SHAPE],
  ['--edge', '--ground', SHAPE],
  ['--keyhole', '--wall', SHAPE],
] as const;

describe.each(SCHEMES)('%s colours', (_, colours) => {
  it.each(PAIRS)('%s on %s has %s', (ink, ground, least) => {
    expect(contrast(colours, ink, ground)).toBeGreaterThanOrEqual(least);
  });
});
