import { expose } from 'comlink';
import { filterEndpoint } from '../line/filtered-endpoint.ts';
import { KDF_POLICY } from './crypto/kdf.ts';
import { createSlots } from './crypto/slot.ts';
import { composeVault } from './service/compose.ts';
import { createDatabaseFolders } from './storage/database-folders.ts';
import { createJoinedFolders } from './storage/joined-folders.ts';
import { openOpfsFolders } from './storage/opfs-folders.ts';

const databaseNames =
  'databases' in indexedDB ? async () => (await indexedDB.databases()).flatMap(({ name }) => (name === undefined ? [] : [name])) : null;
const opfs = await openOpfsFolders(navigator.storage);
const database = createDatabaseFolders();

// The one thread that holds keys and opens the database. Its memory is the session: locking ends it.
const { api, methods } = await composeVault({
  folders: opfs === null ? database : createJoinedFolders({ opfs, database, databaseNames }),
  databaseNames,
  locks: navigator.locks,
  createChannel: (name) => new BroadcastChannel(name),
  fill: (bytes) => crypto.getRandomValues(bytes),
  now: () => Date.now(),
  build: __BUILD__,
  createSlots: (deps) => createSlots({ ...deps, policy: KDF_POLICY }),
});

expose(api, filterEndpoint(self, methods));
// Calls posted before this would be dropped: the page waits for it.
self.postMessage({ type: 'kinko-ready' });
