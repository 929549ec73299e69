// Three copies, all but their manifests, written from public/spec/container-v1.md: lines of the file, and what it takes to sign one.
import { makeLog } from '../log-v1/writer/parts.mjs';
import { attachedPage, checkpointPage, copiesPage, logPages, personPages, settingPage, tablePages } from './copy-pages.mjs';
import { keyIds, keyNameOf, makeGrants, makeKeys, makeMember, makeSlot, makeTable, pageAad, pageText, sealMemberKeys, TIME } from './parts.mjs';
import { b64u, seal, sha256, utf8 } from './primitives.mjs';

const PASSWORD = 'example password one';
const CREATED = TIME + 86_400_000;

const storeRow = (random, id) => ({ id, epoch: 1, keys: keyIds(makeKeys(random)) });

/** Slots and code of the vault's owner. */
const makeWays = async (random, vaultId, owner) => {
  const code = random.bytes(16);
  const slots = [await makeSlot(random, vaultId, owner, 1, { password: PASSWORD }), await makeSlot(random, vaultId, owner, 1, { code })];
  return { code, slots };
};

/** `contents`: pages with their plain content; `tables`: every version. The grants are the owner's. */
const assemble = (random, { owner, ways, vaultId, storeId, tables, contents, logs, checkpoints, counts }) => {
  const copyId = random.id();
  const copyKeys = makeKeys(random);
  const pages = contents.map(({ place, content }) => {
    const text = pageText(place, content);
    const full = { vaultId, storeId: copyId, epoch: 0, ...place };
    const blob = seal(copyKeys[keyNameOf(place.kind)], pageAad(full), utf8(text), random.bytes(32));
    return { place, text, line: { page: [place.book, place.kind, place.no, place.rev, b64u(blob)] } };
  });
  const grants = makeGrants(random, { vaultId, storeId: copyId, epoch: 0 }, copyKeys, [owner]);
  const lines = [
    { kinko: 1, minReader: 1, kind: 'own', vaultId, storeId, copyId, created: CREATED },
    ...tables.map((table) => ({ table: table.note })),
    { member: { id: owner.id, generation: 1, slots: ways.slots, keys: sealMemberKeys(random, vaultId, owner, 1) } },
    ...grants.map((grant) => ({ grant })),
    ...pages.map((one) => one.line),
  ];
  return { owner, vaultId, storeId, copyId, password: PASSWORD, code: ways.code, lines, pages, checkpoints, counts, logs: logs.map((log) => log.seen()) };
};

const sizeOf = (log) => log.seen()[1];

/** One person with one number, an earlier copy in the list, a handler who has no way in yet; pages under each of the four keys. */
export const makeOwnCopy = async (random) => {
  const owner = makeMember(random, 'owner');
  const handler = makeMember(random, 'handler');
  const storeId = random.id();
  const stores = [storeRow(random, storeId)];
  const t1 = makeTable('genesis', { version: 1, prev: '', members: [owner], stores }, owner);
  const vaultId = t1.hash.slice(0, 22);
  const t2 = makeTable(vaultId, { version: 2, prev: t1.hash, members: [owner, handler], stores }, owner);
  const ways = await makeWays(random, vaultId, owner);
  const person = personPages(random, storeId, 2, 3);
  const earlier = { copyId: random.id(), madeAt: TIME + 300_000, fileName: 'kinko-20260922-0100.kinko', bytes: 4321, counts: [1, 1, 4], verifiedAt: null, sha256: b64u(sha256(utf8('earlier'))) };
  const list = attachedPage(random, 'list', 4, 1, { bytes: earlier.bytes, fileName: earlier.fileName });
  const remark = attachedPage(random, 'attach', 5, 0, { persons: [person.id] });
  const log = makeLog(vaultId, storeId)
    .entry(owner, 1, 'create', { attach: [['table', t1.hash]] })
    .entry(owner, 1, 'table', { attach: [['table', t2.hash]] })
    .entry(owner, 2, 'register', { subject: person.id, codes: ['purpose:wage-withholding'] })
    .entry(owner, 2, 'number-put', { subject: person.id })
    .entry(owner, 2, 'copy-made', { subject: earlier.copyId, attach: [['file', earlier.sha256], ['list', list.hash]] })
    .entry(owner, 2, 'export', { codes: ['content:staff'], attach: [['attach', remark.hash]] })
    .checkpoint(owner);
  const setting = settingPage([{ id: owner.id, name: '責任者', slots: ways.slots }]);
  const contents = [...person.pages, setting, copiesPage([earlier]), ...tablePages([t1, t2]), list, remark, ...logPages(log)];
  const counts = { persons: 1, numbers: 1, entries: sizeOf(log) };
  const parts = assemble(random, { owner, ways, vaultId, storeId, tables: [t1, t2], contents, logs: [log], checkpoints: [log.lastNote()], counts });
  return { ...parts, handler };
};

