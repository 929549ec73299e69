import { describe, expect, it, test } from 'vitest';
import { encodeBase64url } from '../../../src/core/formats/base64url.ts';
import type { JsonObject, JsonValue } from '../../../src/core/formats/canonical.ts';
import { encodeHead, parseHead, stateHash } from '../../../workers/vault/audit/head.ts';
import { sha256 } from '../../support/log-crypto.ts';

const id = (n: number): string => encodeBase64url(new Uint8Array(16).fill(n));
const hash = (n: number): string => encodeBase64url(new Uint8Array(32).fill(n));

const closed: JsonObject = { logId: id(7), book: 'log-1', size: 1, root: hash(7), checkpoint: 'note', later: [1] };
/** A log of five entries: two full subtrees. */
const content: JsonObject = {
  vaultId: id(1),
  storeId: id(2),
  epoch: 1,
  table: [1, hash(1)],
  size: 5,
  nodes: [hash(2), hash(3)],
  last: hash(3),
  lastTime: 0,
  actor: id(3),
  checkpoint: 'note',
  kept: 0,
  salt: hash(4),
  pages: [['index', 0, 1, hash(5)]],
  closed: [closed],
  later: { a: 1 },
};
const empty: JsonObject = { ...content, size: 0, nodes: [], last: '', actor: '', checkpoint: '' };

const isHead = (change: JsonObject, of = content): boolean => parseHead({ ...of, ...change }) !== null;

describe('a head that is read back', () => {
  it('is what was written, with what a newer program added to it and to its closed logs', () => {
    for (const written of [content, empty, { ...content, closed: 0 }, { ...content, closed: 7 }]) {
      const head = parseHead(written);
      expect(head === null ? null : encodeHead(head)).toEqual(written);
    }
    expect(parseHead(content)).toMatchObject({
      tableVersion: 1,
      tableHash: hash(1),
      frontier: { size: 5, nodes: [new Uint8Array(32).fill(2), new Uint8Array(32).fill(3)] },
      salt: new Uint8Array(32).fill(4),
      unknown: { later: { a: 1 } },
      closedCount: 1,
      closedHere: [{ unknown: { later: [1] } }],
    });
    expect(parseHead({ ...content, closed: 7 })).toMatchObject({ closedCount: 7, closedHere: [] });
  });

  it.each<[string, readonly JsonValue[]]>([
    ['vaultId', ['', hash(1), 1, null]],
    ['storeId', ['', hash(1), 1, null]],
    ['epoch', [0, -1, 1.5, '1', null]],
    ['table', [null, [], [1], [0, hash(1)], [1, ''], ['1', hash(1)], [1, id(1)], [1, hash(1), 1], { 0: 1, 1: hash(1), length: 2 }]],
    ['size', [-1, 1.5, '5', null, 4, 7]],
    ['nodes', [null, [], [hash(2)], [hash(2), hash(3), hash(4)], [hash(2), 3], [hash(2), '!'], [hash(2), id(3)]]],
    ['last', ['', id(1), 1, null]],
    ['lastTime', [-1, 0.5, '0', null]],
    ['actor', ['', hash(1), 1, null]],
    ['checkpoint', [null, 1, ['note']]],
    ['kept', [-1, 0.5, '0', null]],
    ['salt', ['', id(4), `${hash(4)}AA`, 1, null]],
    ['pages', [null, {}, [1], [['index', 0, 1]], [['index', 0, 0, hash(5)]], [['robot', 0, 1, hash(5)]]]],
    ['closed', [null, {}, [1], [null], -1, 0.5, '1']],
  ])('is none when its %s is another thing', (key, values) => {
    for (const value of values) expect(isHead({ [key]: value }), JSON.stringify(value)).toBe(false);
    const { [key]: _gone, ...without } = content;
    expect(parseHead(without)).toBeNull();
  });

  it('of an empty log names no last entry and nobody who made it', () => {
    expect(isHead({ last: hash(3) }, empty)).toBe(false);
    expect(isHead({ actor: id(3) }, empty)).toBe(false);
    expect(isHead({ nodes: [hash(2)] }, empty)).toBe(false);
    // Nor does one of a log that is not empty stand without either.
    expect(isHead({ size: 5, nodes: [hash(2), hash(3)], actor: id(3) }, empty)).toBe(false);
    expect(isHead({ size: 5, nodes: [hash(2), hash(3)], last: hash(3) }, empty)).toBe(false);
  });

  it.each<[string, readonly JsonValue[]]>([
    ['logId', ['', hash(7), 7, null]],
    // The pages of the own log are never a closed one's.
    ['book', ['own', 1, null]],
    ['size', [0, -1, 1.5, '1', null]],
    ['root', ['', id(7), 7, null]],
    ['checkpoint', [null, 1]],
  ])('is none when the %s of a closed log is another thing', (key, values) => {
    for (const value of values) expect(isHead({ closed: [closed, { ...closed, [key]: value }] }), JSON.stringify(value)).toBe(false);
  });

  it('names at most 4,096 pages and 256 closed logs', () => {
    const pages = (length: number): readonly JsonValue[] => Array.from({ length }, (_, no) => ['setting', no, 1, hash(5)]);
    expect([isHead({ pages: pages(4096) }), isHead({ pages: pages(4097) })]).toEqual([true, false]);
    const logs = (length: number): readonly JsonValue[] => Array.from({ length }, () => closed);
    expect([isHead({ closed: logs(256) }), isHead({ closed: logs(257) })]).toEqual([true, false]);
  });
});

test('what entries state of the book is SHA-256 over the salt and the JSON of the pages that the head names (page-v1 §5.1)', () => {
  const salt = new Uint8Array(32).fill(4);
  const stated = (pages: string): string => encodeBase64url(sha256(new Uint8Array([...salt, ...new TextEncoder().encode(pages)])));
  expect(stateHash(sha256, salt, [])).toBe(stated('[]'));
  expect(stateHash(sha256, salt, [{ kind: 'index', no: 0, rev: 1, hash: hash(5) }])).toBe(stated(`[["index",0,1,"${hash(5)}"]]`));
});
