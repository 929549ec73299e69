import { beforeAll, describe, expect, it } from 'vitest';
import { encodeBase64url } from '../../../src/core/formats/base64url.ts';
import type { AttachedPart } from '../../../workers/vault/audit/attached-page.ts';
import { hashAttached } from '../../../workers/vault/audit/attached-page.ts';
import type { AttachedPlace } from '../../../workers/vault/audit/attached-reader.ts';
import { readAttachedPages } from '../../../workers/vault/audit/attached-reader.ts';
import type { PageSealer } from '../../../workers/vault/audit/ports.ts';
import { sealPage } from '../../../workers/vault/audit/seal-page.ts';
import { attachedNo, HEAD_REF } from '../../../workers/vault/book/layout.ts';
import type { PageStore } from '../../../workers/vault/storage/page-store.ts';
import { sha256 } from '../../support/log-crypto.ts';
import { createVaultFixture } from '../../support/vault-fixture.ts';

const salt = encodeBase64url(new Uint8Array(32).fill(1));
const otherSalt = encodeBase64url(new Uint8Array(32).fill(2));

describe('an attachment that is read', () => {
  let store: PageStore;
  let sealer: PageSealer;
  /** Each test has an entry of its own. */
  let seq = 0;

  beforeAll(async () => {
    ({ store, sealer } = await (await createVaultFixture()).createStore());
  });

  /** Lays pages under a place that belongs to this test alone; null: no page there. */
  const lay = async (pages: readonly (AttachedPart | null)[], kind: 'attach' | 'list' = 'attach'): Promise<AttachedPlace> => {
    seq += 1;
    const puts = pages.flatMap((content, part) => (content === null ? [] : [sealPage(sealer, { book: 'own', kind, no: attachedNo(seq, 3, part) }, 1, { ...content })]));
    expect(await store.write({ expect: { at: HEAD_REF, row: null }, puts: await Promise.all(puts), deletes: [] })).toEqual({ type: 'stored' });
    const text = pages.map((content) => content?.text ?? '').join('');
    return { book: 'own', kind, seq, at: 3, hash: hashAttached(sha256, { salt, text }) };
  };

  const read = (place: AttachedPlace, by = sealer) => readAttachedPages({ store, sealer: by, sha256 }, place);
  const damaged = (place: AttachedPlace, part: number) => ({
    ok: false,
    error: { type: 'DatabaseDamaged', page: `own/${place.kind}/${attachedNo(place.seq, 3, part)}` },
  });

  it('is put together from its pages in their order', async () => {
    const place = await lay([{ salt, part: 0, parts: 3, text: '{"a":' }, { salt, part: 1, parts: 3, text: '"b"' }, { salt, part: 2, parts: 3, text: '}' }]);
    expect(await read(place)).toEqual({ ok: true, value: { content: { a: 'b' }, parts: 3 } });
  });

  it('is gone with its first page, and damaged when a later one is gone', async () => {
    expect(await read(await lay([null, { salt, part: 1, parts: 2, text: '}' }]))).toEqual({ ok: true, value: null });
    const place = await lay([{ salt, part: 0, parts: 3, text: '{' }, null, { salt, part: 2, parts: 3, text: '}' }]);
    expect(await read(place)).toEqual(damaged(place, 1));
  });

  it('is not read beyond what its first page says of their number', async () => {
    const place = await lay([{ salt, part: 0, parts: 1, text: '{' }, { salt, part: 1, parts: 2, text: '}' }]);
    expect(await read(place)).toEqual(damaged(place, 0));
  });

  it('is damaged where a page says another part, another number of parts or another salt than the first', async () => {
    const first = { salt, part: 0, parts: 3, text: '{' };
    const swapped = await lay([{ ...first, part: 1, text: '{' }, { ...first, part: 0, text: '}' }]);
    expect(await read(swapped)).toEqual(damaged(swapped, 0));
    // The text and its hash are as they should be: only the pages tell.
    for (const second of [{ salt, part: 1, parts: 2, text: '}' }, { salt, part: 2, parts: 3, text: '}' }]) {
      const place = await lay([first, second]);
      expect(await read(place)).toEqual(damaged(place, 1));
    }
    const salted = await lay([{ salt: otherSalt, part: 0, parts: 2, text: '{' }, { salt, part: 1, parts: 2, text: '}' }]);
    expect(await read(salted)).toEqual(damaged(salted, 1));
  });

  it('is damaged when it is not what the entry states: another text, another salt', async () => {
    const place = await lay([{ salt, part: 0, parts: 1, text: '{"a":1}' }]);
    expect(await read(place)).toEqual({ ok: true, value: { content: { a: 1 }, parts: 1 } });
    const stated = { ...place, hash: hashAttached(sha256, { salt, text: '{"a":2}' }) };
    expect(await read(stated)).toEqual(damaged(place, 0));
    const salted = await lay([{ salt: otherSalt, part: 0, parts: 1, text: '{"a":1}' }]);
    expect(await read(salted)).toEqual(damaged(salted, 0));
  });

  it('is damaged, and not taken as gone, when its text is no object although the entry states it', async () => {
    for (const text of ['', '[]', '{']) {
      const place = await lay([{ salt, part: 0, parts: 1, text }]);
      expect(await read(place), text).toEqual(damaged(place, 0));
    }
  });

  it('is refused to whoever lacks its key, and to nobody else', async () => {
    const attach = await lay([{ salt, part: 0, parts: 1, text: '{}' }], 'attach');
    const list = await lay([{ salt, part: 0, parts: 1, text: '{}' }], 'list');
    const without = (key: string): PageSealer => ({ ...sealer, holds: (name) => name !== key, open: (ref, row) => (ref.kind === (key === 'note' ? 'attach' : 'list') ? Promise.resolve(null) : sealer.open(ref, row)) });
    expect(await read(attach, without('note'))).toEqual({ ok: false, error: { type: 'NotAllowed' } });
    expect(await read(list, without('note'))).toEqual({ ok: true, value: { content: {}, parts: 1 } });
    expect(await read(list, without('log'))).toEqual({ ok: false, error: { type: 'NotAllowed' } });
    expect(await read(attach, without('log'))).toEqual({ ok: true, value: { content: {}, parts: 1 } });
  });
});
