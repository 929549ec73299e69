import { toldNameOf } from './told-names.ts';

/** What stands behind every call site while a case runs: passes on, notes, and at one place and time does something else. */

export const FAULT_KINDS = ['rejects', 'quota', 'told', 'reported', 'short', 'lost', 'killed'] as const;
/**
 * rejects: fails, nothing happened. quota: the same, the disk is full. told: the same, by the name that the code takes for an answer. reported: it happened, and was reported as failed. short: a file is
 * read, and half of its bytes come. lost: reported as done, and nothing happened. killed: the worker is gone, before anything happened.
 */
export type FaultKind = (typeof FAULT_KINDS)[number];

export interface FaultPlan {
  readonly site: string;
  /** Which of its calls, from 1. */
  readonly nth: number;
  readonly kind: FaultKind;
}

export interface Asker {
  readonly arm: (plan: FaultPlan | null) => void;
  readonly disarm: () => void;
  readonly fired: () => boolean;
  /** Calls since the last `arm`, by site. */
  readonly calls: () => ReadonlyMap<string, number>;
  /** Runs when a worker is to die. */
  readonly onKill: (kill: () => void) => void;
  /** How what a call stored is put back for 'lost': the databases of pages, and files for calls that do not wait. */
  readonly onLost: (keep: { readonly later: () => Promise<() => Promise<void>>; readonly now: () => () => void }) => void;
}

type Work = () => unknown;
type Ask = (site: string, sync: boolean, work: Work) => unknown;

const never = (): Promise<never> => new Promise(() => undefined);

export const createAsker = (): Asker => {
  let plan: FaultPlan | null = null;
  let armed = false;
  let dead = false;
  let fired = false;
  let kill: () => void = () => undefined;
  let lost: Parameters<Asker['onLost']>[0] | null = null;
  const counts = new Map<string, number>();

  const failed = (kind: FaultKind, site: string): DOMException => {
    const told = kind === 'told' ? toldNameOf(site) : null;
    return new DOMException('planned', kind === 'quota' ? 'QuotaExceededError' : (told ?? 'UnknownError'));
  };

  const lose = (site: string, sync: boolean, work: Work): unknown => {
    // Nobody asks what these answer: they are left undone, for what is put back behind them would take along what others wrote meanwhile.
    if (/: (?:folders?|files)\./.test(site)) return Promise.resolve();
    if (lost === null) throw new Error('nothing to put back');
    const keep = lost;
    if (sync) {
      const back = keep.now();
      const value = work();
      back();
      return value;
    }
    // What is asked while the databases are put back is the test's own.
    const quietly = async (): Promise<unknown> => {
      armed = false;
      const back = await keep.later();
      const value = await work();
      await back();
      armed = true;
      return value;
    };
    return quietly();
  };

  const half = async (work: Work): Promise<ArrayBuffer> => {
    const bytes = await work();
    if (!(bytes instanceof ArrayBuffer)) throw new Error('no bytes to leave out');
    return bytes.slice(0, Math.floor(bytes.byteLength / 2));
  };

  const fault = (kind: FaultKind, site: string, sync: boolean, work: Work): unknown => {
    fired = true;
    if (kind === 'short') return half(work);
    if (kind === 'lost') return lose(site, sync, work);
    if (kind === 'killed') {
      dead = true;
      kill();
      if (sync) throw failed(kind, site);
      return never();
    }
    if (kind !== 'reported') {
      if (sync) throw failed(kind, site);
      return Promise.reject(failed(kind, site));
    }
    if (sync) {
      work();
      throw failed(kind, site);
    }
    const happened = async (): Promise<never> => {
      await work();
      throw failed(kind, site);
    };
    return happened();
  };

  const ask: Ask = (site, sync, work) => {
    if (!armed) return work();
    // A dead worker asks for nothing more.
    if (dead) return sync ? fault('rejects', site, true, work) : never();
    const nth = (counts.get(site) ?? 0) + 1;
    counts.set(site, nth);
    return plan !== null && plan.site === site && plan.nth === nth ? fault(plan.kind, site, sync, work) : work();
  };
  Reflect.set(globalThis, '__kinkoAsk', ask);

  return {
    arm: (next) => {
      plan = next;
      armed = true;
      dead = false;
      fired = false;
      counts.clear();
    },
    disarm: () => {
      armed = false;
    },
    fired: () => fired,
    calls: () => new Map(counts),
    onKill: (next) => {
      kill = next;
    },
    onLost: (next) => {
      lost = next;
    },
  };
};
