import { Aes128Gcm, Aes256Gcm, CipherSuite, DhkemP256HkdfSha256, HkdfSha256 } from '@hpke/core';
import { describe, expect, it, vi } from 'vitest';
import { generateHpkePair, importHpkePair, importHpkePublic, openWith, sealTo } from '../../../workers/vault/crypto/hpke.ts';
import { isP256Point } from '../../../workers/vault/crypto/p256-point.ts';
import { hex, toHex, utf8 } from './hex.ts';
import { readPublished } from './published.ts';

interface Rfc9180Case {
  readonly aead_id: number;
  readonly info: string;
  readonly skRm: string;
  readonly skEm: string;
  readonly pkRm: string;
  readonly pkEm: string;
  readonly enc: string;
  readonly encryptions: readonly { readonly aad: string; readonly ct: string; readonly pt: string }[];
}

const cases = readPublished('rfc9180-p256-base.json') as readonly Rfc9180Case[];
const PKCS8_HEAD = '308187020100301306072a8648ce3d020106082a8648ce3d030107046d306b0201010420';
const PKCS8_MIDDLE = 'a144034200';

/** The published scalar and point as WebCrypto imports them. */
const importPair = (scalar: string, point: string) =>
  importHpkePair({ pkcs8: hex(PKCS8_HEAD + scalar + PKCS8_MIDDLE + point), publicKey: hex(point) });

const suiteOf = (aead: number) =>
  new CipherSuite({ kem: new DhkemP256HkdfSha256(), kdf: new HkdfSha256(), aead: aead === 1 ? new Aes128Gcm() : new Aes256Gcm() });

describe('RFC 9180 base mode, DHKEM(P-256, HKDF-SHA256)', () => {
  for (const test of cases) {
    it(`opens the published ciphertexts with AEAD ${test.aead_id}`, async () => {
      const pair = await importPair(test.skRm, test.pkRm);
      if (pair === null) throw new Error('published key not accepted');
      const recipient = await suiteOf(test.aead_id).createRecipientContext({ recipientKey: pair, enc: hex(test.enc), info: hex(test.info) });
      for (const one of test.encryptions) {
        expect(toHex(new Uint8Array(await recipient.open(hex(one.ct), hex(one.aad))))).toBe(one.pt);
      }
    });

    it(`seals to the published bytes with the published ephemeral key, AEAD ${test.aead_id}`, async () => {
      const ephemeral = await crypto.subtle.importKey('pkcs8', hex(PKCS8_HEAD + test.skEm + PKCS8_MIDDLE + test.pkEm), { name: 'ECDH', namedCurve: 'P-256' }, true, ['deriveBits']);
      const ephemeralPublic = await importHpkePublic(hex(test.pkEm));
      const recipientPublicKey = await importHpkePublic(hex(test.pkRm));
      if (ephemeralPublic === null || recipientPublicKey === null) throw new Error('published key not accepted');
      const ekm = { privateKey: ephemeral, publicKey: ephemeralPublic };
      const sender = await suiteOf(test.aead_id).createSenderContext({ recipientPublicKey, info: hex(test.info), ekm });
      expect(toHex(new Uint8Array(sender.enc))).toBe(test.enc);
      for (const one of test.encryptions) {
        expect(toHex(new Uint8Array(await sender.seal(hex(one.pt), hex(one.aad))))).toBe(one.ct);
      }
    });
  }

  it('both published suites are there, one of them ours (AES-256-GCM)', () => {
    expect(cases.map((test) => test.aead_id)).toEqual([1, 2]);
  });
});

