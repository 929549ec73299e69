import { describe, expect, it } from 'vitest';
import type { PagePlace } from '../../../src/core/formats/aad.ts';
import { pageAad } from '../../../src/core/formats/aad.ts';
import type { PageContent } from '../../../src/core/formats/page-text.ts';
import { encodePage, parsePage } from '../../../src/core/formats/page-text.ts';
import { createRandom } from '../../../workers/vault/crypto/random.ts';
import { createSeals, importSealKey } from '../../../workers/vault/crypto/seal.ts';
import { toHex, utf8 } from './hex.ts';
import { bytesOf, flipBit, random, seals } from './kit.ts';
import { readVectors } from './vectors.ts';

interface SealCase {
  readonly name: string;
  readonly key: string;
  readonly aad: string;
  readonly plaintext: string;
  readonly sealed: string;
}

interface PageCase {
  readonly name: string;
  readonly place: PagePlace;
  readonly keyName: PagePlace['keyName'];
  readonly key: string;
  readonly content: PageContent;
  readonly text: string;
  readonly sealed: string;
  readonly expect: string;
}

const sealPass = (readVectors('seal-v1/must-pass.json') as { cases: readonly SealCase[] }).cases;
const sealFail = (readVectors('seal-v1/must-fail.json') as { cases: readonly SealCase[] }).cases;
const pagePass = (readVectors('page-v1/must-pass.json') as { cases: readonly PageCase[] }).cases;
const pageFail = (readVectors('page-v1/must-fail.json') as { cases: readonly PageCase[] }).cases;

const open = async (one: SealCase) => seals.openSealed(await importSealKey(bytesOf(one.key)), utf8(one.aad), bytesOf(one.sealed));

describe('seal vectors', () => {
  it.each(sealPass)('opens: $name', async (one) => {
    const opened = await open(one);
    expect(opened.ok && toHex(opened.value)).toBe(toHex(bytesOf(one.plaintext)));
  });

  it.each(sealPass)('seals to the same bytes with the same salt: $name', async (one) => {
    const salt = bytesOf(one.sealed).subarray(0, 32);
    let draws = 0;
    const given = createRandom((bytes) => {
      draws += 1;
      crypto.getRandomValues(bytes);
      bytes.set(salt, bytes.length - 32);
    });
    const sealed = await createSeals({ random: given }).sealWith(await importSealKey(bytesOf(one.key)), utf8(one.aad), bytesOf(one.plaintext));
    expect(toHex(sealed)).toBe(toHex(bytesOf(one.sealed)));
    expect(draws).toBe(1);
  });

  it.each(sealFail)('refuses: $name', async (one) => {
    expect(await open(one)).toEqual({ ok: false, error: 'Damaged' });
  });
});

const [SCHEMA_1, SCHEMA_2] = [1, 2].map((schema) => new TextEncoder().encode(`"schema":${schema},`)) as [Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>];

describe('page vectors', () => {
  it.each(pagePass)('opens and parses: $name', async (one) => {
    const opened = await seals.openSealed(
      await importSealKey(bytesOf(one.key)),
      pageAad({ ...one.place, keyName: one.keyName }),
      bytesOf(one.sealed),
    );
    if (!opened.ok) throw new Error('not opened');
    expect(parsePage(opened.value, one.place)).toEqual({ ok: true, value: one.content });
    const encoded = encodePage(one.place, one.content);
    // A head of schema 1 is read and never written.
    const written = one.name === 'head page' ? toHex(opened.value).replace(toHex(SCHEMA_1), toHex(SCHEMA_2)) : toHex(opened.value);
    expect(encoded.ok && toHex(encoded.value)).toBe(written);
  });

  it.each(pageFail)('opens but is refused: $name', async (one) => {
    const opened = await seals.openSealed(
      await importSealKey(bytesOf(one.key)),
      pageAad({ ...one.place, keyName: one.keyName }),
      bytesOf(one.sealed),
    );
    if (!opened.ok) throw new Error('not opened');
    const parsed = parsePage(opened.value, one.place);
    expect(parsed.ok ? null : parsed.error.type).toBe(one.expect);
  });
});

describe('a small seal', () => {
  const aad = utf8('["kinko/1"]');

  it('refuses every flipped bit, every truncation, every extension', async () => {
    const key = await importSealKey(random.bytes(32));
    const sealed = await seals.sealWith(key, aad, random.bytes(40));
    expect(sealed.length).toBe(88);
    for (let bit = 0; bit < sealed.length * 8; bit += 1) {
      expect((await seals.openSealed(key, aad, flipBit(sealed, bit))).ok, `bit ${bit}`).toBe(false);
    }
    for (let length = 0; length < sealed.length; length += 1) {
      expect((await seals.openSealed(key, aad, sealed.slice(0, length))).ok, `length ${length}`).toBe(false);
    }
    for (let more = 1; more <= 64; more += 1) {
      const longer = new Uint8Array(sealed.length + more);
      longer.set(sealed);
      expect((await seals.openSealed(key, aad, longer)).ok, `${more} more`).toBe(false);
    }
    expect((await seals.openSealed(key, aad, sealed)).ok).toBe(true);
  });

  it('never has two equal salts, and differs every time', async () => {
    const key = await importSealKey(random.bytes(32));
    const seen = new Set<string>();
    for (let index = 0; index < 2_000; index += 1) seen.add(toHex((await seals.sealWith(key, aad, new Uint8Array(1))).subarray(0, 32)));
    expect(seen.size).toBe(2_000);
  });
});

describe('pages exchanged (A3, A7)', () => {
  it('no page opens in another’s place: no, rev, kind, epoch, store, book, vault, all pairs', async () => {
    const key = await importSealKey(random.bytes(32));
    const base: PagePlace = {
      vaultId: 'vvvvvvvvvvvvvvvvvvvvvv' as PagePlace['vaultId'],
      storeId: 'ssssssssssssssssssssss',
      book: 'own',
      kind: 'person',
      no: 1,
      rev: 1,
      epoch: 1,
      keyName: 'profile',
    };
    const places: readonly PagePlace[] = [
      base,
      { ...base, no: 2 },
      { ...base, no: 12 },
      { ...base, no: 1, rev: 2 },
      { ...base, rev: 3 },
      { ...base, epoch: 2 },
      { ...base, epoch: 0 },
      { ...base, kind: 'index' },
      { ...base, kind: 'draft' },
      { ...base, kind: 'number', keyName: 'number' },
      { ...base, keyName: 'log' },
      { ...base, book: 'client' },
      { ...base, storeId: 'tttttttttttttttttttttt' },
      { ...base, vaultId: 'wwwwwwwwwwwwwwwwwwwwww' as PagePlace['vaultId'] },
      { ...base, no: 2, rev: 2, epoch: 2 },
    ];
    // One key for all: only the aad stands between them.
    const blobs = await Promise.all(places.map((place) => seals.sealWith(key, pageAad(place), utf8(JSON.stringify(place)))));
    for (const [from, blob] of blobs.entries()) {
      for (const [to, place] of places.entries()) {
        expect((await seals.openSealed(key, pageAad(place), blob)).ok, `${from} as ${to}`).toBe(from === to);
      }
    }
  });
});
