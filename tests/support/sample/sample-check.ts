import type { RestoreInput } from '../../../src/core/contract/copy-api.ts';
import type { VaultEnvironment } from '../../../workers/vault/service/compose.ts';
import { createSampleDevice, must } from './sample-device.ts';
import type { SampleVault } from './sample-vault.ts';

/** Numbers compared one by one after each restore. */
const COMPARED = 20;
const ALL = { text: '', kinds: [], states: [], offset: 0, limit: 1 } as const;

const NEW_PASSWORD = 'another device, another passphrase';

const same = (what: string, found: unknown, wanted: unknown): void => {
  if (JSON.stringify(found) !== JSON.stringify(wanted)) throw new Error(`${what}: ${JSON.stringify(found)} instead of ${JSON.stringify(wanted)}`);
};

/**
 * Brings the container back on a device that has never seen the vault, and looks whether everybody is there, with the right numbers, and
 * whether the log is whole. Throws at the first difference.
 */
export const checkRestore = async (
  vault: SampleVault,
  way: RestoreInput['secret']['kind'],
  createSlots?: VaultEnvironment['createSlots'],
): Promise<void> => {
  const { api } = await createSampleDevice({ now: vault.endedAt + 3_600_000 }, `elsewhere ${way}`, createSlots);
  const secret: RestoreInput['secret'] =
    way === 'password'
      ? { kind: 'password', password: vault.password }
      : { kind: 'recovery', recoveryCode: vault.recoveryCode, newPassword: NEW_PASSWORD };
  const { counts } = must(await api.restoreCopy({ file: vault.container, secret, evenIfOlder: false }));
  same('counts after the restore', counts, vault.counts);
  const persons = must(await api.listPersons(ALL)).counts;
  same('persons', [persons.all, persons.withNumber], [vault.people.length, vault.numbers.length]);
  const step = Math.max(1, Math.floor(vault.numbers.length / COMPARED));
  for (let at = 0; at < vault.numbers.length; at += step) {
    const { id, number } = vault.numbers[at] ?? { id: '' as never, number: '' };
    same('a number', must(await api.matchNumber({ personId: id, text: number })), { matches: true });
  }
  const entries = must(await api.listEntries({ from: null, to: null, personId: null, memberId: null, actions: [], offset: 0, limit: 200 }));
  const own = entries.rows.filter((row) => row.logId !== vault.storeId).length;
  same('entries of the earlier log', entries.total - own, vault.counts.entries);
  must(await api.lock());
};
