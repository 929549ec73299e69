import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { root } from './source.ts';

interface Manifest {
  readonly dependencies: Readonly<Record<string, string>>;
  readonly devDependencies: Readonly<Record<string, string>>;
  readonly scripts: Readonly<Record<string, string>>;
}

interface Lock {
  readonly packages: Readonly<Record<string, { readonly hasInstallScript?: boolean; readonly integrity?: string; readonly version?: string }>>;
}

const readText = (file: string): string => readFileSync(path.join(root, file), 'utf8');
const manifest = JSON.parse(readText('package.json')) as Manifest;
const lock = JSON.parse(readText('package-lock.json')) as Lock;
const installed = Object.entries(lock.packages).filter(([name]) => name !== '');

test('every dependency is pinned exactly', () => {
  const all = Object.entries({ ...manifest.dependencies, ...manifest.devDependencies });
  expect(all.length).toBeGreaterThan(10);
  expect(all.filter(([, version]) => !/^\d+\.\d+\.\d+$/.test(version))).toEqual([]);
  expect(all.filter(([name, version]) => lock.packages[`node_modules/${name}`]?.version !== version)).toEqual([]);
});

test('no dependency runs a script when it is installed', () => {
  expect(installed.length).toBeGreaterThan(50);
  expect(installed.filter(([, { hasInstallScript }]) => hasInstallScript === true)).toEqual([]);
});

test('every package is known by its hash, and no registry is named', () => {
  expect(installed.filter(([, { integrity }]) => integrity?.startsWith('sha512-') !== true)).toEqual([]);
  expect(readText('package-lock.json')).not.toContain('"resolved"');
});

test('npm start and npm test need nothing but Node and npm', () => {
  const scripts = [manifest.scripts.start, manifest.scripts.test];
  expect(scripts).toEqual(['node tests/tools/start.mjs', 'node tests/tools/run-tests.mjs']);
});
