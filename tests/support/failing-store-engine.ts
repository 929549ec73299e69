import { IDBDatabase, IDBFactory, IDBKeyRange, IDBTransaction } from 'fake-indexeddb';
import type { Engine } from '../../workers/vault/storage/page-tables.ts';
import type { Faults } from './failing-store.ts';

/**
 * IndexedDB in memory whose every call can fail: opening, beginning a transaction, each request in it, its commit. A commit fails in two
 * ways: rolled back, or done and yet reported as failed. The databases of one engine outlive every connection, as on a disk.
 */
export interface FailingEngine extends Engine {
  /** Durability of every write transaction that began, as the engine was asked for it. */
  readonly durabilities: string[];
}

/** What of fake-indexeddb's inside is needed to fail where no public interface can. */
interface Insides {
  _execRequestAsync: (this: Insides, request: { operation: () => unknown }) => unknown;
  dispatchEvent: (this: Insides, event: Event) => boolean;
  readonly _rollbackLog: (() => void)[];
  readonly mode: string;
  readonly db: object;
  error: DOMException | null;
}

const current: { faults: Faults | null; durabilities: string[] } = { faults: null, durabilities: [] };
const transactions = IDBTransaction.prototype as unknown as Insides;
const execute = transactions._execRequestAsync;
const dispatch = transactions.dispatchEvent;

transactions._execRequestAsync = function (request) {
  const { operation } = request;
  const { mode } = this;
  return execute.call(this, {
    ...request,
    operation: () => {
      const fault = current.faults?.ask(mode === 'readonly' ? 'idb.read' : 'idb.write') ?? null;
      if (fault !== null) throw fault.error;
      return operation();
    },
  });
};

transactions.dispatchEvent = function (event) {
  const fault = event.type === 'complete' && this.mode === 'readwrite' ? (current.faults?.ask('idb.commit') ?? null) : null;
  if (fault === null) return dispatch.call(this, event);
  if (fault.way !== 'reported') for (const undo of this._rollbackLog.toReversed()) undo();
  if (fault.way === 'untrue') return dispatch.call(this, event);
  this.error = fault.error;
  const abort = new (event.constructor as new (type: string, init: EventInit) => Event & { eventPath: object[] })('abort', { bubbles: true });
  abort.eventPath = [this.db];
  return dispatch.call(this, abort);
};

type Begin = (this: IDBDatabase, names: string | Iterable<string>, mode?: IDBTransactionMode, options?: IDBTransactionOptions) => IDBTransaction;
const begin = Reflect.get(IDBDatabase.prototype, 'transaction') as Begin;
/** Set by a test: what the engine makes of any durability it is asked for. */
const forced: { durability: IDBTransactionDurability | null } = { durability: null };
export const forceDurability = (durability: IDBTransactionDurability | null): void => {
  forced.durability = durability;
};

IDBDatabase.prototype.transaction = function (this: IDBDatabase, names, mode, options) {
  const fault = current.faults?.ask('idb.transaction') ?? null;
  if (fault !== null) throw fault.error;
  if (mode === 'readwrite') current.durabilities.push(options?.durability ?? 'default');
  return begin.call(this, names, mode, forced.durability === null ? options : { durability: forced.durability });
};

export const createFailingEngine = (faults: Faults): FailingEngine => {
  const durabilities: string[] = [];
  current.faults = faults;
  current.durabilities = durabilities;
  const factory = new IDBFactory();
  const open = factory.open.bind(factory);
  factory.open = (name, version) => {
    const fault = faults.ask('idb.open');
    if (fault !== null) throw fault.error;
    return open(name, version);
  };
  return { indexedDB: factory, IDBKeyRange, durabilities };
};
