import type { AuditAction } from '../../../../src/core/domain/audit/action.ts';
import type { VaultApi } from '../../../../src/core/contract/vault-api.ts';

/** Names of the persons in the list; none where it cannot be asked. */
export const namesOf = async (api: VaultApi): Promise<readonly string[]> => {
  const page = await api.listPersons({ text: '', kinds: [], states: [], offset: 0, limit: 50 });
  return page.ok ? page.value.rows.map(({ name }) => name) : [];
};

/** Entries of that action in the record. */
export const countOf = async (api: VaultApi, action: AuditAction): Promise<number> => {
  const page = await api.listEntries({ from: null, to: null, personId: null, memberId: null, actions: [action], offset: 0, limit: 5 });
  return page.ok ? page.value.total : 0;
};

export const hasAction = async (api: VaultApi, action: AuditAction): Promise<boolean> => (await countOf(api, action)) > 0;
