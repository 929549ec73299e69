import type { VaultResult } from '../../core/contract/errors.ts';
import type { PersonId } from '../../core/domain/ids.ts';
import { individualCheckDigit } from '../../core/domain/number/individual-number.ts';
import { parsePersonFields } from '../../core/domain/person/parse-person.ts';
import { ok } from '../../core/domain/result.ts';
import type { SamplePerson } from '../../i18n/ja/trial.ts';
import { trial } from '../../i18n/ja/trial.ts';
import type { VaultCalls } from '../bridge/vault-client.ts';
import { personIdOf } from '../platform/random-id.ts';
import { TRIAL_PASSWORD } from './trial-password.ts';

const rehearse = async (api: VaultCalls, code: string): VaultResult<null> => {
  const groups = await api.startRehearsal();
  if (!groups.ok) return groups;
  const texts = code.split('-');
  const done = await api.confirmRehearsal(groups.value.map((group) => ({ group, text: texts[group] ?? '' })));
  return done.ok ? ok(null) : done;
};

const register = async (api: VaultCalls, sample: SamplePerson, id: PersonId, parentId: PersonId | null): VaultResult<null> => {
  const fields = parsePersonFields({ ...sample.input, parentId });
  if (!fields.ok) throw new Error(`sample person: ${fields.error.map(({ field, type }) => `${field} ${type}`).join(', ')}`);
  const person = await api.registerPerson({ id, fields: fields.value });
  if (!person.ok || sample.number === null) return person.ok ? ok(null) : person;
  const text = sample.number + String(individualCheckDigit(sample.number));
  return api.enterNumber({ personId: id, text, again: null, replaces: false, sameAs: null });
};

/**
 * Makes the sample business through the same calls a user's hand would take, so that what is tried is the real thing.
 * The vault is left unlocked in the worker.
 */
export const fillTrial = async (api: VaultCalls, randomBytes: (length: number) => Uint8Array): VaultResult<null> => {
  const kit = await api.createVault({
    label: trial.label,
    entityType: 'sole',
    paysSalary: true,
    ownerName: trial.owner,
    password: TRIAL_PASSWORD,
    experience: true,
  });
  if (!kit.ok) return kit;
  const rehearsed = await rehearse(api, kit.value.recoveryCode);
  if (!rehearsed.ok) return rehearsed;
  const ids = trial.persons.map(() => personIdOf(randomBytes(16)));
  for (const [at, sample] of trial.persons.entries()) {
    const id = ids[at];
    if (id === undefined) continue;
    const done = await register(api, sample, id, sample.parent === null ? null : (ids[sample.parent] ?? null));
    if (!done.ok) return done;
  }
  return ok(null);
};
