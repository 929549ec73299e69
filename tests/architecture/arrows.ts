import type { Import, Source } from './source.ts';

/** Rooms of the house, most particular first. */
export const ROOMS = [
  'src/core/domain',
  'src/core/formats',
  'src/core/contract',
  'src/i18n',
  'src/app',
  'src/ui',
  'src/main.tsx',
  'workers/line',
  'workers/vault',
  'workers/verify',
  'workers/sw/build',
  'workers/sw',
] as const;

export type Room = (typeof ROOMS)[number];

/** What a room may import beside itself. A room not listed is forbidden. */
export const ARROWS: Readonly<Record<Room, readonly Room[]>> = {
  'src/core/domain': [],
  'src/core/formats': ['src/core/domain'],
  'src/core/contract': ['src/core/domain'],
  'src/i18n': ['src/core/contract', 'src/core/domain'],
  'src/app': ['src/core/domain', 'src/core/contract', 'src/i18n'],
  'src/ui': ['src/core/domain', 'src/core/contract', 'src/app', 'src/i18n'],
  'src/main.tsx': ['src/app', 'src/ui', 'src/i18n'],
  'workers/line': [],
  'workers/vault': ['src/core/domain', 'src/core/formats', 'src/core/contract', 'workers/line'],
  'workers/verify': ['src/core/domain', 'src/core/formats', 'src/core/contract', 'workers/line'],
  'workers/sw/build': [],
  'workers/sw': [],
};

/** Pairs of rooms where only types may pass. */
const TYPES_ONLY: readonly (readonly [Room, Room])[] = [['src/ui', 'src/core/contract']];

/** Inside the vault worker. The entry file and service/ compose all of them. */
export const VAULT_ARROWS: Readonly<Record<string, readonly string[]>> = {
  crypto: [],
  book: ['crypto'],
  storage: ['book'],
  audit: ['book', 'crypto', 'storage'],
  session: ['audit', 'book', 'crypto', 'storage'],
  copy: ['audit', 'book', 'crypto', 'session', 'storage'],
};

/** Where a package may be imported. A package not listed may not be imported at all. */
const PACKAGES: Readonly<Record<string, RegExp>> = {
  '@digital-go-jp/design-tokens': /^src\/ui\/styles\//,
  '@hpke/core': /^workers\/vault\/crypto\//,
  '@preact/signals': /^src\/(app|ui)\/|^src\/main\.tsx$/,
  '@zxcvbn-ts/core': /^src\/app\//,
  '@zxcvbn-ts/language-common': /^src\/app\//,
  comlink: /^src\/app\/bridge\/|\.worker\.ts$/,
  dexie: /^workers\/vault\/storage\//,
  'hash-wasm': /^workers\/(vault\/(crypto|audit)|verify)\//,
  preact: /^src\/ui\/|^src\/main\.tsx$/,
  'trusted-types': /^src\/app\/platform\//,
  uqr: /^src\/ui\//,
  'workbox-precaching': /^workers\/sw\/sw\.ts$/,
  'workbox-routing': /^workers\/sw\/sw\.ts$/,
  'workbox-window': /^src\/app\/sw\//,
  vite: /^workers\/sw\/build\//,
  'node:crypto': /^workers\/sw\/build\//,
  'node:fs': /^workers\/sw\/build\//,
  'node:path': /^workers\/sw\/build\//,
};

const roomOf = (file: string): Room | undefined => ROOMS.find((room) => file === room || file.startsWith(`${room}/`));

/** The only tie between a page and its workers: the address of the worker's file. */
const isWorkerAddress = (file: string, { from, to }: Import): boolean =>
  from.endsWith('?worker&url') && to.endsWith('.worker.ts') && file.startsWith('src/app/bridge/');

const ownArrowProblem = (file: string, target: Import): string | undefined => {
  if (isWorkerAddress(file, target)) return undefined;
  const room = roomOf(file);
  const other = roomOf(target.to);
  if (room === undefined || other === undefined) return 'leads outside of the rooms';
  if (room !== other && !ARROWS[room].includes(other)) return `${room} may not import ${other}`;
  const typesOnly = TYPES_ONLY.some(([from, to]) => from === room && to === other);
  if (typesOnly && !target.typeOnly) return `${room} may import types only from ${other}`;
  return vaultArrowProblem(file, target.to);
};

const vaultRoomOf = (file: string): string | undefined => /^workers\/vault\/([^/]+)\//.exec(file)?.[1];

const vaultArrowProblem = (file: string, to: string): string | undefined => {
  const room = vaultRoomOf(file);
  const other = vaultRoomOf(to);
  const allowed = room === undefined ? undefined : VAULT_ARROWS[room];
  if (room === other || allowed === undefined || other === undefined || allowed.includes(other)) return undefined;
  return `workers/vault/${room} may not import workers/vault/${other}`;
};

const packageProblem = (file: string, target: Import): string | undefined => {
  const places = PACKAGES[target.to];
  if (places === undefined) return `${target.to} is on no list`;
  return places.test(file) ? undefined : `${target.to} has no place here`;
};

/** One line for each import that breaks a border. */
export const arrowProblems = (sources: readonly Source[]): readonly string[] =>
  sources.flatMap(({ file, imports }) =>
    imports.flatMap((target) => {
      const problem = target.own ? ownArrowProblem(file, target) : packageProblem(file, target);
      return problem === undefined ? [] : [`${file} -> ${target.from}: ${problem}`];
    }),
  );
