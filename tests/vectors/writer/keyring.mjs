// tests/vectors/keyring-v1.
import { keyIds, makeGrant, makeGrants, makeKeys, makeMember, makeSlot, makeTable, memberRow, sealMemberKeys } from './parts.mjs';
import { b64u, seal, seeded, sha256, utf8 } from './primitives.mjs';

const FILE_BYTES = 131072;

/** keyring-v1 §2 */
const fileOf = (json, sequence) => {
  const bytes = Buffer.alloc(FILE_BYTES);
  const text = utf8(json);
  bytes.write('KINKOKR1', 0, 'ascii');
  bytes.writeBigUInt64BE(BigInt(sequence), 8);
  bytes.writeUInt32BE(text.length, 16);
  sha256(bytes.subarray(8, 20), text).copy(bytes, 20);
  text.copy(bytes, 52);
  return bytes;
};

const makeVault = async (random) => {
  const owner = makeMember(random, 'owner');
  const handler = makeMember(random, 'handler');
  const storeId = random.id();
  const keys = makeKeys(random);
  const stores = [{ id: storeId, epoch: 1, keys: keyIds(keys) }];
  const t1 = makeTable('genesis', { version: 1, prev: '', members: [owner], stores }, owner);
  const vaultId = t1.hash.slice(0, 22);
  const t2 = makeTable(vaultId, { version: 2, prev: t1.hash, members: [owner, handler], stores }, owner);
  const code = random.bytes(16);
  const ownerSlots = [
    await makeSlot(random, vaultId, owner, 1, { password: 'ﾊﾟｽﾜｰﾄﾞ correct horse' }),
    await makeSlot(random, vaultId, owner, 1, { code }),
  ];
  const handlerSlots = [await makeSlot(random, vaultId, handler, 1, { code: random.bytes(16) })];
  const document = {
    kinkoKeyring: 1,
    minReader: 1,
    state: 'live',
    vaultId,
    storeId,
    label: '見本商店',
    experience: false,
    table: t2.note,
    members: [
      { id: owner.id, name: '責任者', generation: 1, slots: ownerSlots, keys: sealMemberKeys(random, vaultId, owner, 1) },
      { id: handler.id, name: '', generation: 1, slots: handlerSlots, keys: sealMemberKeys(random, vaultId, handler, 1) },
    ],
    epochs: [{ epoch: 1, grants: makeGrants(random, { vaultId, storeId, epoch: 1 }, keys, [owner, handler]) }],
  };
  return { owner, handler, storeId, keys, vaultId, code, document };
};

const slotCases = async (random, vault) => {
  const { owner, handler, vaultId, code, document } = vault;
  const [password, recovery] = document.members[0].slots;
  // Half-width kana and the same in full width are one password after NFKC.
  const typed = 'パスワード correct horse';
  const base = { vaultId, memberId: owner.id, usk: b64u(owner.usk) };
  const low = await makeSlot(random, vaultId, owner, 1, { password: 'below policy, above the floor' }, [38912, 1, 1]);
  const pass = [
    { name: 'password', ...base, slot: password, password: typed.normalize('NFKC'), needsRewrap: false },
    { name: 'recovery code', ...base, slot: recovery, code: b64u(code), needsRewrap: false },
    { name: 'password below policy', ...base, slot: low, password: 'below policy, above the floor', needsRewrap: true },
  ];
  const { usk: _usk, ...fail0 } = base;
  const bad = (name, slot, secret, expect = 'WrongSecret', change = {}) => ({ name, ...fail0, ...change, slot, ...secret, expect });
  const right = { password: typed.normalize('NFKC') };
  const withCode = { code: b64u(code) };
  const fail = [
    bad('wrong password', password, { password: 'パスワード correct horsf' }),
    bad('password not normalised', password, { password: 'ﾊﾟｽﾜｰﾄﾞ correct horse' }),
    bad('empty password', password, { password: '' }),
    bad('wrong code', recovery, { code: b64u(random.bytes(16)) }),
    bad('password for a recovery slot', recovery, right),
    bad('code for a password slot', password, withCode),
    bad('kdf params lowered below the floor', { ...password, params: [8, 1, 1] }, right, 'KdfRefused'),
    bad('passes lowered within the floor', { ...password, params: [65536, 1, 1] }, right),
    bad('memory lowered within the floor', { ...password, params: [19456, 2, 1] }, right),
    bad('kdf params of 4 GiB', { ...password, params: [4194304, 3, 1] }, right, 'KdfRefused'),
    bad('a million passes', { ...password, params: [65536, 1000000, 1] }, right, 'KdfRefused'),
    bad('64 lanes', { ...password, params: [65536, 3, 64] }, right, 'KdfRefused'),
    bad('no passes', { ...password, params: [65536, 0, 1] }, right, 'KdfRefused'),
    bad('salt of another slot', { ...recovery, salt: password.salt }, withCode),
    bad('slot id changed', { ...recovery, id: random.id() }, withCode),
    bad('generation changed', { ...recovery, generation: 2 }, withCode),
    bad('slot of another member', recovery, withCode, 'WrongSecret', { memberId: handler.id }),
    bad('slot of another vault', recovery, withCode, 'WrongSecret', { vaultId: random.id() }),
  ];
  return { pass, fail };
};