describe('sealTo and openWith', () => {
  it('open what was sealed, for this pair and place only; the private key cannot be exported', async () => {
    const exported = await generateHpkePair();
    const pair = await importHpkePair(exported);
    const other = await importHpkePair(await generateHpkePair());
    if (pair === null || other === null) throw new Error('own key not accepted');
    expect(pair.privateKey.extractable).toBe(false);
    expect(exported.publicKey.length).toBe(65);
    const sealed = await sealTo(pair.publicKey, utf8('place'), new Uint8Array(32).fill(5));
    expect(sealed.enc.length).toBe(65);
    expect(sealed.ct.length).toBe(48);
    const opened = await openWith(pair, utf8('place'), sealed);
    expect(opened.ok && toHex(opened.value)).toBe('05'.repeat(32));
    expect(await openWith(pair, utf8('elsewhere'), sealed)).toEqual({ ok: false, error: 'Damaged' });
    expect(await openWith(other, utf8('place'), sealed)).toEqual({ ok: false, error: 'Damaged' });
  });

  it('refuses every flipped bit and every truncation of enc and ct', async () => {
    const pair = await importHpkePair(await generateHpkePair());
    if (pair === null) throw new Error('own key not accepted');
    const { enc, ct } = await sealTo(pair.publicKey, utf8('place'), new Uint8Array(32));
    for (let bit = 0; bit < (enc.length + ct.length) * 8; bit += 1) {
      const sealed = { enc: enc.slice(), ct: ct.slice() };
      const byte = bit >> 3;
      if (byte < enc.length) sealed.enc[byte] = (sealed.enc[byte] ?? 0) ^ (1 << (bit & 7));
      else sealed.ct[byte - enc.length] = (sealed.ct[byte - enc.length] ?? 0) ^ (1 << (bit & 7));
      expect((await openWith(pair, utf8('place'), sealed)).ok, `bit ${bit}`).toBe(false);
    }
    for (let length = 0; length < enc.length; length += 1) {
      expect((await openWith(pair, utf8('place'), { enc: enc.slice(0, length), ct })).ok).toBe(false);
    }
    for (let length = 0; length < ct.length; length += 1) {
      expect((await openWith(pair, utf8('place'), { enc, ct: ct.slice(0, length) })).ok).toBe(false);
    }
  });

  it('takes no point that is not on the curve, and no foreign bytes for a key', async () => {
    const offCurve = new Uint8Array(65).fill(1);
    offCurve[0] = 4;
    expect(await importHpkePublic(offCurve)).toBeNull();
    expect(await importHpkePublic(new Uint8Array(64))).toBeNull();
    const { publicKey } = await generateHpkePair();
    expect(await importHpkePair({ pkcs8: new Uint8Array(138), publicKey })).toBeNull();
  });

  it('an engine that fails on the way is a defect, not a seal that is damaged', async () => {
    const pair = await importHpkePair(await generateHpkePair());
    if (pair === null) throw new Error('own key not accepted');
    const sealed = await sealTo(pair.publicKey, utf8('place'), new Uint8Array(32));
    const failure = new DOMException('no memory', 'OperationError');
    const sign = vi.spyOn(crypto.subtle, 'sign').mockRejectedValueOnce(failure);
    await expect(openWith(pair, utf8('place'), sealed)).rejects.toBe(failure);
    sign.mockRestore();
    // The library tells it as a failure of its own, and as the same for a point that an engine looks at no earlier than here.
    const derive = vi.spyOn(crypto.subtle, 'deriveBits').mockRejectedValue(failure);
    await expect(openWith(pair, utf8('place'), sealed)).rejects.toThrow('no memory');
    const point = await crypto.subtle.importKey('raw', sealed.enc, { name: 'ECDH', namedCurve: 'P-256' }, true, []);
    const importKey = vi.spyOn(crypto.subtle, 'importKey').mockResolvedValue(point);
    const enc = sealed.enc.map((byte, at) => (at === 64 ? byte ^ 1 : byte));
    expect(await openWith(pair, utf8('place'), { ...sealed, enc })).toEqual({ ok: false, error: 'Damaged' });
    importKey.mockRestore();
    derive.mockRestore();
    expect((await openWith(pair, utf8('place'), sealed)).ok).toBe(true);
  });

  it('a point is told from what is none', async () => {
    for (let n = 0; n < 20; n += 1) {
      const { publicKey } = await generateHpkePair();
      expect(isP256Point(publicKey)).toBe(true);
      for (let at = 0; at < 65; at += 1) expect(isP256Point(publicKey.map((byte, place) => (place === at ? byte ^ 1 : byte))), `byte ${at}`).toBe(false);
      expect(isP256Point(publicKey.subarray(0, 64))).toBe(false);
      // The compressed form is none of ours.
      expect(isP256Point(Uint8Array.of(2, ...publicKey.subarray(1, 33)))).toBe(false);
    }
    expect(isP256Point(new Uint8Array(65).fill(4, 0, 1))).toBe(false);
  });
});
