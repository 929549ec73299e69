import type { ImportApi } from '../../../../src/core/contract/import-api.ts';
import type { VaultRef } from '../../session/open-vault.ts';

/**
 * The service for lists, with its readers, judges and tables of words, is fetched by the first call of it: on most days nobody brings a
 * list, and whoever unlocks need not wait for it to be read. The service worker keeps that file like every other, so it is there offline.
 */
export const createImportsWhenNeeded = (vaultRef: VaultRef): ImportApi => {
  let loading: Promise<ImportApi> | null = null;

  const imports = (): Promise<ImportApi> => {
    // One service for the session: it holds the import at work.
    loading ??= import('./import-service.ts').then(
      ({ createImportService }) => createImportService(vaultRef),
      (cause: unknown) => {
        // The next call asks again.
        loading = null;
        throw cause;
      },
    );
    return loading;
  };

  return {
    readImport: async (files) => (await imports()).readImport(files),
    correctImport: async (correction) => (await imports()).correctImport(correction),
    commitImport: async (importId) => (await imports()).commitImport(importId),
    dropImport: async (importId) => (await imports()).dropImport(importId),
    confirmSourceDestroyed: async (importId) => (await imports()).confirmSourceDestroyed(importId),
  };
};