const memberKeyCases = (random, vault) => {
  const { owner, handler, vaultId, document } = vault;
  const row = memberRow(owner);
  const base = { vaultId, memberId: owner.id, generation: 1, usk: b64u(owner.usk), sealed: document.members[0].keys, expected: { hpke: row.hpke, sign: row.sign } };
  const other = memberRow(handler);
  const fail = [
    { ...base, name: 'public HPKE key substituted', expected: { ...base.expected, hpke: other.hpke } },
    { ...base, name: 'public signing key substituted', expected: { ...base.expected, sign: other.sign } },
    { ...base, name: 'sealed keys exchanged', sealed: { hpke: base.sealed.sign, sign: base.sealed.hpke } },
    { ...base, name: 'keys of another member', sealed: document.members[1].keys },
    { ...base, name: 'another generation', generation: 2 },
    { ...base, name: 'another vault', vaultId: random.id() },
    { ...base, name: 'another user secret key', usk: b64u(random.bytes(32)) },
  ];
  return { pass: [{ name: 'owner', ...base }], fail };
};

const grantCases = (random, vault) => {
  const { owner, handler, storeId, keys, vaultId, document } = vault;
  const [{ grants }] = document.epochs;
  const ids = keyIds(keys);
  const open = (member, names) => ({
    scope: { vaultId, storeId, epoch: 1 },
    memberId: member.id,
    pkcs8: b64u(member.hpke.pkcs8),
    public: b64u(member.hpke.public),
    keyIds: ids,
    keys: Object.fromEntries(names.map((name) => [name, b64u(keys[name])])),
    grants,
  });
  const pass = [
    { name: 'owner holds four keys', ...open(owner, ['profile', 'number', 'log', 'note']) },
    { name: 'handler holds three', ...open(handler, ['profile', 'number', 'log']) },
  ];
  const { keys: _keys, ...base } = open(owner, []);
  const scope = (change) => ({ ...base.scope, ...change });
  const planted = makeGrants(random, base.scope, makeKeys(random), [owner]);
  const swapped = grants.map((grant) => ({ ...grant, key: grant.key === 'log' ? 'note' : grant.key === 'note' ? 'log' : grant.key }));
  const fail = [
    { ...base, name: 'planted epoch: keys the table does not name', grants: planted, expect: 'KeyNotInTable' },
    { ...base, name: 'one planted key among true ones', grants: [...grants.slice(0, 3), makeGrant(random, base.scope, owner, 'note', random.bytes(32))], expect: 'KeyNotInTable' },
    { ...base, name: 'two keys change names', grants: swapped, expect: 'Damaged' },
    { ...base, name: 'another epoch', scope: scope({ epoch: 2 }), expect: 'Damaged' },
    { ...base, name: 'another store', scope: scope({ storeId: random.id() }), expect: 'Damaged' },
    { ...base, name: 'another vault', scope: scope({ vaultId: random.id() }), expect: 'Damaged' },
    { ...base, name: 'grants relabelled to the owner', grants: grants.slice(4).map((grant) => ({ ...grant, member: owner.id })), expect: 'Damaged' },
    { ...base, name: 'no grant', grants: grants.slice(4), expect: 'NoGrant' },
  ];
  return { pass, fail };
};

