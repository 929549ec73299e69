// tests/vectors/table-v1.
import { keyIds, makeKeys, makeMember, makeTable, memberRow, hashText, signer, tableText, TIME } from './parts.mjs';
import { note, seeded } from './primitives.mjs';

const storeRow = (id, epoch, keys) => ({ id, epoch, keys: keyIds(keys) });

/** Genesis, a handler joins, the epoch turns, the owner's keys are renewed, an auditor and a second store come. */
const makeChain = (random) => {
  const owner = makeMember(random, 'owner');
  const handler = makeMember(random, 'handler');
  const auditor = makeMember(random, 'auditor');
  const renewed = makeMember(random, 'owner', owner.id);
  const storeId = random.id();
  const first = storeRow(storeId, 1, makeKeys(random));
  const second = storeRow(storeId, 2, makeKeys(random));
  const third = storeRow(storeId, 3, makeKeys(random));
  const restored = storeRow(random.id(), 1, makeKeys(random));
  const t1 = makeTable('genesis', { version: 1, prev: '', members: [owner], stores: [first] }, owner);
  const vaultId = t1.hash.slice(0, 22);
  const t2 = makeTable(vaultId, { version: 2, prev: t1.hash, members: [owner, handler], stores: [first] }, owner);
  const t3 = makeTable(vaultId, { version: 3, prev: t2.hash, members: [owner, handler], stores: [second] }, owner);
  const t4 = makeTable(vaultId, { version: 4, prev: t3.hash, members: [renewed, handler], stores: [third] }, owner);
  const t5 = makeTable(vaultId, { version: 5, prev: t4.hash, members: [renewed, handler, auditor], stores: [third, restored] }, renewed);
  return { owner, handler, auditor, renewed, storeId, first, second, vaultId, tables: [t1, t2, t3, t4, t5] };
};

