import type { VaultCalls } from '../bridge/vault-client.ts';
import type { Drafts } from './drafts.ts';
import { isDraftAbout } from './person-form-values.ts';

/**
 * The calls of an open vault, in which those that leave it under new keys say so to the drafts: what the vault has sealed of one opens no more,
 * and what was typed about somebody who is gone is to go too. Here, for whoever calls them next will not think of it.
 */
export const createRenewingCalls = (api: VaultCalls, { forget }: Pick<Drafts, 'forget'>): VaultCalls => ({
  ...api,
  cancelPersons: async (ids) => {
    const answer = await api.cancelPersons(ids);
    if (answer.ok) forget(({ fields }) => isDraftAbout(fields, ids));
    return answer;
  },
  mergePersons: async (input) => {
    const answer = await api.mergePersons(input);
    if (answer.ok) forget(({ fields }) => isDraftAbout(fields, [input.drop]));
    return answer;
  },
  suspectLeak: async (input) => {
    const answer = await api.suspectLeak(input);
    if (answer.ok) forget(() => false);
    return answer;
  },
});
