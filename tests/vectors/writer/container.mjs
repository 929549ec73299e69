// tests/vectors/container-v1.
import { keyNameOf, makeGrants, makeKeys, makeMember, makeSlot, makeTable, keyIds, pageAad, pageText, sealMemberKeys, signer, TIME } from './parts.mjs';
import { b64u, note, seal, seeded, sha256, utf8 } from './primitives.mjs';

const manifestText = (vaultId, body) => `kinko-manifest/1 ${vaultId}\n${JSON.stringify(body)}\n`;

const linesToText = (lines) => lines.map((line) => `${JSON.stringify(line)}\n`).join('');

/** All but the manifest, and what is needed to sign one. */
const makeParts = async (random) => {
  const owner = makeMember(random, 'owner');
  const handler = makeMember(random, 'handler');
  const storeId = random.id();
  const copyId = random.id();
  const stores = [{ id: storeId, epoch: 1, keys: keyIds(makeKeys(random)) }];
  const t1 = makeTable('genesis', { version: 1, prev: '', members: [owner], stores }, owner);
  const vaultId = t1.hash.slice(0, 22);
  const t2 = makeTable(vaultId, { version: 2, prev: t1.hash, members: [owner, handler], stores }, owner);
  const code = random.bytes(16);
  const slots = [
    await makeSlot(random, vaultId, owner, 1, { password: 'example password one' }),
    await makeSlot(random, vaultId, owner, 1, { code }),
  ];
  const copyKeys = makeKeys(random);
  const places = [
    { book: 'own', kind: 'head', no: 0, rev: 9 },
    { book: 'own', kind: 'index', no: 0, rev: 4 },
    { book: 'own', kind: 'person', no: 0, rev: 4 },
    { book: 'own', kind: 'number', no: 0, rev: 2 },
    { book: 'own', kind: 'attach', no: 0, rev: 1 },
  ];
  const pages = places.map((place) => {
    const text = pageText(place, { example: `${place.kind} content` });
    const full = { vaultId, storeId: copyId, epoch: 0, ...place };
    const blob = seal(copyKeys[keyNameOf(place.kind)], pageAad(full), utf8(text), random.bytes(32));
    return { place, text, line: { page: [place.book, place.kind, place.no, place.rev, b64u(blob)] } };
  });
  const head = { kinko: 1, minReader: 1, kind: 'own', vaultId, storeId, copyId, created: TIME };
  const member = { id: owner.id, generation: 1, slots, keys: sealMemberKeys(random, vaultId, owner, 1) };
  const grants = makeGrants(random, { vaultId, storeId: copyId, epoch: 0 }, copyKeys, [owner]);
  const lines = [
    head,
    { table: t1.note },
    { table: t2.note },
    { member },
    ...grants.map((grant) => ({ grant })),
    ...pages.map((page) => page.line),
  ];
  const checkpointText = `kinko/${vaultId}/${storeId}\n42\n${random.bytes(32).toString('base64')}\n`;
  const checkpoint = note(checkpointText, signer(owner));
  return { owner, handler, vaultId, storeId, copyId, code, lines, pages, checkpoint };
};

/** The whole file; `change` edits the manifest's body. */
const close = (parts, lines, change = {}, by = parts.owner, vaultId = parts.vaultId) => {
  const text = linesToText(lines);
  const body = {
    copyId: parts.copyId,
    counts: { lines: lines.length, pages: lines.filter((line) => 'page' in line).length, persons: 1, numbers: 1, entries: 42 },
    sha256: b64u(sha256(utf8(text))),
    checkpoints: [parts.checkpoint],
    build: '0123456789ab',
    ...change,
  };
  return `${text}${JSON.stringify({ manifest: note(manifestText(vaultId, body), signer(by)) })}\n`;
};

