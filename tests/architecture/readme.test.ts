import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { ARROWS, ROOMS, VAULT_ARROWS } from './arrows.ts';
import { codeIn, pathsIn, rowsOf, scriptsIn } from './readme.ts';
import { root } from './source.ts';

const text = readFileSync(path.join(root, 'README.md'), 'utf8');
const rows = rowsOf(text);
const firstCells = (section: string): readonly string[] =>
  rows.filter((row) => row.section === section).map(({ cells }) => codeIn(cells[0] ?? '')[0] ?? '');

interface Manifest {
  readonly dependencies: Readonly<Record<string, string>>;
  readonly devDependencies: Readonly<Record<string, string>>;
  readonly scripts: Readonly<Record<string, string>>;
}
const manifest = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as Manifest;

describe('README.md', () => {
  test('names every npm script, and none that is not there', () => {
    expect([...scriptsIn(text)].toSorted()).toEqual(Object.keys(manifest.scripts).toSorted());
  });

  test('gives every dependency a reason', () => {
    const section = 'Why each dependency is there';
    const named = Object.keys({ ...manifest.dependencies, ...manifest.devDependencies });
    expect(firstCells(section).toSorted()).toEqual(named.toSorted());
    const reasons = rows.filter((row) => row.section === section).map(({ cells }) => cells[1] ?? '');
    expect(reasons.filter((reason) => reason.length < 4)).toEqual([]);
  });

  test('maps every room, with the very arrows that are held', () => {
    const mapped = new Map(rows.filter((row) => row.section === 'The house').map(({ cells }) => [codeIn(cells[0] ?? '')[0] ?? '', cells[2] ?? '']));
    const drawn = Object.fromEntries([...mapped].map(([room, arrows]) => [room, codeIn(arrows)]));
    const vaultRooms = Object.entries(VAULT_ARROWS).map(([room, arrows]) => [`workers/vault/${room}`, arrows] as const);
    const held = Object.fromEntries([...ROOMS.map((room) => [room, ARROWS[room]] as const), ...vaultRooms, ['workers/vault/service', []] as const]);
    expect(drawn).toEqual(held);
    const folders = readdirSync(path.join(root, 'workers/vault'), { withFileTypes: true }).filter((entry) => entry.isDirectory());
    expect(folders.map(({ name }) => `workers/vault/${name}`).filter((folder) => !mapped.has(folder))).toEqual([]);
  });

  test('names no file and no folder that is not there', () => {
    const paths = [...pathsIn(text)];
    expect(paths.length).toBeGreaterThan(40);
    expect(paths.filter((name) => !existsSync(path.join(root, name)))).toEqual([]);
  });

  test('lists every folder of tests that holds suites', () => {
    const suites = readdirSync(path.join(root, 'tests'), { withFileTypes: true })
      .filter((entry) => entry.isDirectory() && !['fixtures', 'support', 'tools'].includes(entry.name))
      .map(({ name }) => `tests/${name}`);
    expect(firstCells('Tests').toSorted()).toEqual(suites.toSorted());
  });

  test('shows a picture of the app that nobody waits for', () => {
    const picture = /!\[[^\]]+\]\(([^)]+)\)/.exec(text)?.[1] ?? '';
    const bytes = readFileSync(path.join(root, picture));
    expect(bytes.subarray(1, 4).toString('latin1')).toBe('PNG');
    expect(statSync(path.join(root, picture)).size).toBeLessThanOrEqual(150_000);
  });
});

test('the reading of README.md sees what is there', () => {
  const sample = '# A\n`npm start` or npm run x:y\n| a | b |\n|---|---|\n| `p` | q r |\n\n[l](src/gone.ts) `src/a.ts b` ![i](tests/i.png)\n```sh\nnpm test\n```\n';
  expect(rowsOf(sample)).toEqual([{ section: 'A', cells: ['`p`', 'q r'] }]);
  expect([...scriptsIn(sample)]).toEqual(['start', 'x:y', 'test']);
  expect([...pathsIn(sample)]).toEqual(['src/a.ts', 'src/gone.ts', 'tests/i.png']);
  expect(codeIn(sample)).not.toContain('npm test');
});
