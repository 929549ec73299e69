import { describe, expect, it } from 'vitest';
import * as consts from '../../../src/core/formats/consts.ts';
import { isBook } from '../../../src/core/formats/page.ts';

// That each value is the published one, public/spec says: tests/architecture/spec.test.ts compares them.

describe('names', () => {
  it('no two domains are one, so that nothing sealed or signed for one passes for another', () => {
    const domains = Object.values(consts).filter((value) => typeof value === 'string' && value.startsWith('kinko'));
    expect(domains).toHaveLength(9);
    expect(new Set(domains).size).toBe(9);
    for (const domain of domains) expect(domain).toMatch(/^kinko(?:-[a-z]+)?\/1$/);
  });

  it('a copy is a file by its own name and type', () => {
    expect(consts.CONTAINER_EXTENSION).toMatch(/^\.[a-z]+$/);
    // RFC 6838 §4.2.8: what lines of JSON are, in a tree of its own.
    expect(consts.CONTAINER_MEDIA_TYPE).toMatch(/^application\/vnd\.[a-z]+\+jsonl$/);
  });

  it('the own book has a name that a book may have', () => {
    expect(isBook(consts.OWN_BOOK)).toBe(true);
  });
});

describe('sizes', () => {
  it('a keyring file fills whole blocks of a disk, and has room for far more than its head', () => {
    expect(consts.KEYRING_FILE_BYTES % 4096).toBe(0);
    expect(consts.KEYRING_FILE_BYTES).toBeGreaterThan(1000 * consts.KEYRING_HEAD_BYTES);
  });
});
