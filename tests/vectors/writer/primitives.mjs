// Second implementation of the primitives, on Node's own crypto and public/spec alone: imports nothing of the app, so a
// vector that both sides agree on is worth something. Deterministic: all randomness comes from a seed.
import { createCipheriv, createECDH, createHash, createHmac, createPrivateKey, createPublicKey, hkdfSync, sign } from 'node:crypto';
import { argon2id } from 'hash-wasm';

export const utf8 = (text) => Buffer.from(text, 'utf8');
export const b64u = (bytes) => Buffer.from(bytes).toString('base64url');
export const hex = (text) => Buffer.from(text, 'hex');
export const sha256 = (...parts) => createHash('sha256').update(Buffer.concat(parts)).digest();

/** SHA-256 in counter mode over a seed. */
export const seeded = (seed) => {
  let counter = 0;
  const bytes = (length) => {
    const blocks = [];
    for (let made = 0; made < length; made += 32) blocks.push(sha256(utf8(`${seed}/${counter++}`)));
    return Buffer.concat(blocks).subarray(0, length);
  };
  return { bytes, id: () => b64u(bytes(16)) };
};

export const hkdf = (ikm, salt, info, length) => Buffer.from(hkdfSync('sha256', ikm, salt, info, length));

const gcm = (key, iv, aad, plaintext) => {
  const cipher = createCipheriv('aes-256-gcm', key, iv);
  cipher.setAAD(aad);
  return Buffer.concat([cipher.update(plaintext), cipher.final(), cipher.getAuthTag()]);
};

/** seal-v1 §2. `parts`: the aad as an array. */
export const seal = (key, parts, plaintext, salt) => {
  const aad = utf8(JSON.stringify(parts));
  return Buffer.concat([salt, gcm(hkdf(key, salt, aad, 32), Buffer.alloc(12), aad, plaintext)]);
};

const ED_HEAD = hex('302e020100300506032b657004220420');

export const edKey = (secret) => {
  const pkcs8 = Buffer.concat([ED_HEAD, secret]);
  const key = createPrivateKey({ key: pkcs8, format: 'der', type: 'pkcs8' });
  const spki = createPublicKey(key).export({ format: 'der', type: 'spki' });
  return { pkcs8, public: spki.subarray(spki.length - 32), sign: (message) => sign(null, message, key) };
};

export const p256Key = (secret) => {
  const ecdh = createECDH('prime256v1');
  ecdh.setPrivateKey(secret);
  const point = ecdh.getPublicKey();
  const head = hex('308187020100301306072a8648ce3d020106082a8648ce3d030107046d306b0201010420');
  return { pkcs8: Buffer.concat([head, secret, hex('a144034200'), point]), public: point, dh: (other) => ecdh.computeSecret(other) };
};

const extract = (salt, suite, label, ikm) =>
  createHmac('sha256', salt.length > 0 ? salt : Buffer.alloc(32)).update(Buffer.concat([utf8('HPKE-v1'), suite, utf8(label), ikm])).digest();

const expand = (prk, suite, label, info, length) => {
  const head = Buffer.from([length >> 8, length & 255]);
  const labeled = Buffer.concat([head, utf8('HPKE-v1'), suite, utf8(label), info]);
  return createHmac('sha256', prk).update(Buffer.concat([labeled, Buffer.from([1])])).digest().subarray(0, length);
};

const EMPTY = Buffer.alloc(0);
const KEM = Buffer.concat([utf8('KEM'), hex('0010')]);
const SUITE = Buffer.concat([utf8('HPKE'), hex('001000010002')]);

/** RFC 9180 base mode, single shot, aad empty, with a given ephemeral key. */
export const hpkeSeal = (recipient, parts, plaintext, ephemeral) => {
  const info = utf8(JSON.stringify(parts));
  const prk = extract(EMPTY, KEM, 'eae_prk', ephemeral.dh(recipient));
  const shared = expand(prk, KEM, 'shared_secret', Buffer.concat([ephemeral.public, recipient]), 32);
  const context = Buffer.concat([Buffer.from([0]), extract(EMPTY, SUITE, 'psk_id_hash', EMPTY), extract(EMPTY, SUITE, 'info_hash', info)]);
  const secret = extract(shared, SUITE, 'secret', EMPTY);
  const key = expand(secret, SUITE, 'key', context, 32);
  return { enc: b64u(ephemeral.public), ct: b64u(gcm(key, expand(secret, SUITE, 'base_nonce', context, 12), EMPTY, plaintext)) };
};

/** C2SP signed note with one signature per signer {name, key}. */
export const note = (text, ...signers) => {
  const lines = signers.map(({ name, key }) => {
    const id = sha256(utf8(`${name}\n`), Buffer.from([1]), key.public).subarray(0, 4);
    return `\u2014 ${name} ${Buffer.concat([id, key.sign(utf8(text))]).toString('base64')}\n`;
  });
  return `${text}\n${lines.join('')}`;
};

export const passwordKey = async (password, salt, [memory, passes, lanes]) =>
  Buffer.from(
    await argon2id({
      password: utf8(password.normalize('NFKC')),
      salt,
      memorySize: memory,
      iterations: passes,
      parallelism: lanes,
      hashLength: 32,
      outputType: 'binary',
    }),
  );

export const recoveryKey = (code, salt) => hkdf(code, salt, utf8('kinko-recovery/1'), 32);

export const keyId = (key) => b64u(sha256(utf8('kinko-keyid/1'), key));
