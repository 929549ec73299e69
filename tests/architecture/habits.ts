import type { Source } from './source.ts';

const KANA_OR_KANJI = /[\u3005-\u3007\u3041-\u30ff\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uff66-\uff9f]/;

const MAX_LINES = 400;
const MAX_SERVICE_WORKER_LINES = 59;
const MAX_ENTRY_LINES = 40;

type Check = (source: Source) => string | undefined;

/** A pattern that may stand only where `place` matches; comments do not count. */
const only =
  (what: string, pattern: RegExp, place: RegExp): Check =>
  ({ file, code }) =>
    pattern.test(code) && !place.test(file) ? `${what} has no place here` : undefined;

const any = (...places: readonly RegExp[]): RegExp => new RegExp(places.map(({ source }) => source).join('|'));

const NOWHERE = /^$/;
/** Asks what this browser has, and uses none of it. */
const CAPABILITY = /^src\/app\/platform\/capability\.ts$/;
const BUILD = /^workers\/sw\/build\//;

const CHECKS: readonly Check[] = [
  ({ lines }) => (lines > MAX_LINES ? `${lines} lines, more than ${MAX_LINES}` : undefined),
  ({ file, lines }) =>
    file === 'workers/sw/sw.ts' && lines > MAX_SERVICE_WORKER_LINES ? `${lines} lines: it must stay under 60` : undefined,
  ({ file, lines }) =>
    file.endsWith('.worker.ts') && lines > MAX_ENTRY_LINES ? `${lines} lines: an entry only composes (${MAX_ENTRY_LINES})` : undefined,
  ({ hasDefaultExport }) => (hasDefaultExport ? 'exports a default' : undefined),
  ({ file }) => (/(^|\/)index\.tsx?$/.test(file) ? 'is a barrel' : undefined),
  ({ file, imports }) => {
    const bare = imports.find(({ own, from }) => own && !/\.(ts|tsx|css)(\?.*)?$/.test(from));
    return bare === undefined ? undefined : `${file}: import ${bare.from} names no file ending`;
  },
  only('kana or kanji', KANA_OR_KANJI, /^src\/i18n\/|^src\/core\/domain\/.*\.data\.ts$/),
  only('crypto.subtle', /\bsubtle\b/, any(CAPABILITY, /^workers\/(vault\/crypto|verify)\//)),
  only('new Worker', /\bnew\s+(Shared)?Worker\b/, any(CAPABILITY, /^src\/app\/bridge\/spawn-worker\.ts$/)),
  only('the name of a worker file', /['"`][^'"`\n]*(workers\/|\.worker\b)/, /^src\/app\/bridge\/|^workers\//),
  only('indexedDB', /\bindexedDB\b/, any(CAPABILITY, /^workers\/vault\/storage\/|\.worker\.ts$/)),
  only('a way to the network', /\bfetch\s*\(|\b(XMLHttpRequest|WebSocket|WebTransport|EventSource|sendBeacon|RTCPeerConnection|importScripts)\b/, NOWHERE),
  only('text turned into markup', /\b(innerHTML|outerHTML|insertAdjacentHTML|dangerouslySetInnerHTML|document\.write)\b/, NOWHERE),
  only('the clock', /\bDate\.now\b|\bnew\s+Date\s*\(\s*\)|\bnew\s+Date\b(?!\s*\()|(?<!new\s+)\bDate\s*\(\s*\)/, /^src\/(app|ui|main)|^workers\//),
  only('chance', /\bMath\.random\b/, NOWHERE),
  only('node', /\bprocess\.|\bBuffer\b/, BUILD),
  ({ file, code }) => (/:\s*any\b|\bas any\b|<any>/.test(code) && file.endsWith('.ts') ? 'any' : undefined),
];

const SWITCHES = /@ts-(ignore|expect-error|nocheck)|(oxlint|eslint)-disable/;

/** One line for each habit a file breaks. */
export const habitProblems = (sources: readonly Source[]): readonly string[] =>
  sources.flatMap((source) =>
    CHECKS.flatMap((check) => {
      const problem = check(source);
      return problem === undefined ? [] : [`${source.file}: ${problem}`];
    }),
  );

/** Comments that switch a check off; needs the whole text. */
export const switchProblems = (files: readonly { readonly file: string; readonly text: string }[]): readonly string[] =>
  files.flatMap(({ file, text }) => (SWITCHES.test(text) ? [`${file}: switches a check off`] : []));
