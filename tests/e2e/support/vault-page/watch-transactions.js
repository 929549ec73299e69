// Runs in the vault worker before the vault: tells of every writing transaction what the database made of it, and of
// every answer that left the worker while one was still open.
const channel = new BroadcastChannel('kinko-test-transactions');
const begin = Reflect.get(IDBDatabase.prototype, 'transaction');
const post = globalThis.postMessage;
let open = 0;

IDBDatabase.prototype.transaction = function transaction(...args) {
  const made = begin.apply(this, args);
  if (made.mode !== 'readonly') {
    open += 1;
    for (const how of ['complete', 'abort']) {
      made.addEventListener(how, () => {
        open -= 1;
        channel.postMessage({ database: this.name, durability: made.durability, how });
      });
    }
  }
  return made;
};

globalThis.postMessage = (...args) => {
  // Answers carry the id of their call; events do not.
  if (open > 0 && args[0]?.id !== undefined) channel.postMessage({ database: '', durability: '', how: 'answered early' });
  post.apply(globalThis, args);
};
