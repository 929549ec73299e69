/** What a browser may have or lack. The first group is needed, the second only better to have. */
export const NEEDED = ['ownWindow', 'secureContext', 'ed25519', 'webAssembly', 'webLocks', 'moduleWorkers', 'indexedDb'] as const;
export const NICE = ['opfs', 'serviceWorker', 'fileAccess', 'trustedTypes', 'persisted'] as const;

export type NeededFeature = (typeof NEEDED)[number];
export type NiceFeature = (typeof NICE)[number];
export type Feature = NeededFeature | NiceFeature;

export type Capability = Readonly<Record<Feature, boolean>>;

/** Names alone do not tell: Ed25519 came to `crypto.subtle` late, so a key is made and thrown away. */
const hasEd25519 = async (page: Window): Promise<boolean> => {
  if (!page.isSecureContext) return false;
  const made = page.crypto.subtle.generateKey({ name: 'Ed25519' }, false, ['sign', 'verify']);
  return made.then(
    () => true,
    () => false,
  );
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
  const [ed25519, opfs, persisted] = await Promise.all([hasEd25519(page), hasOpfs(page), hasPersisted(page)]);
  return {
    // In a frame of somebody's page a press could be stolen; a host without headers cannot forbid the frame.
    ownWindow: page.parent === page,
    secureContext: page.isSecureContext,
    ed25519,
    webAssembly: 'WebAssembly' in page,
    webLocks: 'locks' in page.navigator,
    moduleWorkers: hasModuleWorkers(page),
    indexedDb: 'indexedDB' in page,
    opfs,
    serviceWorker: 'serviceWorker' in page.navigator,
    fileAccess: 'showSaveFilePicker' in page,
    trustedTypes: 'trustedTypes' in page,
    persisted,
  };
};

export const missingFeatures = (capability: Capability): readonly NeededFeature[] =>
  NEEDED.filter((feature) => !capability[feature]);
