/** What a browser may have or lack. The first group is needed, the second only better to have. */
export const NEEDED = ['ownWindow', 'secureContext', 'ed25519', 'webAssembly', 'webLocks', 'moduleWorkers', 'indexedDb', 'siteData'] as const;
export const NICE = ['opfs', 'serviceWorker', 'fileAccess', 'trustedTypes', 'persisted'] as const;

export type NeededFeature = (typeof NEEDED)[number];
export type NiceFeature = (typeof NICE)[number];
export type Feature = NeededFeature | NiceFeature;

export type Capability = Readonly<Record<Feature, boolean>>;

/** What a browser says that does not know the algorithm (Web Cryptography, section 18.4.4). */
const UNKNOWN_ALGORITHM = 'NotSupportedError';
const KEY_TRIES = 3;
const KEY_PAUSE_MS = 200;

/**
 * Names alone do not tell: Ed25519 came to `crypto.subtle` late, so a key is made and thrown away. WebKit on Linux fails to make one now and
 * then while the machine is busy: that is tried again, for whoever is told that the browser is too old goes away.
 */
const hasEd25519 = async (page: Window, tries = KEY_TRIES): Promise<boolean> => {
  if (!page.isSecureContext) return false;
  const made = await page.crypto.subtle.generateKey({ name: 'Ed25519' }, false, ['sign', 'verify']).then(
    () => 'made' as const,
    (cause: unknown) => (cause instanceof DOMException && cause.name === UNKNOWN_ALGORITHM ? ('unknown' as const) : ('failed' as const)),
  );
  if (made !== 'failed' || tries === 1) return made === 'made';
  await new Promise((resume) => page.setTimeout(resume, KEY_PAUSE_MS));
  return hasEd25519(page, tries - 1);
};

const hasOpfs = async (page: Window): Promise<boolean> => {
  // Some engines have the method and refuse it (private windows).
  if (!('storage' in page.navigator) || !('getDirectory' in page.navigator.storage)) return false;
  return page.navigator.storage.getDirectory().then(
    () => true,
    () => false,
  );
};

const hasPersisted = async (page: Window): Promise<boolean> =>
  'storage' in page.navigator && 'persisted' in page.navigator.storage
    ? page.navigator.storage.persisted().catch(() => false)
    : false;

/** Never comes into being: its making is called off. */
const TRIED_DATABASE = 'kinko-try';
/** What a browser says that may keep nothing for this site. Any other failure is one of the moment, and is told where it happens. */
const REFUSALS: readonly string[] = ['SecurityError', 'NotAllowedError'];
/** A database that does not answer is busy, and refuses nothing. */
const DATABASE_PATIENCE_MS = 3000;

const isRefusal = (cause: unknown): boolean => cause instanceof DOMException && REFUSALS.includes(cause.name);

/** Chromium refuses a database by a name that may mean anything, and the smaller storage by the right one. */
const refusesStorage = (page: Window): boolean => {
  try {
    return page.localStorage.length < 0;
  } catch (cause) {
    return isRefusal(cause);
  }
};

/** Names alone do not tell: a browser that is set to keep nothing for the site has the database and refuses every use of it. */
const keepsSiteData = async (page: Window): Promise<boolean> => {
  if (!('indexedDB' in page)) return true;
  const isRefused = (cause: unknown): boolean => isRefusal(cause) || refusesStorage(page);
  return new Promise((settle) => {
    page.setTimeout(() => settle(true), DATABASE_PATIENCE_MS);
    try {
      const asked = page.indexedDB.open(TRIED_DATABASE);
      asked.addEventListener('upgradeneeded', () => asked.transaction?.abort());
      asked.addEventListener('success', () => {
        asked.result.close();
        settle(true);
      });
      asked.addEventListener('error', (event) => {
        // Else some browsers tell it to the whole page as a defect.
        event.preventDefault();
        settle(asked.error?.name === 'AbortError' || !isRefused(asked.error));
      });
    } catch (cause) {
      settle(!isRefused(cause));
    }
  });
};

/** A browser too old for module workers never reads the option. */
const hasModuleWorkers = (page: Window): boolean => {
  if (!('Worker' in page)) return false;
  // Younger than module workers; and there, trying with a plain string would be refused and reported.
  if ('trustedTypes' in page) return true;
  let read = false;
  const options = {
    get type(): 'module' {
      read = true;
      return 'module';
    },
  };
  try {
    // An empty address does not parse, so nothing is ever started.
    new Worker('blob:', options).terminate();
  } catch {
    // Expected: only whether the option was looked at counts.
  }
  return read;
};

export const inspectCapability = async (page: Window): Promise<Capability> => {
  const [ed25519, siteData, opfs, persisted] = await Promise.all([hasEd25519(page), keepsSiteData(page), hasOpfs(page), hasPersisted(page)]);
  return {
    // In a frame of somebody's page a press could be stolen; a host without headers cannot forbid the frame.
    ownWindow: page.parent === page,
    secureContext: page.isSecureContext,
    ed25519,
    webAssembly: 'WebAssembly' in page,
    webLocks: 'locks' in page.navigator,
    moduleWorkers: hasModuleWorkers(page),
    indexedDb: 'indexedDB' in page,
    siteData,
    opfs,
    serviceWorker: 'serviceWorker' in page.navigator,
    fileAccess: 'showSaveFilePicker' in page,
    trustedTypes: 'trustedTypes' in page,
    persisted,
  };
};

export const missingFeatures = (capability: Capability): readonly NeededFeature[] =>
  NEEDED.filter((feature) => !capability[feature]);
