import { expect, test } from 'vitest';
import { err } from '../../../src/core/domain/result.ts';
import { MAX_TABLE_VERSIONS } from '../../../src/core/formats/limits.ts';
import type { OpenSession } from '../../../workers/vault/session/open-session.ts';
import type { SessionPlatform } from '../../../workers/vault/session/platform.ts';
import { rotateEpoch } from '../../../workers/vault/session/rotate-epoch.ts';
import { suspectLeak } from '../../../workers/vault/session/suspect-leak.ts';
import { TABLES_IN_RESERVE } from '../../../workers/vault/session/table-maker.ts';

// A vault at the end of its tables: what would need one more is refused before a key is made or a password asked. A chain of nine thousand
// signed tables takes ten seconds, so here is only what is looked at until then; whatever else is asked for throws.

const memberId = 'owner00000000000000000';

const untouched = (known: object): unknown =>
  new Proxy(known, {
    get: (target, name): unknown => {
      if (!Reflect.has(target, name)) throw new Error(`went on to ${String(name)}`);
      return Reflect.get(target, name);
    },
  });

const sessionAt = (version: number): OpenSession =>
  untouched({
    alone: <T>(work: () => Promise<T>): Promise<T> => work(),
    vault: { member: () => ({ id: memberId, role: 'owner' }) },
    writer: { isHalted: () => false },
    state: () => ({ memberId, keyring: {}, keys: {}, table: { table: { version, members: [{ id: memberId, role: 'owner' }] } } }),
  }) as OpenSession;

const nothing = untouched({ crypto: {}, audit: {} }) as SessionPlatform;
const full = err({ type: 'VaultFull' });
const renew = (version: number): Promise<unknown> => rotateEpoch(nothing, sessionAt(version), () => Promise.reject(new Error('planned')));
const suspect = (version: number): Promise<unknown> => suspectLeak(nothing, sessionAt(version), { password: '', nextPassword: '' });

test('keys of a store are renewed until only the reserve is left', async () => {
  const reserved = MAX_TABLE_VERSIONS - TABLES_IN_RESERVE;
  await expect(renew(reserved - 1)).rejects.toThrow();
  expect(await renew(reserved)).toEqual(full);
});

test('a suspected leak is answered out of the reserve, to its end', async () => {
  await expect(suspect(MAX_TABLE_VERSIONS - 1)).rejects.toThrow();
  expect(await suspect(MAX_TABLE_VERSIONS)).toEqual(full);
});
