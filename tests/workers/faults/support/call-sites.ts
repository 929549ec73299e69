import path from 'node:path';
import type { Plugin } from 'vite';
import { parseSync, Visitor } from 'vite';

/**
 * Finds every place in storage and cryptography where the platform is asked for something that can fail, and every other place in the
 * workers where a file of the user is read or a key used, and puts a question in front of it. The list comes from the code as it is: a new
 * call is in it, whoever wrote it, and must have its faults.
 */
export interface CallSite {
  /** `storage/page-db.ts#writeOnce: on.pages.bulkPut`: file, function, and what is called; a number behind it where that is there twice. */
  readonly name: string;
  /** Synchronous calls throw; the others reject. */
  readonly sync: boolean;
}

export interface Span {
  readonly start: number;
  readonly end: number;
  readonly sync: boolean;
}

const ROOMS = /\/workers\/vault\/(?:storage|crypto)\/[a-z0-9-]+\.ts$/;
/** The service worker keeps the app's files and knows no vault. */
const OTHER_ROOMS = /\/workers\/(?:vault|verify|line)\/(?:[a-z0-9-]+\/)*[a-z0-9-]+\.ts$/;
/** What is asked outside of the two rooms: files somebody chose, and the keys of the verifier, which shares no code with the vault. */
const ASKED_ELSEWHERE = /\.arrayBuffer$|^subtle\.\w+$|^createSHA256$/;
/** Calls that are not waited for where they stand. */
const UNAWAITED = /^(?:crypto\.subtle\.\w+|access\.\w+|createSHA256|folder\.\w+|folders\.\w+|kept\.\w+|range(?:\.clone\(\))?\.(?:primaryKeys|toArray)|root\.(?:getDirectoryHandle|removeEntry)|files\.(?:get|put|delete)|on\.(?:format|pages)\.(?:get|bulkGet)|handle\.\w+|on\.dexie\.transaction)$/;
const SYNC = /^access\.|^folder\.entries$/;
/** Objects of ours behind which the platform is asked, at places of their own. */
const OURS = /^(?:seals|deps|db|patience|Promise|Dexie|work|attempt|seal)\b/;
/** Of Dexie, at the end of a chain that begins with a name of ours. */
const DEXIE = /\.(?:dexie\.\w+|delete|primaryKeys|toArray)$/;

/** Names that are declared in the file or come from another of ours: what they ask is asked there. */
const ownNames = (code: string): ReadonlySet<string> => {
  const imported = [...code.matchAll(/import (?:type )?\{([^}]*)\} from '\.[^']*'/g)].flatMap((match) => (match[1] ?? '').split(',').map((name) => name.trim()));
  const declared = [...code.matchAll(/^\s*(?:export )?const (\w+)\b[^\n]*=>?/gm)].map((match) => match[1] ?? '');
  return new Set([...imported, ...declared]);
};

/** Of one file of any other room. */
export const spansElsewhere = (file: string, code: string): readonly Span[] => {
  const spans: Span[] = [];
  new Visitor({
    CallExpression({ callee, start, end }) {
      if (ASKED_ELSEWHERE.test(code.slice(callee.start, callee.end))) spans.push({ start, end, sync: false });
    },
  }).visit(parseSync(file, code, { sourceType: 'module' }).program);
  return spans.toSorted((a, b) => a.start - b.start);
};

/** Of one file of storage or cryptography, in its order: what is asked. */
export const spansOf = (file: string, code: string): readonly Span[] => {
  const spans = new Map<number, Span>();
  const { program } = parseSync(file, code, { sourceType: 'module' });
  const text = (node: { readonly start: number; readonly end: number }): string => code.slice(node.start, node.end);
  const own = ownNames(code);
  new Visitor({
    AwaitExpression({ argument }) {
      if (argument.type !== 'CallExpression') return;
      const callee = text(argument.callee);
      const ours = OURS.test(callee) || own.has(/^\w+(?=$|\()/.exec(callee)?.[0] ?? '');
      if (ours && !DEXIE.test(callee)) return;
      spans.set(argument.start, { start: argument.start, end: argument.end, sync: false });
    },
    CallExpression(node) {
      const callee = text(node.callee);
      if (!UNAWAITED.test(callee)) return;
      const known = spans.get(node.start);
      if (known === undefined || known.end < node.end) spans.set(node.start, { start: node.start, end: node.end, sync: SYNC.test(callee) });
    },
  }).visit(program);
  return [...spans.values()].toSorted((a, b) => a.start - b.start);
};

/** The name a function was given, nearest above. */
const functionAt = (code: string, at: number): string => {
  const before = code.slice(0, at);
  const named = [...before.matchAll(/(?:const|function) (\w+)(?:: [^=\n]+)? ?= (?:async )?(?:<[^>]*>)?\(|^ {2,6}(\w+): (?:async )?\(/gm)].at(-1);
  return named?.[1] ?? named?.[2] ?? 'module';
};

/** What is called, without arguments in between: `createPageTables.dexie.delete`. */
const calleeOf = (expression: string): string => {
  let depth = 0;
  let name = '';
  for (const char of expression.replaceAll(/\s+/g, '')) {
    if (char === '(') depth += 1;
    if (depth === 0) name += char;
    if (char === ')') depth -= 1;
  }
  return name.replace(/^\./, '');
};

/** `expression` with a question in front; an arrow that holds `await` has to be async itself. */
const asked = (name: string, sync: boolean, expression: string): string =>
  `globalThis.__kinkoAsk(${JSON.stringify(name)}, ${sync}, ${/\bawait\b/.test(expression) ? 'async ' : ''}() => (${expression}))`;

export interface Instrument {
  readonly plugin: Plugin;
  /** Of all files that were loaded so far. */
  readonly sites: Map<string, CallSite>;
}

export const createInstrument = (): Instrument => {
  const sites = new Map<string, CallSite>();
  const transform = (code: string, id: string): string | null => {
    const file = id.split('?')[0]?.replaceAll(path.sep, '/') ?? '';
    const inRooms = ROOMS.test(file);
    if (!inRooms && !OTHER_ROOMS.test(file)) return null;
    const spans = inRooms ? spansOf(file, code) : spansElsewhere(file, code);
    if (spans.length === 0) return null;
    const base = file.slice(file.lastIndexOf('/workers/') + '/workers/'.length).replace(/^vault\/(?=storage\/|crypto\/)/, '');
    const names = spans.map((span) => {
      const asks = `${base}#${functionAt(code, span.start)}: ${calleeOf(code.slice(span.start, span.end)) || 'call'}`;
      let name = asks;
      for (let n = 2; sites.has(name); n += 1) name = `${asks} ${n}`;
      sites.set(name, { name, sync: span.sync });
      return name;
    });
    const render = (from: number, to: number, self: Span | null): string => {
      let out = '';
      let at = from;
      for (const [n, span] of spans.entries()) {
        if (span === self || span.start < at || span.end > to || (self !== null && (span.start < self.start || span.end > self.end))) continue;
        out += code.slice(at, span.start) + asked(names[n] ?? '', span.sync, render(span.start, span.end, span));
        at = span.end;
      }
      return out + code.slice(at, to);
    };
    return render(0, code.length, null);
  };
  return { sites, plugin: { name: 'kinko-call-sites', enforce: 'pre', transform } };
};