export const tableVectors = () => {
  const random = seeded('table-v1');
  const chain = makeChain(random);
  const { owner, handler, renewed, first, second, vaultId, tables } = chain;
  const notes = tables.map((table) => table.note);
  const [t1, t2] = tables;
  const pass = [
    { name: 'genesis alone', vaultId, notes: notes.slice(0, 1), hashes: [t1.hash] },
    { name: 'five versions', vaultId, notes, hashes: tables.map((table) => table.hash) },
    { name: 'a signature of a stranger beside the owner’s', vaultId, notes: [note(t1.text, signer(owner), signer(handler))], hashes: [t1.hash] },
    { name: 'two owners sign', vaultId, notes: [...notes.slice(0, 4), note(tables[4].text, signer(renewed), signer(handler))], hashes: tables.map((table) => table.hash) },
  ];

  const bad = (name, list, reason, index, id = vaultId) => ({ name, vaultId: id, notes: list, reason, index });
  /** Version 2 with something changed, signed by the owner. */
  const second2 = (change, ...signers) =>
    makeTable(vaultId, { version: 2, prev: t1.hash, members: [owner, handler], stores: [first], ...change }, ...(signers.length > 0 ? signers : [owner])).note;
  /** Version 1 from a raw body text; its own hash is then the vaultId. */
  const genesis = (name, line, reason) => {
    const text = `kinko-table/1 genesis\n${line}\n`;
    return bad(name, [note(text, signer(owner))], reason, 0, hashText(text).slice(0, 22));
  };
  const body = { version: 1, prev: '', time: TIME, members: [memberRow(owner)], stores: [first] };
  const line = (change) => JSON.stringify({ ...body, ...change });
  const other = makeChain(random);
  const resigned = makeTable('genesis', { version: 1, prev: '', members: [owner], stores: [first] }, handler);
  const lastBit = (text) => text.replace(/([A-Za-z0-9+/]{2})(==?)?\n$/, (_all, two, pad = '') => `${two[0] === 'A' ? 'B' : 'A'}${two[1]}${pad}\n`);
  const fail = [
    bad('no table', [], 'Empty', 0),
    bad('foreign vault', other.tables.map((table) => table.note), 'ForeignVault', 0),
    bad('second version of another vault', [t1.note, other.tables[1].note], 'ForeignVault', 1),
    bad('one character of the vaultId changed', notes.slice(0, 1), 'ForeignVault', 0, (vaultId[0] === 'A' ? 'B' : 'A') + vaultId.slice(1)),
    bad('genesis missing', notes.slice(1), 'VersionGap', 0),
    bad('a version left out', [notes[0], notes[2]], 'VersionGap', 1),
    bad('a version twice', [notes[0], notes[1], notes[1]], 'VersionGap', 2),
    bad('order changed', [notes[0], notes[2], notes[1]], 'VersionGap', 1),
    bad('prev of another table', [t1.note, second2({ prev: t2.hash })], 'PrevMismatch', 1),
    bad('genesis not signed by its owner', [resigned.note], 'SignerNotOwner', 0),
    bad('signed by a handler', [...notes.slice(0, 2), makeTable(vaultId, { version: 3, prev: t2.hash, members: [owner, handler], stores: [second] }, handler).note], 'SignerNotOwner', 2),
    bad('signed by an owner it only introduces', [t1.note, second2({ members: [owner, makeMember(random, 'owner')] }, makeMember(seeded('planted'), 'owner'))], 'SignerNotOwner', 1),
    bad('renewed keys signed by the new key', [...notes.slice(0, 3), note(tables[3].text, signer(renewed)), notes[4]], 'SignerNotOwner', 3),
    bad('bit of a signature changed', [lastBit(t1.note)], 'BadSignature', 0),
    bad('text changed under a signature', [t1.note, t2.note.replace('"handler"', '"auditor"')], 'BadSignature', 1),
    bad('epoch goes back', [...notes.slice(0, 3), makeTable(vaultId, { version: 4, prev: tables[2].hash, members: [owner], stores: [first] }, owner).note], 'EpochBent', 3),
    bad('keys change within an epoch', [t1.note, second2({ stores: [{ ...first, keys: second.keys }] })], 'EpochBent', 1),
    bad('newer format', [t1.note, note(tableText(vaultId, body).replace('kinko-table/1', 'kinko-table/2'), signer(owner))], 'NewerFormat', 1),
    bad('another type of note', [note(`kinko-manifest/1 ${vaultId}\n{}\n`, signer(owner))], 'NotATable', 0),
    bad('no signature at all', [t1.text], 'NotATable', 0),
    genesis('no owner', line({ members: [memberRow(handler)] }), 'NotATable'),
    genesis('unknown role', line({ members: [memberRow(owner), { ...memberRow(handler), role: 'root' }] }), 'NotATable'),
    genesis('unknown key in the body', line({ note: 'x' }), 'NotATable'),
    genesis('unknown key in a member', line({ members: [{ ...memberRow(owner), name: 'x' }] }), 'NotATable'),
    genesis('keys in another order', JSON.stringify({ prev: '', ...body }), 'NotATable'),
    genesis('white space', line({}).replace(',', ', '), 'NotATable'),
    genesis('duplicate key', line({}).replace('"prev":""', '"prev":"","prev":""'), 'NotATable'),
    genesis('a number in another spelling', line({}).replace(`${TIME}`, `${TIME}.0`), 'NotATable'),
    genesis('the same member twice', line({ members: [memberRow(owner), memberRow(owner)] }), 'NotATable'),
    genesis('two members with one key', line({ members: [memberRow(owner), { ...memberRow(owner), id: handler.id }] }), 'NotATable'),
    genesis('the same store twice', line({ stores: [first, first] }), 'NotATable'),
    genesis('epoch 0', line({ stores: [{ ...first, epoch: 0 }] }), 'NotATable'),
    genesis('a key id missing', line({ stores: [{ ...first, keys: { profile: first.keys.profile } }] }), 'NotATable'),
    genesis('base64url with bits behind the end', line({ members: [{ ...memberRow(owner), sign: memberRow(owner).sign.replace(/.$/, (last) => String.fromCharCode(last.charCodeAt(0) + 1)) }] }), 'NotATable'),
    genesis('genesis with a prev', line({ prev: t1.hash }), 'NotATable'),
    genesis('version 0', line({ version: 0 }), 'NotATable'),
    genesis('key __proto__', line({}).replace('"prev"', '"__proto__"'), 'NotATable'),
  ];
  return { 'table-v1/must-pass.json': { cases: pass }, 'table-v1/must-fail.json': { cases: fail } };
};