const documentCases = (document) => {
  const json = JSON.stringify(document);
  const newer = { ...document, kinkoKeyring: 2, hint: { kept: [1, 'as it is'] } };
  const pass = [
    { name: 'two members, one epoch', json },
    { name: 'staged, two epochs', json: JSON.stringify({ ...document, state: 'staged', epochs: [...document.epochs, { epoch: 2, grants: [] }] }) },
    { name: 'newer version that version 1 may read and keep', json: JSON.stringify(newer) },
  ];
  const edit = (change) => JSON.stringify({ ...document, ...change });
  const [owner, handler] = document.members;
  const slot = (change) => edit({ members: [{ ...owner, slots: [{ ...owner.slots[0], ...change }, owner.slots[1]] }, handler] });
  const [epoch] = document.epochs;
  const bad = (name, text, expect = 'Damaged') => ({ name, json: text, expect });
  const fail = [
    bad('needs a newer reader', edit({ kinkoKeyring: 2, minReader: 2 }), 'NewerFormat'),
    bad('needs a newer reader, other layout', JSON.stringify({ kinkoKeyring: 3, minReader: 3, anything: [] }), 'NewerFormat'),
    bad('minReader above the version', edit({ minReader: 2 })),
    bad('unknown field in version 1', edit({ hint: 1 })),
    bad('unknown field __proto__ in a newer version', JSON.stringify(newer).replace('"hint"', '"__proto__"')),
    bad('unknown field inside a member of a newer version', JSON.stringify({ ...newer, members: [{ ...owner, hint: 1 }, handler] })),
    bad('order of fields changed', JSON.stringify({ minReader: 1, kinkoKeyring: 1, ...document })),
    bad('white space', json.replace(',', ', ')),
    bad('line feed at the end', `${json}\n`),
    bad('cut', json.slice(0, -1)),
    bad('duplicate field', json.replace('"experience":false', '"experience":true,"experience":false')),
    bad('needless escape', json.replace('見本商店', '\\u898b本商店')),
    bad('control character in the label', edit({ label: 'a\u0007' })),
    bad('lone surrogate in a name', json.replace('責任者', '\\ud800')),
    bad('label of 101 characters', edit({ label: 'x'.repeat(101) })),
    bad('state unknown', edit({ state: 'dead' })),
    bad('vaultId of 21 characters', edit({ vaultId: document.vaultId.slice(1) })),
    bad('the same member twice', edit({ members: [owner, owner] })),
    bad('slot of an older generation', slot({ generation: 2 })),
    bad('the same slot twice', edit({ members: [{ ...owner, slots: [owner.slots[1], owner.slots[1]] }] })),
    bad('password under the fast KDF', slot({ kdf: 'hkdf', params: [] })),
    bad('unknown KDF', slot({ kdf: 'pbkdf2' })),
    bad('two parameters', slot({ params: [65536, 3] })),
    bad('fraction as parameter', slot({ params: [65536.5, 3, 1] })),
    bad('salt of 15 bytes', slot({ salt: b64u(Buffer.alloc(15)) })),
    bad('salt with bits behind the end', slot({ salt: `${'A'.repeat(21)}B` })),
    bad('sealed one byte short', slot({ sealed: b64u(Buffer.alloc(79)) })),
    bad('padding in base64url', slot({ salt: `${b64u(Buffer.alloc(16))}==` })),
    bad('17 slots', edit({ members: [{ ...owner, slots: Array.from({ length: 17 }, (_, index) => ({ ...owner.slots[1], id: b64u(Buffer.alloc(16, index)) })) }] })),
    bad('no epoch', edit({ epochs: [] })),
    bad('epochs not ascending', edit({ epochs: [{ epoch: 2, grants: [] }, epoch] })),
    bad('three epochs', edit({ epochs: [epoch, { epoch: 2, grants: [] }, { epoch: 3, grants: [] }] })),
    bad('the same grant twice', edit({ epochs: [{ epoch: 1, grants: [epoch.grants[0], epoch.grants[0]] }] })),
    bad('unknown key name', edit({ epochs: [{ epoch: 1, grants: [{ ...epoch.grants[0], key: 'root' }] }] })),
    bad('enc of 64 bytes', edit({ epochs: [{ epoch: 1, grants: [{ ...epoch.grants[0], enc: b64u(Buffer.alloc(64)) }] }] })),
    bad('nested deeper than 6', edit({ kinkoKeyring: 2, hint: [[[[[[0]]]]]] })),
    bad('not an object', '[]'),
    bad('empty', ''),
  ];
  return { pass, fail };
};

