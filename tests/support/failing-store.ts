/**
 * Faults at every place where something can fail: the n-th call of a run fails, n = 1, 2, 3 … until a run meets none. After the method
 * SQLite is tested with. A fault comes in ways: 'lost' (it failed, nothing happened), 'reported' (it happened, and was reported as
 * failed), 'torn' (a file was half written), 'untrue' (a commit was reported as done, and nothing happened).
 */
export type FaultWay = 'lost' | 'reported' | 'torn' | 'untrue';

export interface FaultPlan {
  /** Counts calls from 1. */
  readonly at: number;
  readonly way: FaultWay;
  /** Name of the DOMException. */
  readonly error: string;
  /** Every call from `at` on fails: a disk that is gone, not one that hiccuped. */
  readonly sticky: boolean;
  /** Only calls at these sites count. */
  readonly sites: (site: string) => boolean;
}

export interface Faults {
  /** Asked by each place before it does its work; null: all is well. */
  readonly ask: (site: string) => { readonly way: FaultWay; readonly error: DOMException } | null;
  readonly arm: (plan: FaultPlan) => void;
  readonly disarm: () => void;
  /** Faults since `arm`, and calls counted. */
  readonly fired: () => number;
  readonly counted: () => number;
  readonly sitesSeen: ReadonlySet<string>;
  /** Every call from now on, armed or not, in order. */
  readonly journal: () => readonly string[];
}

export const createFaults = (): Faults => {
  let plan: FaultPlan | null = null;
  let calls = 0;
  let fired = 0;
  const sitesSeen = new Set<string>();
  let journal: string[] | null = null;
  return {
    ask: (site) => {
      journal?.push(site);
      if (plan === null) return null;
      if (!plan.sites(site)) return null;
      sitesSeen.add(site);
      calls += 1;
      if (calls !== plan.at && !(plan.sticky && calls > plan.at)) return null;
      fired += 1;
      return { way: plan.way, error: new DOMException(`planned at ${site}`, plan.error) };
    },
    arm: (next) => {
      plan = next;
      calls = 0;
      fired = 0;
    },
    disarm: () => {
      plan = null;
    },
    fired: () => fired,
    counted: () => calls,
    sitesSeen,
    journal: () => {
      const written = journal ?? [];
      journal = [];
      return written;
    },
  };
};

/** Wraps a promise-returning function: 'lost' rejects before, 'reported' after the call. */
export const withFault =
  <A extends readonly unknown[], T>(faults: Faults, site: string, work: (...args: A) => Promise<T>) =>
  async (...args: A): Promise<T> => {
    const fault = faults.ask(site);
    if (fault === null) return work(...args);
    if (fault.way !== 'lost') await work(...args);
    throw fault.error;
  };
