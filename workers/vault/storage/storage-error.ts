import type { StorageError } from './page-store.ts';

/** Errors of Dexie and of the platform carry their kind in `name`, some of them only in the error they wrap. */
const namesOf = (error: unknown): readonly string[] => {
  const names: string[] = [];
  let inner = error;
  for (let depth = 0; depth < 5 && typeof inner === 'object' && inner !== null; depth += 1) {
    if ('name' in inner && typeof inner.name === 'string') names.push(inner.name);
    // A bulk operation wraps what became of each of its requests.
    const [first]: readonly unknown[] = 'failures' in inner && Array.isArray(inner.failures) ? inner.failures : [];
    inner = 'inner' in inner ? inner.inner : first;
  }
  return names;
};

/** The rejection of an engine as data. Matched by `name`, never by class: classes do not survive bundling and realms. */
export const toStorageError = (error: unknown): StorageError => {
  const names = namesOf(error);
  if (names.includes('QuotaExceededError')) return { type: 'StorageFull' };
  return { type: 'StorageFailed', name: names[0] ?? 'Error' };
};

/** Worth a new connection and another try. A full disk is not, nor is what the database itself says of itself. */
export const isPassing = (error: StorageError): boolean => error.type === 'StorageFailed';
