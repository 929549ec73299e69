import type { VaultApi } from '../../../../src/core/contract/vault-api.ts';
import type { KitContent, SessionView, StoreSummary } from '../../../../src/core/contract/session-api.ts';
import type { PersonRow } from '../../../../src/core/contract/person-api.ts';
import type { Result } from '../../../../src/core/domain/result.ts';
import type { VaultPage } from './vault-page.ts';

export const PASSWORD = 'kumo-no-ue no hirune 42';
export const LABEL = 'やまだ商店';
export const OWNER = '山田';

/** The value, or a failure that shows the error as it came. */
export const must = <T, E>(answer: Result<T, E>): T => {
  if (!answer.ok) throw new Error(`Refused: ${JSON.stringify(answer.error)}`);
  return answer.value;
};

/** Type of the error; 'ok' when there is none. */
export const errorOf = (answer: Result<unknown, { readonly type: string }>): string => (answer.ok ? 'ok' : answer.error.type);

/** A new vault, rehearsed, so that numbers may be stored; open afterwards. */
export const createVault = async (vault: VaultPage): Promise<KitContent> => {
  must(await vault.call('inspectDevice', await vault.marks()));
  const kit = must(
    await vault.call('createVault', { label: LABEL, entityType: 'sole', paysSalary: true, ownerName: OWNER, password: PASSWORD }),
  );
  const groups = kit.recoveryCode.split('-');
  const asked = must(await vault.call('startRehearsal'));
  must(await vault.call('confirmRehearsal', asked.map((group) => ({ group, text: groups[group] ?? '' }))));
  return kit;
};

/** The one store of this device, as the first screen sees it. */
export const inspect = async (vault: VaultPage): Promise<StoreSummary> => {
  const report = must(await vault.call('inspectDevice', await vault.marks()));
  const [store] = report.stores;
  if (store === undefined || report.stores.length !== 1) throw new Error(`Not one store: ${JSON.stringify(report)}`);
  return store;
};

export const tryUnlock = async (vault: VaultPage, password = PASSWORD): ReturnType<VaultApi['unlock']> => {
  const { storeId, members } = await inspect(vault);
  const [member] = members;
  if (member === undefined) throw new Error('The store names no member');
  return await vault.call('unlock', { storeId, memberId: member.id, password });
};

export const unlock = async (vault: VaultPage): Promise<SessionView> => must(await tryUnlock(vault));

/** Every row of the list. */
export const listAll = async (vault: VaultPage): Promise<readonly PersonRow[]> => {
  const rows: PersonRow[] = [];
  for (;;) {
    const page = must(await vault.call('listPersons', { text: '', kinds: [], states: [], offset: rows.length, limit: 200 }));
    rows.push(...page.rows);
    if (page.rows.length === 0 || rows.length >= page.total) return rows;
  }
};
