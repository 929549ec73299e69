import type { TrustedScriptURL, TrustedTypePolicyFactory } from 'trusted-types/lib';

/**
 * The one Trusted Types policy of the app (named in the Content-Security-Policy). It makes script addresses only,
 * and it takes a name, never an address: whatever reaches it, nothing but our own few files can be started.
 */
export interface ScriptPolicy<WorkerName extends string> {
  /**
   * Address of a fresh blob that imports the worker's file. A worker started from a blob inherits the page's
   * policy, one started from a file does not. The caller revokes it once the worker runs.
   */
  readonly workerStarter: (name: WorkerName) => string;
  /** Address of the service worker's file. */
  readonly serviceWorker: () => string;
}

export interface ScriptFiles<WorkerName extends string> {
  /** Worker files by name; relative addresses are read from the document. */
  readonly workers: Readonly<Record<WorkerName, string>>;
  readonly serviceWorker: string;
}

const POLICY_NAME = 'kinko';
const SERVICE_WORKER = 'service-worker';

// import() and not a static import: Firefox cannot answer the static import of a blob from the service worker's
// cache, so the vault would not open offline. A failed import is told by message, because an unhandled rejection
// inside a worker does not reach the page.
const starterBody = (address: string): string =>
  `import(${JSON.stringify(address)}).catch((cause) => postMessage({ type: 'kinko-lost', reason: String(cause) }));`;

/** May be called once per page: the browser refuses a second policy of the same name. */
export const createScriptPolicy = <WorkerName extends string>(
  files: ScriptFiles<WorkerName>,
  platform: { readonly document: Document; readonly trustedTypes: TrustedTypePolicyFactory | undefined },
): ScriptPolicy<WorkerName> => {
  const workers = new Map<string, string>(Object.entries<string>(files.workers));

  const addressOf = (name: string): string => {
    if (name === SERVICE_WORKER) return new URL(files.serviceWorker, platform.document.baseURI).href;
    const file = workers.get(name);
    if (file === undefined) throw new TypeError(`Not a script of this app: ${name}`);
    const address = new URL(file, platform.document.baseURI).href;
    return URL.createObjectURL(new Blob([starterBody(address)], { type: 'text/javascript' }));
  };

  const policy = platform.trustedTypes?.createPolicy(POLICY_NAME, { createScriptURL: addressOf });

  // The DOM's typings know no TrustedScriptURL; Worker and Workbox take it where they say string.
  const trusted = (name: string): string =>
    policy === undefined ? addressOf(name) : asString(policy.createScriptURL(name));

  return { workerStarter: (name) => trusted(name), serviceWorker: () => trusted(SERVICE_WORKER) };
};

const asString = (address: TrustedScriptURL): string => address as unknown as string;

/** The platform's factory, where there is one (old browsers have none and enforce none). */
export const trustedTypesOf = (page: Window): TrustedTypePolicyFactory | undefined =>
  'trustedTypes' in page ? (page.trustedTypes as TrustedTypePolicyFactory) : undefined;
