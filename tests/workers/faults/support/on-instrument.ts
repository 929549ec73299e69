import path from 'node:path';
import { createServer } from 'vite';
import type { FaultKind } from './asker.ts';
import type { CallSite } from './call-sites.ts';
import { createInstrument } from './call-sites.ts';
import type { FaultReport, FaultShare } from './run-faults.ts';

interface Loaded {
  readonly runFaults: (share: FaultShare) => Promise<FaultReport>;
  readonly expectedKinds: (site: string) => readonly FaultKind[];
  readonly isOfShare: (of: FaultShare['of'], site: string) => boolean;
}

interface OnInstrument extends FaultReport {
  /** By name, in all files that were loaded. */
  readonly sites: ReadonlyMap<string, CallSite>;
  /** By place of this share: kinds of faults that must be made there. */
  readonly wanted: Readonly<Record<string, readonly FaultKind[]>>;
}

/** Runs the table on the code with a question in front of each call. */
export const runOnInstrument = async (share: FaultShare): Promise<OnInstrument> => {
  const { plugin, sites } = createInstrument();
  const server = await createServer({
    root: path.resolve(import.meta.dirname, '../../../..'),
    configFile: false,
    logLevel: 'error',
    appType: 'custom',
    optimizeDeps: { noDiscovery: true },
    plugins: [plugin],
    server: { middlewareMode: true, watch: null, hmr: false, ws: false },
  });
  Reflect.set(globalThis, '__kinkoAsk', (_site: string, _sync: boolean, work: () => unknown) => work());
  try {
    const { runFaults, expectedKinds, isOfShare } = (await server.ssrLoadModule('/tests/workers/faults/support/run-faults.ts')) as unknown as Loaded;
    const report = await runFaults(share);
    const places = [...sites.keys()].filter((site) => isOfShare(share.of, site));
    return { ...report, sites, wanted: Object.fromEntries(places.map((site) => [site, expectedKinds(site)])) };
  } finally {
    await server.close();
  }
};
