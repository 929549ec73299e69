// Building blocks of vectors: members, tables, slots, grants. public/spec names the sections.
import { b64u, edKey, hpkeSeal, keyId, note, p256Key, passwordKey, recoveryKey, seal, sha256, utf8 } from './primitives.mjs';

export const TIME = 1_790_000_000_000;
export const POLICY = [65536, 3, 1];
export const KEY_NAMES = ['profile', 'number', 'log', 'note'];
export const RIGHTS = {
  owner: KEY_NAMES,
  handler: ['profile', 'number', 'log'],
  registrar: ['profile', 'log'],
  auditor: ['log', 'note'],
  accountant: ['log'],
};

export const makeMember = (random, role, id = random.id()) => ({
  id,
  role,
  usk: random.bytes(32),
  sign: edKey(random.bytes(32)),
  hpke: p256Key(random.bytes(32)),
});

export const makeKeys = (random) => Object.fromEntries(KEY_NAMES.map((name) => [name, random.bytes(32)]));
export const keyIds = (keys) => Object.fromEntries(KEY_NAMES.map((name) => [name, keyId(keys[name])]));

export const memberRow = (member) => ({ id: member.id, role: member.role, sign: b64u(member.sign.public), hpke: b64u(member.hpke.public) });

export const signer = (member) => ({ name: member.id, key: member.sign });

/** `vaultId`: 'genesis' for version 1. */
export const tableText = (vaultId, body) => `kinko-table/1 ${vaultId}\n${JSON.stringify(body)}\n`;

export const hashText = (text) => b64u(sha256(utf8(text)));

/** A table note and its hash. */
export const makeTable = (vaultId, { version, prev, members, stores }, ...signers) => {
  const text = tableText(vaultId, { version, prev, time: TIME + version * 1000, members: members.map(memberRow), stores });
  return { text, note: note(text, ...signers.map(signer)), hash: hashText(text) };
};

export const slotAad = (vaultId, memberId, slot) => [
  'kinko-slot/1', vaultId, memberId, slot.id, slot.kind, slot.generation, slot.kdf, slot.params, slot.salt,
];

/** `secret`: {password} or {code}. */
export const makeSlot = async (random, vaultId, member, generation, secret, params = POLICY) => {
  const salt = random.bytes(16);
  const password = 'password' in secret;
  const header = {
    id: random.id(),
    kind: password ? 'password' : 'recovery',
    generation,
    kdf: password ? 'argon2id' : 'hkdf',
    params: password ? params : [],
    salt: b64u(salt),
  };
  const key = password ? await passwordKey(secret.password, salt, params) : recoveryKey(secret.code, salt);
  return { ...header, sealed: b64u(seal(key, slotAad(vaultId, member.id, header), member.usk, random.bytes(32))) };
};

export const sealMemberKeys = (random, vaultId, member, generation) => {
  const one = (kind, pkcs8) => b64u(seal(member.usk, ['kinko-key/1', vaultId, member.id, generation, kind], pkcs8, random.bytes(32)));
  return { hpke: one('hpke', member.hpke.pkcs8), sign: one('sign', member.sign.pkcs8) };
};

export const makeGrant = (random, { vaultId, storeId, epoch }, member, name, key) => ({
  member: member.id,
  key: name,
  ...hpkeSeal(member.hpke.public, ['kinko-grant/1', vaultId, storeId, epoch, name, member.id], key, p256Key(random.bytes(32))),
});

export const makeGrants = (random, scope, keys, members) =>
  members.flatMap((member) => RIGHTS[member.role].map((name) => makeGrant(random, scope, member, name, keys[name])));

const PAGE_KEYS = {
  head: 'log', index: 'profile', person: 'profile', number: 'number', tail: 'log', log: 'log', table: 'log',
  checkpoint: 'log', attach: 'note', list: 'log', setting: 'log', draft: 'profile',
};

export const keyNameOf = (kind) => PAGE_KEYS[kind];

export const pageAad = ({ vaultId, storeId, book, kind, no, rev, epoch }, keyName = PAGE_KEYS[kind]) => [
  'kinko/1', vaultId, storeId, book, kind, no, rev, epoch, keyName,
];

/** page-v1 §4: plaintext, number pages padded to a multiple of 2048. */
export const pageText = ({ book, kind, no }, content, schema = 1) => {
  const json = JSON.stringify({ page: [book, kind, no], schema, ...content });
  const length = utf8(json).length;
  return kind === 'number' ? json + ' '.repeat(Math.ceil(length / 2048) * 2048 - length) : json;
};

export const flipBit = (bytes, bit) => {
  const flipped = Buffer.from(bytes);
  flipped[bit >> 3] ^= 1 << (bit & 7);
  return flipped;
};
