import { readdirSync, readFileSync } from 'node:fs';
import { SourceMap } from 'node:module';
import path from 'node:path';

/** What the browser's trace says of the processor: samples of every thread, workers that have ended among them. */

export const TRACE_CATEGORIES: readonly string[] = ['disabled-by-default-v8.cpu_profiler', '__metadata'];

interface CallFrame {
  readonly functionName: string;
  readonly url?: string;
  readonly lineNumber?: number;
  readonly columnNumber?: number;
}

interface TraceEvent {
  readonly name: string;
  readonly pid: number;
  readonly id?: string;
  readonly args?: {
    readonly data?: {
      readonly cpuProfile?: { readonly nodes?: readonly { readonly id: number; readonly parent?: number; readonly callFrame: CallFrame }[]; readonly samples?: readonly number[] };
      readonly timeDeltas?: readonly number[];
    };
  };
}

export interface ProfiledFunction {
  /** 'name file:line', as in the sources. */
  readonly at: string;
  /** ms in the function itself, and in it with all it calls. */
  readonly self: number;
  readonly total: number;
}

/** Names places of the built files as in the sources. */
const createPlaces = (dist: string): ((frame: CallFrame) => string) => {
  const assets = path.join(dist, 'assets');
  const maps = new Map(
    readdirSync(assets)
      .filter((name) => name.endsWith('.js.map'))
      .map((name) => [name.slice(0, -'.map'.length), new SourceMap(JSON.parse(readFileSync(path.join(assets, name), 'utf8')))]),
  );
  return ({ functionName, url = '', lineNumber = 0, columnNumber = 0 }) => {
    const entry = maps.get(path.basename(url))?.findEntry(lineNumber, columnNumber);
    const source = entry !== undefined && 'originalSource' in entry ? entry : undefined;
    const file = source?.originalSource?.replace(/^(\.\.\/)+/, '') ?? (url === '' ? '(engine)' : path.basename(url));
    return `${functionName === '' ? '(anonymous)' : functionName} ${file}:${(source?.originalLine ?? lineNumber) + 1}`;
  };
};

/** Functions of all threads whose code is of this build, the most expensive first. `trace`: as the browser wrote it. */
export const readProfile = (trace: string, dist: string): readonly ProfiledFunction[] => {
  const placeOf = createPlaces(dist);
  const { traceEvents } = JSON.parse(trace) as { readonly traceEvents: readonly TraceEvent[] };
  const profiles = new Map<string, { readonly nodes: Map<number, { readonly parent: number; readonly at: string }>; readonly selfOf: Map<number, number> }>();
  for (const { name, pid, id = '', args } of traceEvents) {
    const data = args?.data;
    if (name !== 'ProfileChunk' || data === undefined) continue;
    const profile = profiles.get(`${pid} ${id}`) ?? { nodes: new Map(), selfOf: new Map() };
    profiles.set(`${pid} ${id}`, profile);
    for (const node of data.cpuProfile?.nodes ?? []) profile.nodes.set(node.id, { parent: node.parent ?? 0, at: placeOf(node.callFrame) });
    for (const [at, node] of (data.cpuProfile?.samples ?? []).entries()) {
      profile.selfOf.set(node, (profile.selfOf.get(node) ?? 0) + (data.timeDeltas?.[at] ?? 0) / 1000);
    }
  }
  const sums = new Map<string, { self: number; total: number }>();
  const sumOf = (at: string): { self: number; total: number } => {
    const sum = sums.get(at) ?? { self: 0, total: 0 };
    sums.set(at, sum);
    return sum;
  };
  for (const { nodes, selfOf } of profiles.values()) {
    for (const [id, ms] of selfOf) {
      // A function that calls itself is counted once.
      const stack = new Set<string>();
      for (let node = nodes.get(id); node !== undefined; node = nodes.get(node.parent)) stack.add(node.at);
      const [own] = stack;
      if (own === undefined || own.startsWith('(idle)') || own.startsWith('(program)')) continue;
      sumOf(own).self += ms;
      for (const at of stack) sumOf(at).total += ms;
    }
  }
  return [...sums].map(([at, sum]) => ({ at, ...sum })).toSorted((a, b) => b.self - a.self);
};

const MOST = 25;

/** The most expensive by themselves, then those with the most below them. */
export const formatProfile = (functions: readonly ProfiledFunction[]): string => {
  const line = ({ at, self, total }: ProfiledFunction): string => `${self.toFixed(0).padStart(8)} ${total.toFixed(0).padStart(8)}  ${at}`;
  const byTotal = functions.toSorted((a, b) => b.total - a.total);
  return ['    self    total  function', ...functions.slice(0, MOST).map(line), '', ...byTotal.slice(0, MOST).map(line)].join('\n');
};
