import { describe, expect, test } from 'vitest';
import { KEY_PLACES } from '../../src/i18n/help-keys.ts';
import type { KeyPlace } from '../../src/i18n/help-keys.ts';
import { keys as en } from '../../src/i18n/en/help/keys.ts';
import { keys as ja } from '../../src/i18n/ja/help/keys.ts';
import type { Source } from './source.ts';
import { productSources, sourceOf } from './source.ts';

/** What a browser does with the elements we use, and with its own dialogs. */
const BY_MARKUP: readonly (readonly [RegExp, readonly string[]])[] = [
  [/<form\b/, ['Enter']],
  [/<dialog\b/, ['Escape']],
  [/type="radio"/, ['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight']],
  [/type="checkbox"/, ['Space']],
];
const LISTENS = /\bonKey(?:Down|Up|Press)\b|['"]key(?:down|up|press)['"]|\baccesskey\b/i;

const all = (code: string, pattern: RegExp): readonly string[] => [...code.matchAll(pattern)].map((match) => match[1] ?? '');

/** Keys of `STEPS` in `STEPS[event.key]`. */
const tableKeys = (code: string): readonly string[] =>
  all(code, /\b(\w+)\[event\.key\]/g).flatMap((table) => all(new RegExp(`\\b${table}\\b[^=]*=\\s*\\{([^}]*)\\}`).exec(code)?.[1] ?? '', /(\w+)\s*:/g));

/** The keys a file does something with, as the help names them; 'Any' where it listens and asks for none. */
const keysIn = ({ code }: Source): readonly string[] => {
  const found = [
    ...all(code, /\bevent\.key(?:\.toLowerCase\(\))?\s*[!=]==\s*['"]([^'"]+)['"]/g),
    ...all(code, /\bevent\.(?:code|keyCode|which)\s*[!=]==\s*['"]?(\w+)/g),
    ...all(code, /getModifierState\(['"](\w+)['"]\)/g),
    ...tableKeys(code),
  ].map((key) => (key.length === 1 && /\b(?:ctrl|meta)Key\b/.test(code) ? `Ctrl+${key.toUpperCase()}` : key));
  const heard = LISTENS.test(code) && found.length === 0 ? ['Any'] : found;
  return [...new Set([...heard, ...BY_MARKUP.flatMap(([pattern, keys]) => (pattern.test(code) ? keys : []))])];
};

/** Where the help tells the keys of a file. */
const TOLD_AT: Readonly<Record<string, KeyPlace>> = {
  'src/ui/components/ChoiceGroup.tsx': 'choice',
  'src/ui/components/CodeBoxes.tsx': 'code',
  'src/ui/components/Dialog.tsx': 'question',
  'src/ui/components/Form.tsx': 'field',
  'src/ui/components/PasswordField.tsx': 'password',
  'src/ui/components/PersonFinder.tsx': 'personFinder',
  'src/ui/components/VirtualList.tsx': 'personList',
  'src/ui/routes/help/HelpSearchField.tsx': 'helpSearch',
  'src/ui/routes/import/Retype.tsx': 'field',
  'src/ui/routes/persons/PersonFilter.tsx': 'personSearch',
  'src/ui/shell/use-idle.ts': 'question',
  'src/ui/use-print.ts': 'print',
};

/** Links, buttons and the order of the stops are the browser's. */
const OF_THE_BROWSER: Readonly<Partial<Record<KeyPlace, readonly string[]>>> = {
  everywhere: ['Tab', 'Shift+Tab', 'Enter', 'Space'],
  personList: ['Enter'],
};

const sources = productSources().filter(({ file }) => /^src\/.*\.tsx?$/.test(file));
const handled = new Map(sources.map((source) => [source.file, keysIn(source)] as const).filter(([, keys]) => keys.length > 0));

describe('the help tells every key', () => {
  test('each file that listens for keys has its place in the help', () => {
    expect([...handled.keys()].toSorted()).toEqual(Object.keys(TOLD_AT).toSorted());
  });

  test.each(Object.keys(KEY_PLACES) as KeyPlace[])('the keys told at %s are those of the code, no more and no less', (place) => {
    const files = Object.entries(TOLD_AT).filter(([, at]) => at === place);
    const inCode = [...files.flatMap(([file]) => handled.get(file) ?? []), ...(OF_THE_BROWSER[place] ?? [])];
    const told = Object.values<readonly string[]>(KEY_PLACES[place]).flat();
    expect([...new Set(told)].toSorted()).toEqual([...new Set(inCode)].toSorted());
  });

  test('a key is found however it is asked for', () => {
    const found = (code: string): readonly string[] => keysIn(sourceOf('src/ui/planted.ts', code));
    expect(found("const STEPS: Record<string, number> = { ArrowUp: 1, End: 2 };\nconst onKeyDown = (event) => STEPS[event.key];")).toEqual(['ArrowUp', 'End']);
    expect(found("window.addEventListener('keydown', (event) => event.ctrlKey && event.key.toLowerCase() === 'k');")).toEqual(['Ctrl+K']);
    expect(found("window.addEventListener('keyup', (event) => event.code === 'KeyQ');")).toEqual(['KeyQ']);
    expect(found("window.addEventListener('keydown', close);")).toEqual(['Any']);
    expect(found("// 'keydown'")).toEqual([]);
  });

  test('in both languages in the same order, as pieces of one list', () => {
    const order = ({ keys: { keys } }: typeof ja | typeof en) => Object.entries(keys.places).map(([place, { does }]) => [place, ...Object.keys(does)]);
    const listed = Object.entries(KEY_PLACES).map(([place, acts]) => [place, ...Object.keys(acts)]);
    expect(order(ja)).toEqual(listed);
    expect(order(en)).toEqual(listed);
  });
});
