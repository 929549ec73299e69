// tests/vectors/container-v1.
import { makeOwnCopy, makeRestoredCopy, makeSmallestCopy, NOT_RESTORABLE } from './copies.mjs';
import { makeMember, signer } from './parts.mjs';
import { b64u, note, seeded, sha256, utf8 } from './primitives.mjs';

const manifestText = (vaultId, body) => `kinko-manifest/1 ${vaultId}\n${JSON.stringify(body)}\n`;

const linesToText = (lines) => lines.map((line) => `${JSON.stringify(line)}\n`).join('');

/** The whole file; `change` edits the manifest's body. */
const close = (parts, lines, change = {}, by = parts.owner, vaultId = parts.vaultId) => {
  const text = linesToText(lines);
  const body = {
    copyId: parts.copyId,
    counts: { lines: lines.length, pages: lines.filter((line) => 'page' in line).length, ...parts.counts },
    sha256: b64u(sha256(utf8(text))),
    checkpoints: parts.checkpoints,
    build: '0123456789ab',
    ...change,
  };
  return `${text}${JSON.stringify({ manifest: note(manifestText(vaultId, body), signer(by)) })}\n`;
};

/** A file with everything a reader must find in it. */
const passing = (name, parts, lines = parts.lines) => ({
  name,
  file: close(parts, lines),
  vaultId: parts.vaultId,
  storeId: parts.storeId,
  copyId: parts.copyId,
  lines: lines.length,
  counts: parts.counts,
  logs: parts.logs,
  memberId: parts.owner.id,
  password: parts.password,
  code: b64u(parts.code),
  pages: parts.pages.map(({ place, text }) => ({ ...place, text })),
});

export const containerVectors = async () => {
  const random = seeded('container-v1');
  const parts = await makeOwnCopy(random);
  const { lines, copyId, owner, handler, pages } = parts;
  const file = close(parts, lines);
  const [head, ...rest] = lines;
  const newer = [{ ...head, kinko: 2, hint: 'x' }, ...rest.slice(0, 3), { extra: ['passed over'] }, ...rest.slice(3)];
  const turned = { ...parts, pages: pages.toReversed(), lines: [...lines.filter((line) => !('page' in line)), ...pages.toReversed().map((page) => page.line)] };
  const pass = [
    passing('own copy', parts),
    passing('newer version that version 1 may read', parts, newer),
    passing('pages in another order', turned),
    passing('smallest copy: nobody in it', await makeSmallestCopy(seeded('container-v1/smallest'))),
    passing('copy of a restored vault: a closed log of two pages', await makeRestoredCopy(seeded('container-v1/restored'))),
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
    signed('count of lines wrong', lines, 'Damaged', { counts: { lines: lines.length + 1, pages: pages.length, ...parts.counts } }),
    signed('count of pages wrong', lines, 'Damaged', { counts: { lines: lines.length, pages: 0, ...parts.counts } }),
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
  // Whole and signed by the owner: only what the opened pages make together can refuse it.
  const content = [];
  for (const [name, change] of Object.entries(NOT_RESTORABLE)) {
    const bent = await makeSmallestCopy(seeded('container-v1/smallest'), change);
    content.push({ name, file: close(bent, bent.lines), password: bent.password, code: b64u(bent.code) });
  }
  return { 'container-v1/must-pass.json': { cases: pass }, 'container-v1/must-fail.json': { reader: fail, manifest: forged, content } };
};