const fileCases = (document) => {
  const json = JSON.stringify(document);
  const bytes = fileOf(json, 5);
  const pass = [{ name: 'sequence 5', json, sequence: 5, head: bytes.subarray(0, 52).toString('hex'), sha256: sha256(bytes).toString('hex') }];
  // Edits of that file: bytes written at an offset; the length of the file stays unless `length` says otherwise.
  const fail = [
    { name: 'magic', at: 0, bytes: '6b' },
    { name: 'sequence', at: 15, bytes: '06' },
    { name: 'sequence 0 with a right hash', at: 8, bytes: fileOf(json, 0).subarray(8, 52).toString('hex') },
    { name: 'length one less', at: 16, bytes: bytes.readUInt32BE(16).toString(16).padStart(8, '0').replace(/.$/, (last) => (Number.parseInt(last, 16) ^ 1).toString(16)) },
    { name: 'length beyond the file', at: 16, bytes: 'ffffffff' },
    { name: 'hash', at: 20, bytes: (bytes[20] ^ 1).toString(16).padStart(2, '0') },
    { name: 'first byte of the document', at: 52, bytes: '5b' },
    { name: 'last byte of the file not zero', at: FILE_BYTES - 1, bytes: '01' },
    { name: 'one byte short', length: FILE_BYTES - 1 },
    { name: 'one byte long', length: FILE_BYTES + 1 },
    { name: 'empty', length: 0 },
  ].map((edit) => ({ ...edit, expect: 'Damaged' }));
  return { pass, fail };
};

const markCases = (random, vault) => {
  const { owner, vaultId, storeId } = vault;
  const secret = { root: b64u(random.bytes(32)), tableVersion: 2, epoch: 1 };
  const sealed = b64u(seal(owner.usk, ['kinko-mark/1', vaultId, storeId], utf8(JSON.stringify(secret)), random.bytes(32)));
  const mark = { kinkoMark: 1, vaultId, storeId, size: 42, sealed };
  const json = JSON.stringify(mark);
  const fail = [
    { name: 'newer', json: JSON.stringify({ ...mark, kinkoMark: 2 }) },
    { name: 'negative size', json: JSON.stringify({ ...mark, size: -1 }) },
    { name: 'unknown field', json: JSON.stringify({ ...mark, x: 1 }) },
    { name: 'white space', json: ` ${json}` },
    { name: 'nothing sealed', json: JSON.stringify({ ...mark, sealed: '' }) },
  ];
  return { pass: [{ name: 'mark', json, usk: b64u(owner.usk), secret }], fail };
};

export const keyringVectors = async () => {
  const random = seeded('keyring-v1');
  const vault = await makeVault(random);
  const sections = {
    documents: documentCases(vault.document),
    files: fileCases(vault.document),
    slots: await slotCases(random, vault),
    memberKeys: memberKeyCases(random, vault),
    grants: grantCases(random, vault),
    marks: markCases(random, vault),
  };
  const pick = (side) => Object.fromEntries(Object.entries(sections).map(([name, section]) => [name, section[side]]));
  return { 'keyring-v1/must-pass.json': pick('pass'), 'keyring-v1/must-fail.json': pick('fail') };
};