export const containerVectors = async () => {
  const random = seeded('container-v1');
  const parts = await makeParts(random);
  const { lines, vaultId, storeId, copyId, owner, handler, code, pages } = parts;
  const file = close(parts, lines);
  const expected = {
    vaultId,
    storeId,
    copyId,
    lines: lines.length,
    memberId: owner.id,
    password: 'example password one',
    code: b64u(code),
    pages: pages.map(({ place, text }) => ({ ...place, text })),
  };
  const [head, ...rest] = lines;
  const newer = [{ ...head, kinko: 2, hint: 'x' }, ...rest.slice(0, 3), { extra: ['passed over'] }, ...rest.slice(3)];
  const pass = [
    { name: 'own copy', file, ...expected },
    { name: 'newer version that version 1 may read', file: close(parts, newer), ...expected, lines: newer.length },
  ];

  const bytes = utf8(file);
  const flip = (at, mask = 1) => {
    const changed = Buffer.from(bytes);
    changed[at] ^= mask;
    return changed;
  };
  const last = file.slice(0, -1).lastIndexOf('\n') + 1;
  const pageAt = bytes.indexOf('{"page"');
  const swap = (a, b) => lines.map((line, index) => (index === a ? lines[b] : index === b ? lines[a] : line));
  const withLine = (index, line) => lines.map((old, at) => (at === index ? line : old));
  const firstPage = lines.findIndex((line) => 'page' in line);
  const firstGrant = lines.findIndex((line) => 'grant' in line);
  const manifestLine = file.slice(last);
  /** Text, or bytes that are no text. */
  const raw = (name, content, expect) => ({ name, ...(typeof content === 'string' ? { file: content } : { bytes: b64u(content) }), expect });
  /** Rewritten and signed again by the owner: only the rule itself can refuse it. */
  const signed = (name, list, expect, change) => raw(name, close(parts, list, change), expect);
  const page = lines[firstPage].page;
  const fail = [
    raw('empty', '', 'Truncated'),
    raw('not a container', 'PK\u0003\u0004 something else\n', 'NotAContainer'),
    raw('other JSON', '{"kinkolog":1}\n', 'NotAContainer'),
    raw('byte-order mark', `\ufeff${file}`, 'NotAContainer'),
    raw('blank before the header', ` ${file}`, 'NotAContainer'),
    raw('needs a newer reader', linesToText([{ kinko: 2, minReader: 2, anything: 1 }]), 'NewerFormat'),
    raw('cut in the header', file.slice(0, 40), 'Truncated'),
    raw('cut in the middle', file.slice(0, Math.floor(file.length / 2)), 'Truncated'),
    raw('manifest missing', file.slice(0, last), 'Truncated'),
    raw('last LF missing', file.slice(0, -1), 'Truncated'),
    raw('garbage behind the end', `${file}x`, 'Extended'),
    raw('LF behind the end', `${file}\n`, 'Extended'),
    raw('two containers in one file', file + file, 'Extended'),
    raw('the manifest twice', file + manifestLine, 'Extended'),
    raw('CR LF', file.replaceAll('\n', '\r\n'), 'Damaged'),
    raw('bit flipped in a page', flip(pageAt + 40), 'Damaged'),
    raw('bit flipped in the header', flip(bytes.indexOf(copyId)), 'Damaged'),
    raw('invalid UTF-8 in a page', flip(pageAt + 12, 0x80), 'Damaged'),
    raw('a page left out', linesToText(lines.toSpliced(firstPage, 1)) + manifestLine, 'Damaged'),
    raw('a page twice', linesToText([...lines, lines[firstPage]]) + manifestLine, 'Damaged'),
    raw('two pages change places', linesToText(swap(firstPage, firstPage + 1)) + manifestLine, 'Damaged'),
    raw('a page taken out, the manifest kept', linesToText(lines.slice(0, -1)) + manifestLine, 'Damaged'),
    raw('manifest of another copy', linesToText(lines) + close({ ...parts, copyId: random.id() }, lines).slice(last), 'Damaged'),
    signed('a page twice, signed', [...lines, lines[firstPage]], 'Damaged'),
    signed('a grant twice, signed', lines.toSpliced(firstGrant, 0, lines[firstGrant]), 'Damaged'),
    signed('a member twice, signed', lines.toSpliced(3, 0, lines[3]), 'Damaged'),
    signed('tables behind the members', swap(2, 3), 'Damaged'),
    signed('no table', lines.filter((line) => !('table' in line)), 'Damaged'),
    signed('no grant', lines.filter((line) => !('grant' in line)), 'Damaged'),
    signed('no page', lines.filter((line) => !('page' in line)), 'Damaged'),
    signed('two headers', [head, ...lines], 'Damaged'),
    signed('unknown line in version 1', [...lines, { extra: 1 }], 'Damaged'),
    signed('line with two keys', withLine(firstPage, { ...lines[firstPage], extra: 1 }), 'Damaged'),
    signed('unknown field in the header of version 1', withLine(0, { ...head, extra: 1 }), 'Damaged'),
    signed('unknown kind of container', withLine(0, { ...head, kind: 'mail' }), 'Damaged'),
    signed('member with a name', withLine(3, { member: { ...lines[3].member, name: 'x' } }), 'Damaged'),
    signed('unknown kind of page', withLine(firstPage, { page: [page[0], 'other', ...page.slice(2)] }), 'Damaged'),
    signed('page of six elements', withLine(firstPage, { page: [...page, 0] }), 'Damaged'),
    signed('blob shorter than a seal', withLine(firstPage, { page: [...page.slice(0, 4), b64u(Buffer.alloc(48))] }), 'Damaged'),
    signed('blob of more than 48 KiB', withLine(firstPage, { page: [...page.slice(0, 4), b64u(Buffer.alloc(48 * 1024 + 1))] }), 'Damaged'),
    signed('line nested deeper than 6', withLine(firstPage, { page: [[[[[[[0]]]]]]] }), 'TooLarge'),
    signed('line of more than 96 KiB', [...lines, { page: ['own', 'log', 0, 1, 'A'.repeat(96 * 1024)] }], 'TooLarge'),
    signed('count of lines wrong', lines, 'Damaged', { counts: { lines: lines.length + 1, pages: pages.length, persons: 1, numbers: 1, entries: 42 } }),
    signed('count of pages wrong', lines, 'Damaged', { counts: { lines: lines.length, pages: 0, persons: 1, numbers: 1, entries: 42 } }),
    signed('hash wrong', lines, 'Damaged', { sha256: b64u(random.bytes(32)) }),
    signed('another copyId', lines, 'Damaged', { copyId: random.id() }),
    signed('unknown field in the manifest', lines, 'Damaged', { extra: 1 }),
    raw('manifest of another vault', close(parts, lines, {}, owner, random.id()), 'Damaged'),
    raw('key __proto__', close(parts, lines).replace('{"table"', '{"__proto__"'), 'Damaged'),
  ];
  // Whole, but signed by somebody who may not: refused by the manifest's check, after the reader.
  const forged = [
    { name: 'signed by a stranger', file: close(parts, lines, {}, makeMember(random, 'owner')), expect: 'SignerUnknown' },
    { name: 'signed by a stranger under the owner’s id', file: close(parts, lines, {}, makeMember(random, 'owner', owner.id)), expect: 'SignerUnknown' },
    { name: 'signed by a handler', file: close(parts, lines, {}, handler), expect: 'NotAllowed' },
  ];
  return { 'container-v1/must-pass.json': { cases: pass }, 'container-v1/must-fail.json': { reader: fail, manifest: forged } };
};
