import { expose } from 'comlink';
import { KDF_POLICY } from './crypto/kdf.ts';
import { createSlots } from './crypto/slot.ts';
import { filterEndpoint } from './service/border/filtered-endpoint.ts';
import { composeVault } from './service/compose.ts';
import { createDatabaseFolders } from './storage/database-folders.ts';
import { openOpfsFolders } from './storage/opfs-folders.ts';

// The one thread that holds keys and opens the database. Its memory is the session: locking ends it.
const { api, methods } = await composeVault({
  folders: (await openOpfsFolders(navigator.storage)) ?? createDatabaseFolders(),
  databaseNames:
    'databases' in indexedDB ? async () => (await indexedDB.databases()).flatMap(({ name }) => (name === undefined ? [] : [name])) : null,
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
