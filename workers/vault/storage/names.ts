/**
 * Every name under which something of ours lies on a device. CHANGING A LINE HERE LOSES USER DATA: what was stored under
 * the old name is no longer found. A new name is added beside the old one, with a migration that moves the data.
 */

/** Dexie database of a store: `kinko-<storeId>`. */
export const DB_PREFIX = 'kinko-';
export const dbName = (storeId: string): string => `${DB_PREFIX}${storeId}`;
/** IndexedDB version of that database as Dexie counts it. The version of what lies in it is the format row's. */
export const DB_SCHEMA = 1;
/** Pages: outbound key [book, kind, no]. */
export const PAGES_TABLE = 'pages';
/** Outbound key, value: what this database speaks. */
export const FORMAT_TABLE = 'format';
export const FORMAT_KEY = 'version';
export const FORMAT_VERSION = 1;

/** Where OPFS is missing the files of all stores lie here: outbound key [storeId, file name]. Not a store id: it has 8 letters. */
export const FALLBACK_DB = 'kinko-keyrings';
export const FALLBACK_TABLE = 'files';

/** OPFS: `/kinko/<storeId>/…` */
export const ROOT_FOLDER = 'kinko';
export const KEYRING_FILES = ['keyring-a', 'keyring-b'] as const;
export const MARK_FILE = 'mark';
/** Failed tries to unlock: unsealed, they inform and do not protect. */
export const TRIES_FILE = 'tries';
/** Written and removed when a device is looked at, to find out whether files can be rewritten in place. */
export const PROBE_FILE = 'probe';
/** Database and folder in which the self-check tries the device out, empty before and after. Not a store id: it has 5 letters. */
export const PROBE_STORE = 'probe';

/** localStorage of the page, which stores what the event MarkMoved carries: `kinko-mark-<storeId>`. */
export const MARK_KEY_PREFIX = 'kinko-mark-';
export const markKey = (storeId: string): string => `${MARK_KEY_PREFIX}${storeId}`;

/** Exclusive Web Lock of the one tab in which a store is open. */
export const lockName = (storeId: string): string => `kinko-open-${storeId}`;
/** Tabs tell each other here that a store was opened, closed or asked for. */
export const channelName = (storeId: string): string => `kinko-tabs-${storeId}`;
