import { describe, expect, it } from 'vitest';
import type { CopyId, VaultId } from '../../../src/core/domain/ids.ts';
import type { Manifest } from '../../../src/core/formats/container.ts';
import { encodeManifestText, parseManifestText } from '../../../src/core/formats/manifest.ts';

const manifest: Manifest = {
  vaultId: 'V'.repeat(22) as VaultId,
  copyId: 'C'.repeat(22) as CopyId,
  counts: { lines: 5, pages: 1, persons: 0, numbers: 0, entries: 1 },
  sha256: 'A'.repeat(43),
  checkpoints: ['a checkpoint\n'],
  build: '0a1b2c3d4e5f',
};
const read = (change: Partial<Manifest>) => parseManifestText(encodeManifestText({ ...manifest, ...change }));
const isRead = (change: Partial<Manifest>): boolean => read(change).ok;

describe('the text of a manifest', () => {
  it('is a headline and a line of JSON, and reads back', () => {
    expect(encodeManifestText(manifest)).toBe(
      'kinko-manifest/1 VVVVVVVVVVVVVVVVVVVVVV\n{"copyId":"CCCCCCCCCCCCCCCCCCCCCC","counts":{"lines":5,"pages":1,"persons":0,"numbers":0,"entries":1},' +
        `"sha256":"${'A'.repeat(43)}","checkpoints":["a checkpoint\\n"],"build":"0a1b2c3d4e5f"}\n`,
    );
    expect(read({})).toEqual({ ok: true, value: manifest });
  });

  it.each([
    ['no headline', (text: string) => text.slice(text.indexOf('\n') + 1)],
    ['another type', (text: string) => text.replace('kinko-manifest/1 ', 'kinko-table/1 ')],
    ['a type as long, and another', (text: string) => text.replace('kinko-manifest/1 ', 'kinko-manifest/2 ')],
    ['nothing between type and id', (text: string) => text.replace('/1 V', '/1V')],
    ['an id too short', (text: string) => text.replace('VV\n', 'V\n')],
    ['no line feed at the end', (text: string) => text.slice(0, -1)],
    ['a line too many', (text: string) => `${text}\n`],
    ['white space', (text: string) => text.replace('{', '{ ')],
  ])('is none with %s', (_name, bend) => {
    expect(parseManifestText(bend(encodeManifestText(manifest)))).toEqual({ ok: false, error: 'NotAManifest' });
  });

  it('names at most 64 checkpoints, each of at most 64 KiB', () => {
    const checkpoints = (count: number) => isRead({ checkpoints: Array.from({ length: count }, () => 'one\n') });
    expect([checkpoints(0), checkpoints(64), checkpoints(65)]).toEqual([true, true, false]);
    const long = (chars: number) => isRead({ checkpoints: [`${'x'.repeat(chars - 1)}\n`] });
    expect([long(65_536), long(65_537)]).toEqual([true, false]);
    expect(isRead({ checkpoints: ['no end'] })).toBe(false);
  });

  it('names a build of at most 64 characters of few kinds, or none', () => {
    const builds = ['', 'x'.repeat(64), 'Az09_.:/+=-', 'x'.repeat(65), 'a b', 'a"', '"a', 'é'];
    expect(builds.map((build) => isRead({ build }))).toEqual([true, true, true, false, false, false, false, false]);
  });
});