/** As small as a copy can be: one entry, no person, and the settings. `change`: what somebody who may make copies did to it. */
export const makeSmallestCopy = async (random, change = (parts) => parts) => {
  const owner = makeMember(random, 'owner');
  const storeId = random.id();
  const t1 = makeTable('genesis', { version: 1, prev: '', members: [owner], stores: [storeRow(random, storeId)] }, owner);
  const vaultId = t1.hash.slice(0, 22);
  const ways = await makeWays(random, vaultId, owner);
  const log = makeLog(vaultId, storeId)
    .entry(owner, 1, 'create', { attach: [['table', t1.hash]] })
    .checkpoint(owner);
  const contents = [settingPage([{ id: owner.id, name: '責任者', slots: ways.slots }]), ...logPages(log)];
  const counts = { persons: 0, numbers: 0, entries: sizeOf(log) };
  const parts = { owner, ways, vaultId, storeId, tables: [t1], contents, logs: [log], checkpoints: [log.lastNote()], counts };
  return assemble(random, change(parts));
};

const without = (contents, kind) => contents.filter(({ place }) => place.kind !== kind);
const added = (kind, content, book = 'own') => (parts) => ({ ...parts, contents: [...parts.contents, { place: { book, kind, no: 0, rev: 1 }, content }] });
const bentLog = (change) => (parts) => ({
  ...parts,
  contents: parts.contents.map((one) => (one.place.kind === 'log' ? { ...one, content: { ...one.content, ...change(one.content) } } : one)),
});

/** Sealed, hashed, counted and signed as they should be; what their pages hold is no vault (container-v1 §7). */
export const NOT_RESTORABLE = {
  'a head': added('head', {}),
  'a tail': added('tail', { format: 'kinko-log/1', log: 'A'.repeat(22), first: 1, prev: '', entries: [] }),
  'a draft': added('draft', { route: 'register', fields: {} }),
  'persons in another book': added('person', { persons: [] }, 'log-1'),
  'a page of numbers that is none': added('number', { numbers: [{}] }),
  'no settings': (parts) => ({ ...parts, contents: without(parts.contents, 'setting') }),
  'no log': (parts) => ({ ...parts, contents: without(parts.contents, 'log'), counts: { ...parts.counts, entries: 0 } }),
  'a log that begins later': bentLog(() => ({ first: 128 })),
  'an entry changed': bentLog(({ entries: [first] }) => ({ entries: [first.with(3, 'unlock')] })),
  'no checkpoint over the log': (parts) => ({ ...parts, checkpoints: [] }),
  'a checkpoint over more than the log': (parts) => ({
    ...parts,
    checkpoints: [makeLog(parts.vaultId, parts.storeId).entry(parts.owner, 1, 'create').entry(parts.owner, 1, 'unlock').checkpoint(parts.owner).lastNote()],
  }),
  'fewer entries than the manifest says': (parts) => ({ ...parts, counts: { ...parts.counts, entries: 2 } }),
};

const CLOSED_ENTRIES = 130;

/** Restored once: the first log lies closed in a book of its own, a full page and a last shorter one; the own log names it. */
export const makeRestoredCopy = async (random) => {
  const owner = makeMember(random, 'owner');
  const [oldId, storeId] = [random.id(), random.id()];
  const before = storeRow(random, oldId);
  const t1 = makeTable('genesis', { version: 1, prev: '', members: [owner], stores: [before] }, owner);
  const vaultId = t1.hash.slice(0, 22);
  const t2 = makeTable(vaultId, { version: 2, prev: t1.hash, members: [owner], stores: [before, storeRow(random, storeId)] }, owner);
  const ways = await makeWays(random, vaultId, owner);
  const person = personPages(random, oldId, 1, 2);
  const closed = makeLog(vaultId, oldId)
    .entry(owner, 1, 'create', { attach: [['table', t1.hash]] })
    .entry(owner, 1, 'register', { subject: person.id })
    .entry(owner, 1, 'number-put', { subject: person.id });
  while (sizeOf(closed) < CLOSED_ENTRIES) closed.entry(owner, 1, sizeOf(closed) % 2 === 0 ? 'unlock' : 'lock', { codes: sizeOf(closed) % 2 === 0 ? ['way:password'] : [] });
  closed.checkpoint(owner);
  const log = makeLog(vaultId, storeId, TIME + 40_000_000)
    .entry(owner, 2, 'table', { attach: [['table', t2.hash]], seen: [closed.seen()] })
    .entry(owner, 2, 'restore', { subject: random.id(), attach: [['file', b64u(sha256(utf8('the copy restored from')))]] })
    .checkpoint(owner);
  const setting = settingPage([{ id: owner.id, name: '責任者', slots: ways.slots }]);
  const contents = [
    ...person.pages,
    setting,
    ...tablePages([t1, t2]),
    checkpointPage([closed.lastNote()]),
    ...logPages(closed, 'log-1'),
    ...logPages(log),
  ];
  const counts = { persons: 1, numbers: 1, entries: sizeOf(closed) + sizeOf(log) };
  const checkpoints = [closed.lastNote(), log.lastNote()];
  return assemble(random, { owner, ways, vaultId, storeId, tables: [t1, t2], contents, logs: [closed, log], checkpoints, counts });
};
