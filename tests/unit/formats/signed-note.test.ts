import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { encodeSignedNote, noteHeadline, noteKeyId, parseSignedNote } from '../../../src/core/formats/signed-note.ts';
import { verifySignedNote } from '../../../src/core/formats/signed-note-verify.ts';
import { sha256, utf8, verifyDeps } from './kit.ts';

// The example of golang.org/x/mod/sumdb/note, which C2SP signed-note describes.
const NOTE =
  'If you think cryptography is the answer to your problem,\nthen you don\'t know what your problem is.\n\n' +
  '\u2014 PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n';
const PUBLIC = Buffer.from('ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW', 'base64').subarray(1);
const signers = [{ name: 'PeterNeumann', publicKey: new Uint8Array(PUBLIC) }];
const HEADLINE = 'If you think cryptography is the answer to your problem,';

describe('signed notes', () => {
  it('the published example verifies, with its published key id', async () => {
    expect(Buffer.from(noteKeyId('PeterNeumann', new Uint8Array(PUBLIC), sha256)).toString('hex')).toBe('c74f20a3');
    const verified = await verifySignedNote(NOTE, HEADLINE, signers, verifyDeps);
    expect(verified).toMatchObject({ ok: true, value: { signedBy: ['PeterNeumann'] } });
  });

  it('every changed byte is refused', async () => {
    const bytes = utf8(NOTE);
    for (let at = 0; at < bytes.length; at += 1) {
      const changed = bytes.slice();
      changed[at] = (changed[at] ?? 0) ^ 1;
      const verified = await verifySignedNote(new TextDecoder().decode(changed), HEADLINE, signers, verifyDeps);
      expect(verified.ok, `byte ${at}`).toBe(false);
    }
  });

  it('a signature of an unknown key is ignored, a bad one of a known key refuses the note', async () => {
    const parsed = parseSignedNote(NOTE);
    if (!parsed.ok) throw new Error('not parsed');
    const [own] = parsed.value.signatures;
    if (own === undefined) throw new Error('no signature');
    const stranger = { ...own, name: 'Stranger' };
    const forged = { ...own, signature: own.signature.map((byte) => byte ^ 1) };
    const verify = (signatures: readonly (typeof own)[]) =>
      verifySignedNote(encodeSignedNote({ text: parsed.value.text, signatures }), HEADLINE, signers, verifyDeps);
    expect((await verify([stranger, own])).ok).toBe(true);
    expect(await verify([own, forged])).toEqual({ ok: false, error: 'BadSignature' });
    expect(await verify([stranger])).toEqual({ ok: false, error: 'SignerUnknown' });
    expect(await verify([])).toEqual({ ok: false, error: 'NotANote' });
  });

  it('whoever signs twice has signed once', async () => {
    const parsed = parseSignedNote(NOTE);
    if (!parsed.ok) throw new Error('not parsed');
    const { text, signatures } = parsed.value;
    const twice = encodeSignedNote({ text, signatures: [...signatures, ...signatures] });
    expect(await verifySignedNote(twice, HEADLINE, signers, verifyDeps)).toMatchObject({ ok: true, value: { signedBy: ['PeterNeumann'] } });
  });

  it.each([
    ['no line feed at the end', NOTE.slice(0, -1)],
    ['no empty line', NOTE.replace('\n\n', '\n')],
    ['hyphen for the dash', NOTE.replace('\u2014', '-')],
    ['a third word', NOTE.replace('JnAM=', 'JnAM= x')],
    ['two blanks', NOTE.replace('Neumann x', 'Neumann  x')],
    ['plus in the name', NOTE.replace('PeterNeumann', 'Peter+Neumann')],
    ['wide blank in the name', NOTE.replace('PeterNeumann', 'Peter\u3000Neumann')],
    ['padding missing', NOTE.replace('=\n', '\n')],
    ['key id alone', NOTE.replace(/x08go.*=/, 'x08gow==')],
    ['carriage return', NOTE.replaceAll('\n', '\r\n')],
    ['control character in the text', NOTE.replace('think', 'th\u0000nk')],
    ['tab in the text', NOTE.replace(' ', '\t')],
    ['text behind the signatures', `${NOTE}\nmore\n`],
    ['17 signatures', NOTE + (NOTE.split('\n')[3] ?? '').concat('\n').repeat(16)],
    ['longer than 64 KiB', 'x'.repeat(65_536) + NOTE],
    ['longer than 64 KiB in UTF-8', '金'.repeat(22_000) + NOTE],
    ['empty', ''],
  ])('refuses: %s', (_name, note) => {
    expect(parseSignedNote(note)).toEqual({ ok: false, error: 'NotANote' });
  });

  it('is 64 KiB long at most, in characters and in UTF-8, and no byte longer', () => {
    const ofBytes = (fill: string, bytes: number) => {
      const head = fill.repeat(Math.floor((bytes - utf8(NOTE).length) / utf8(fill).length));
      return parseSignedNote('x'.repeat(bytes - utf8(head + NOTE).length) + head + NOTE).ok;
    };
    expect([ofBytes('x', 65_536), ofBytes('x', 65_537), ofBytes('金', 65_536), ofBytes('金', 65_537)]).toEqual([true, false, true, false]);
  });

  it('has 16 signatures at most, by names of 128 characters at most', () => {
    const line = NOTE.split('\n')[3] ?? '';
    const signatures = (count: number) => parseSignedNote(NOTE + `${line}\n`.repeat(count - 1)).ok;
    expect([signatures(16), signatures(17)]).toEqual([true, false]);
    const named = (chars: number) => parseSignedNote(NOTE.replace('PeterNeumann', 'n'.repeat(chars))).ok;
    expect([named(1), named(128), named(129), named(0)]).toEqual([true, true, false, false]);
  });

  it('what is parsed encodes to the same text', () => {
    const text = fc.array(fc.string({ unit: fc.constantFrom('a', ' ', '金', '\n', '\u2014') }), { maxLength: 5 }).map((lines) => `${lines.join('\n')}\n`);
    const line = fc.record({
      name: fc.string({ unit: fc.constantFrom('a', '-', '金'), minLength: 1, maxLength: 10 }),
      keyId: fc.uint8Array({ minLength: 4, maxLength: 4 }),
      signature: fc.uint8Array({ minLength: 1, maxLength: 70 }),
    });
    fc.assert(
      fc.property(text, fc.array(line, { minLength: 1, maxLength: 3 }), (body, lines) => {
        const note = encodeSignedNote({ text: body, signatures: lines.map((one) => ({ ...one, keyId: new Uint8Array(one.keyId), signature: new Uint8Array(one.signature) })) });
        const parsed = parseSignedNote(note);
        expect(parsed.ok && encodeSignedNote(parsed.value)).toBe(note);
        expect(parsed.ok && parsed.value.text).toBe(body);
      }),
    );
  });

  it('the headline is line 1', () => {
    expect(noteHeadline('a b\nc\n')).toBe('a b');
  });
});
