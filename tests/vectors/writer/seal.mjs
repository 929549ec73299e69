// tests/vectors/seal-v1 and page-v1.
import { flipBit, keyNameOf, pageAad, pageText } from './parts.mjs';
import { b64u, seal, seeded, utf8 } from './primitives.mjs';

export const sealVectors = () => {
  const random = seeded('seal-v1');
  const vaultId = random.id();
  const storeId = random.id();
  const key = random.bytes(32);
  const page = pageAad({ vaultId, storeId, book: 'own', kind: 'person', no: 3, rev: 7, epoch: 1 });
  const slot = ['kinko-slot/1', vaultId, random.id(), random.id(), 'password', 1, 'argon2id', [65536, 3, 1], b64u(random.bytes(16))];
  const make = (name, aad, plaintext) => {
    const salt = random.bytes(32);
    return { name, key: b64u(key), aad: JSON.stringify(aad), plaintext: b64u(plaintext), sealed: b64u(seal(key, aad, plaintext, salt)) };
  };
  const pass = [
    make('page', page, utf8('{"page":["own","person",3],"schema":1}')),
    make('empty plaintext', page, Buffer.alloc(0)),
    make('32 bytes under a slot aad', slot, random.bytes(32)),
    make('one byte more than an AES block', page, random.bytes(17)),
    make('largest page', page, random.bytes(48 * 1024 - 48)),
    make('aad with text beyond ASCII', ['kinko/1', '金庫'], utf8('x')),
  ];
  const [first] = pass;
  const bytes = Buffer.from(first.sealed, 'base64url');
  const other = (place) => JSON.stringify(pageAad({ vaultId, storeId, book: 'own', kind: 'person', no: 3, rev: 7, epoch: 1, ...place }));
  const broken = (name, change) => ({ name, key: first.key, aad: first.aad, sealed: first.sealed, ...change });
  const fail = [
    broken('bit of the salt flipped', { sealed: b64u(flipBit(bytes, 0)) }),
    broken('bit of the ciphertext flipped', { sealed: b64u(flipBit(bytes, 32 * 8 + 5)) }),
    broken('bit of the tag flipped', { sealed: b64u(flipBit(bytes, bytes.length * 8 - 1)) }),
    broken('last byte cut', { sealed: b64u(bytes.subarray(0, -1)) }),
    broken('shorter than salt and tag', { sealed: b64u(bytes.subarray(0, 47)) }),
    broken('empty', { sealed: '' }),
    broken('one byte added', { sealed: b64u(Buffer.concat([bytes, Buffer.alloc(1)])) }),
    broken('other key', { key: b64u(random.bytes(32)) }),
    broken('moved to another no', { aad: other({ no: 4 }) }),
    broken('older rev', { aad: other({ rev: 6 }) }),
    broken('other kind under the same key', { aad: other({ kind: 'index' }) }),
    broken('other epoch', { aad: other({ epoch: 2 }) }),
    broken('other store', { aad: other({ storeId: random.id() }) }),
    broken('other vault', { aad: other({ vaultId: random.id() }) }),
    broken('other book', { aad: other({ book: 'client' }) }),
    broken('other domain', { aad: JSON.stringify(['kinko-mark/1', vaultId, storeId]) }),
    broken('same aad with a blank', { aad: first.aad.replace(',', ', ') }),
  ];
  return { 'seal-v1/must-pass.json': { cases: pass }, 'seal-v1/must-fail.json': { cases: fail } };
};

export const pageVectors = () => {
  const random = seeded('page-v1');
  const vaultId = random.id();
  const storeId = random.id();
  const keys = { profile: random.bytes(32), number: random.bytes(32), log: random.bytes(32), note: random.bytes(32) };
  const make = (name, place, content, text = pageText(place, content)) => {
    const full = { vaultId, storeId, epoch: 1, ...place };
    const key = keys[keyNameOf(place.kind)];
    return {
      name,
      place: full,
      keyName: keyNameOf(place.kind),
      key: b64u(key),
      content,
      text,
      sealed: b64u(seal(key, pageAad(full), utf8(text), random.bytes(32))),
    };
  };
  const at = (kind, no = 0, rev = 1) => ({ book: 'own', kind, no, rev });
  const person = at('person', 3, 7);
  const kinds = ['head', 'index', 'tail', 'log', 'table', 'checkpoint', 'attach', 'list', 'setting', 'draft'];
  const pass = [
    make('person page', person, { persons: [{ name: '番号 花子' }] }),
    make('number page, padded', at('number', 3, 2), { numbers: [{ value: '900000000001' }] }),
    make('number page, exactly one step long', at('number', 1), { fill: 'x'.repeat(2048 - '{"page":["own","number",1],"schema":1,"fill":""}'.length) }),
    ...kinds.map((kind) => make(`${kind} page`, at(kind), { kept: ['fields', 'unknown', 'to', 'the', 'reader'] })),
  ];
  const lie = (name, text, expect, place = person) => ({ ...make(name, place, {}, text), expect });
  const fail = [
    lie('plaintext says another no', pageText({ ...person, no: 4 }, {}), 'WrongPlace'),
    lie('plaintext says another kind', pageText({ ...person, kind: 'index' }, {}), 'WrongPlace'),
    lie('plaintext says another book', pageText({ ...person, book: 'client' }, {}), 'WrongPlace'),
    lie('place with a fourth element', '{"page":["own","person",3,7],"schema":1}', 'WrongPlace'),
    lie('newer schema', pageText(person, {}, 2), 'NewerFormat'),
    lie('no place', '{"schema":1}', 'NotAPage'),
    lie('no schema', '{"page":["own","person",3]}', 'NotAPage'),
    lie('schema as text', '{"page":["own","person",3],"schema":"1"}', 'NotAPage'),
    lie('an array', '["page"]', 'NotAPage'),
    lie('null', 'null', 'NotAPage'),
    lie('not JSON', '{"page":["own","person",3],"schema":1', 'NotAPage'),
    lie('byte-order mark', '\ufeff{"page":["own","person",3],"schema":1}', 'NotAPage'),
  ].map(({ content: _content, ...rest }) => rest);
  // Added later: their random bytes come behind those of all that stood before.
  const head = at('head', 0, 2);
  pass.push(
    make('head page of schema 2', head, { closed: 0 }, pageText(head, { closed: 0 }, 2)),
    make('head page of a closed log', at('head', 1), { book: 'log-1' }, pageText(at('head', 1), { book: 'log-1' }, 2)),
    make('checkpoint page that names the one before it', at('checkpoint', 1), { prev: b64u(random.bytes(32)), notes: [] }),
  );
  const { content: _content, ...newerHead } = lie('newer schema of a head', pageText(head, {}, 3), 'NewerFormat', head);
  fail.push(newerHead);
  return { 'page-v1/must-pass.json': { cases: pass }, 'page-v1/must-fail.json': { cases: fail } };
};
