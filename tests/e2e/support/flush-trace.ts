import { chmodSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** One fsync or fdatasync that went well; times in milliseconds of the system's clock. */
export interface Flush {
  readonly file: string;
  readonly began: number;
  readonly ended: number;
}

/** A write that the vault acknowledged, as the page saw it; times as above. */
export interface AcknowledgedWrite {
  readonly name: string;
  readonly asked: number;
  readonly answered: number;
}

const BEGUN = /^(\d+) +(\d+\.\d+) (fsync|fdatasync)\(\d+<([^>]+)>/;
const DONE = /\) += 0 <(\d+\.\d+)>$/;
const RESUMED = /^(\d+) +(\d+\.\d+) <\.\.\. (?:fsync|fdatasync) resumed>\) += 0 </;

/** What strace wrote: a call stands in one line, or in two when another thread's came between. */
export const parseFlushes = (trace: string): readonly Flush[] => {
  const flushes: Flush[] = [];
  const open = new Map<string, { readonly file: string; readonly began: number }>();
  for (const line of trace.split('\n')) {
    const [, thread = '', time = '', , file = ''] = BEGUN.exec(line) ?? [];
    const began = Number(time) * 1000;
    const took = DONE.exec(line)?.[1];
    if (file !== '' && took !== undefined) flushes.push({ file, began, ended: began + Number(took) * 1000 });
    else if (file !== '') open.set(thread, { file, began });
    const [, resumed = '', at = ''] = RESUMED.exec(line) ?? [];
    const call = open.get(resumed);
    if (call === undefined) continue;
    open.delete(resumed);
    flushes.push({ ...call, ended: Number(at) * 1000 });
  }
  return flushes.toSorted((a, b) => a.began - b.began);
};

/** Clocks of pages are rounded, Firefox's with some noise. */
const SLACK_MS = 2;

/** Writes that no flush of their own stands behind: one that began after the request and ended before the answer. */
export const unflushed = (writes: readonly AcknowledgedWrite[], flushes: readonly Flush[]): readonly AcknowledgedWrite[] => {
  const used = new Set<Flush>();
  return writes.filter(({ asked, answered }) => {
    const own = flushes.find((flush) => !used.has(flush) && flush.began >= asked - SLACK_MS && flush.ended <= answered + SLACK_MS);
    if (own !== undefined) used.add(own);
    return own === undefined;
  });
};

export interface FlushTrace {
  /** A program to start in the place of the browser: the browser, watched by strace. */
  readonly wrap: (browser: string) => string;
  /** Of the databases of the origin with this port; empties the trace. */
  readonly take: (port: string) => readonly Flush[];
}

/** Database files of Chromium's LevelDB, Chromium's SQLite and Firefox's SQLite; not the keyring's, which lie elsewhere. */
const isDatabase = (file: string, port: string): boolean =>
  file.includes(port) && /\/IndexedDB\/|\/idb\//.test(file) && !/MANIFEST|CURRENT|\.dbtmp$/.test(file);

/** `folder` is the test's own, and not the profile. */
export const createFlushTrace = (strace: string, folder: string): FlushTrace => {
  const trace = path.join(folder, 'trace');
  const script = path.join(folder, 'watched-browser');
  return {
    wrap: (browser) => {
      const watch = `${strace} -f --seccomp-bpf -e trace=fsync,fdatasync -e signal=none -y -T -ttt -o '${trace}'`;
      writeFileSync(script, `#!/bin/sh\nexec ${watch} '${browser}' "$@"\n`);
      chmodSync(script, 0o755);
      return script;
    },
    take: (port) => {
      const text = existsSync(trace) ? readFileSync(trace, 'utf8') : '';
      rmSync(trace, { force: true });
      return parseFlushes(text).filter(({ file }) => isDatabase(file, port));
    },
  };
};
