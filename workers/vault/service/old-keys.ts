import type { OldKeys } from '../../../src/core/contract/person-api.ts';
import type { KeyringCommitted } from '../audit/writer.ts';
import type { OpenVault } from '../session/open-vault.ts';

/** What may be said of the keys that opened what was just removed: nobody is told that they are gone while a file still holds them. */
export const oldKeysOf = ({ opfs }: Pick<OpenVault, 'opfs'>, { settled }: Pick<KeyringCommitted<unknown>, 'settled'>): OldKeys => {
  if (!settled) return 'owed';
  return opfs ? 'gone' : 'traces';
};
