import { describe, expect, it } from 'vitest';
import { system as en } from '../../src/i18n/en/system.ts';
import { system as ja } from '../../src/i18n/ja/system.ts';
import { KDF_POLICY } from '../../workers/vault/crypto/kdf.ts';

/** The sheet is shown to inspectors: what it says of the cryptography is what the code does. */
describe.each([
  ['ja', ja],
  ['en', en],
])('description of the system, %s', (_, text) => {
  const said = text.locks.rows.map((row) => `${row.what} ${row.how}`).join('\n');

  it('names the cost of the password', () => {
    expect(said).toContain(`${KDF_POLICY.memory / 1024} MiB`);
    expect(said).toMatch(new RegExp(`[、, ]${KDF_POLICY.passes} ?(回|passes)`));
  });

  it('promises no more of the network than the policy holds: what it cannot stop is named', () => {
    const network = text.requests.rows.join('\n');
    for (const name of ['Content-Security-Policy', 'WebRTC']) expect(network).toContain(name);
    expect(network).toMatch(/IPアドレス|address on the network/);
    expect(network).not.toMatch(/そのほかの通信はありません|There is no other traffic/);
  });

  it('says as much in each language', () => {
    expect([text.places, text.locks, text.requests, text.measures, text.limits].map(({ rows }) => rows.length)).toEqual(
      [ja.places, ja.locks, ja.requests, ja.measures, ja.limits].map(({ rows }) => rows.length),
    );
  });
});
