import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { expect } from '@playwright/test';
import type { Locator, Page } from '@playwright/test';
import { untilStill } from './look.ts';

const folder = path.resolve(import.meta.dirname, '../trees');
const isWriting = process.env.KINKO_TREES === 'write';
const MOST_LOOKS = 20;
const LOOK_MS = 150;

/**
 * What differs from run to run: builds, ids, codes and fingerprints, the places of the code that are asked, days, counts, ports. Levels of
 * headings stay. `ids`: what else is this vault's own.
 */
const masked = (tree: string, ids: readonly string[] = []): string =>
  [/[\w+/=-]{22,}/g, ...ids]
    .reduce<string>((text, id) => text.replaceAll(id, 'ID'), tree)
    .replaceAll(/(版 |（|: )[0-9a-f]{7,}(?=）|$|")/gm, '$1BUILD')
    .replaceAll(/(?:[\w+/]{4} ){10}[\w+/=]{4}/g, 'FINGERPRINT')
    .replaceAll(/(?<=番目 )[0-9A-Z]{5}\b/g, 'CODE')
    .replaceAll(/"(ID|BUILD)"/g, '$1')
    .replaceAll(/(?<!\[level=|\d)\d+(?:[,.:]\d+)*/g, '0')
    .replaceAll(/[日月火水木金土]曜日/g, '曜日');

/** What is read out by itself, as it stands: each region with its words; empty ones wait. */
const liveRegions = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('[aria-live], [role="status"], [role="alert"], output')]
      .filter((region) => region.checkVisibility() && (region.textContent ?? '').trim() !== '')
      .map((region) => `${region.getAttribute('role') ?? region.getAttribute('aria-live') ?? ''}: ${(region.innerText ?? '').replaceAll(/\s+/g, ' ').trim()}`),
  );

/** What is marked as the one of many where one is; the tree does not say it. */
const current = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('[aria-current]')]
      .filter((one) => one.checkVisibility())
      .map((one) => `${one.getAttribute('aria-current') ?? ''}: ${one.innerText.trim().split('\n')[0] ?? ''}`),
  );

/** Where the focus stands, as role and first words. */
const focused = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const at = document.activeElement;
    if (!(at instanceof HTMLElement) || at === document.body) return 'nowhere';
    const label = at instanceof HTMLInputElement || at instanceof HTMLSelectElement ? (at.labels?.[0]?.innerText ?? '') : at.innerText;
    return `${at.tagName.toLowerCase()} ${(at.ariaLabel ?? label).split('\n')[0] ?? ''}`.trim();
  });

/** Things to operate, and parts to jump to, that have no name. */
export const namelessIn = (tree: string): readonly string[] =>
  tree
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => /^- (?:button|link|textbox|searchbox|checkbox|radio|radiogroup|combobox|slider|dialog|alertdialog|form|region|navigation|complementary|progressbar|img)(?! ")(?=[:\s[]|$)/.test(line));

/** Headings that skip a level downwards, and more or less than one of the first. */
export const headingFaults = (tree: string, firstLevel: number): readonly string[] => {
  const levels = [...tree.matchAll(/- heading (?:".*?")? ?\[level=(\d)\]/g)].map(([, level]) => Number(level));
  const skips = levels.filter((level, at) => level > (levels[at - 1] ?? firstLevel - 1) + 1).map((level) => `level ${level} without the one above`);
  const firsts = levels.filter((level) => level === firstLevel).length;
  return firsts === 1 ? skips : [...skips, `${firsts} headings of level ${firstLevel}`];
};

const landmarkFaults = (tree: string): readonly string[] => {
  const mains = [...tree.matchAll(/^- main/gm), ...tree.matchAll(/^ +- main/gm)].length;
  const navigations = [...tree.matchAll(/- navigation "(.*?)"/g)].map(([, name]) => name);
  const twice = navigations.filter((name, at) => navigations.indexOf(name) !== at);
  return [...(mains === 1 ? [] : [`${mains} mains`]), ...twice.map((name) => `two navigations named ${name}`)];
};

/** Tables whose cells nobody can tell what they are of. */
export const tableFaults = (tree: string): readonly string[] =>
  tree
    .split(/- table\b/)
    .slice(1)
    .filter((table) => !table.includes('columnheader'))
    .map((table) => `without heads:${table.slice(0, 60)}`);

const keptOf = (name: string): string | null => {
  const file = path.join(folder, `${name}.yml`);
  return existsSync(file) ? readFileSync(file, 'utf8') : null;
};

/** What is still being read comes in a moment later: as long as the tree is not the one that is kept, it is looked at again. */
const compare = async (name: string, read: () => Promise<string>): Promise<string> => {
  const kept = keptOf(name);
  let tree = await read();
  for (let round = 0, before = ''; round < MOST_LOOKS && (isWriting ? tree !== before : tree !== kept); round += 1) {
    await pause(LOOK_MS);
    before = tree;
    tree = await read();
  }
  if (isWriting) {
    mkdirSync(folder, { recursive: true });
    writeFileSync(path.join(folder, `${name}.yml`), tree);
    return tree;
  }
  expect.soft(kept === null ? '' : tree, `the tree of ${name}; KINKO_TREES=write keeps a new one, which is to be read`).toBe(kept ?? 'a file');
  return tree;
};

const treeOf = async (place: Locator, ids?: readonly string[]): Promise<string> => masked(await place.ariaSnapshot(), ids);

const expectSound = (tree: string, name: string): void => {
  expect.soft(namelessIn(tree), `names on ${name}`).toEqual([]);
  expect.soft(headingFaults(tree, 1), `headings of ${name}`).toEqual([]);
  expect.soft(tableFaults(tree), `tables of ${name}`).toEqual([]);
  expect.soft(landmarkFaults(tree), `landmarks of ${name}`).toEqual([]);
};

/** For a screen whose words hang on the device: what holds for every tree, and no tree to compare with. */
export const expectSoundTree = async (page: Page, name: string): Promise<void> => {
  await untilStill(page);
  expectSound(await treeOf(page.locator('body')), name);
};

/** The screen as a screen reader has it: the tree, where one is, what is read out by itself, and where the focus stands. */
export const expectTree = async (page: Page, name: string, ids?: readonly string[]): Promise<void> => {
  await untilStill(page);
  const read = async (): Promise<string> => {
    const tree = await treeOf(page.locator('body'), ids);
    const here = (await current(page)).map((line) => `# current ${masked(line)}\n`);
    const live = (await liveRegions(page)).map((line) => `# says ${masked(line)}\n`);
    return `${tree}\n${here.join('')}${live.join('')}# focus ${masked(await focused(page))}\n`;
  };
  expectSound(await compare(name, read), name);
};

/** The same of the dialog that is open. Its title is a heading of the second level. */
export const expectDialogTree = async (page: Page, name: string): Promise<void> => {
  const dialog = page.locator('dialog[open]');
  await dialog.waitFor();
  const read = async (): Promise<string> => `${await treeOf(dialog)}\n# focus ${masked(await focused(page))}\n`;
  const tree = await compare(name, read);
  expect.soft(namelessIn(tree), `names in ${name}`).toEqual([]);
  expect.soft(headingFaults(tree, 2), `headings of ${name}`).toEqual([]);
};
