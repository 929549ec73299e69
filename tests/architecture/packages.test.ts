import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { filesIn, root, sourceOf } from './source.ts';

interface Manifest {
  readonly dependencies: Readonly<Record<string, string>>;
  readonly devDependencies: Readonly<Record<string, string>>;
  readonly scripts: Readonly<Record<string, string>>;
}

interface Installed {
  readonly hasInstallScript?: boolean;
  readonly integrity?: string;
  readonly version?: string;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly peerDependencies?: Readonly<Record<string, string>>;
}

interface Lock {
  readonly packages: Readonly<Record<string, Installed>>;
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

/** What any of our programs imports, or a tool starts by its path or names as a plugin. */
const namedPackages = (): ReadonlySet<string> => {
  const programs = ['src', 'workers', 'tests'].flatMap(filesIn).filter((file) => /\.(ts|tsx|mjs)$/.test(file) && !file.startsWith('tests/fixtures/'));
  const imported = [...programs, 'vite.config.ts'].flatMap((file) => sourceOf(file, readText(file)).imports.map(({ to }) => to));
  const styles = filesIn('src').filter((file) => file.endsWith('.css'));
  const inStyles = styles.flatMap((file) => [...readText(file).matchAll(/@import\s+['"]((?:@[^/'"]+\/)?[^/'"]+)/g)].map(([, name]) => name ?? ''));
  const plugins = filesIn('tests/tools').flatMap((file) => [...readText(file).matchAll(/plugins: \['([^']+)'\]/g)].map(([, name]) => name ?? ''));
  const started = filesIn('tests/tools').flatMap((file) => [...readText(file).matchAll(/'node_modules\/((?:@[^/']+\/)?[^/']+)\//g)].map(([, name]) => name ?? ''));
  return new Set([...imported, ...inStyles, ...started, ...plugins]);
};

test('every dependency is imported, started by a tool, or needed by one that is', { timeout: 60_000 }, () => {
  const named = namedPackages();
  // Types have no program, only a name in the settings of the compiler.
  const types = (JSON.parse(readText('tests/tsconfig.json')) as { readonly compilerOptions: { readonly types: readonly string[] } }).compilerOptions.types;
  const needed = [...named].flatMap((name) => {
    const { dependencies, peerDependencies } = lock.packages[`node_modules/${name}`] ?? {};
    return Object.keys({ ...dependencies, ...peerDependencies });
  });
  const used = new Set([...named, ...needed, ...types.map((name) => `@types/${name}`)]);
  const all = Object.keys({ ...manifest.dependencies, ...manifest.devDependencies });
  expect(all.filter((name) => !used.has(name))).toEqual([]);
});
