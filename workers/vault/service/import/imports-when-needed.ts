import type { VaultError, VaultResult } from '../../../../src/core/contract/errors.ts';
import type { ImportApi } from '../../../../src/core/contract/import-api.ts';
import type { Result } from '../../../../src/core/domain/result.ts';
import { err, ok } from '../../../../src/core/domain/result.ts';
import type { VaultRef } from '../../session/open-vault.ts';
import { fetchPart } from '../fetch-part.ts';

/**
 * The service for lists, with its readers, judges and tables of words, is fetched by the first call of it: on most days nobody brings a
 * list, and whoever unlocks need not wait for it to be read. The service worker keeps that file like every other, so it is there offline;
 * on a first visit, or after an update of the host, it may not come: PartNotLoaded.
 */
export const createImportsWhenNeeded = (vaultRef: VaultRef): ImportApi => {
  let loading: Promise<Result<ImportApi, VaultError>> | null = null;

  const imports = (): Promise<Result<ImportApi, VaultError>> => {
    // One service for the session: it holds the import at work.
    loading ??= fetchPart(import('./import-service.ts')).then((part) => {
      if (part !== null) return ok(part.createImportService(vaultRef));
      // The next call asks again: in Chromium the host, in Firefox only its memory of the failure, which ends with this worker.
      loading = null;
      return err({ type: 'PartNotLoaded' });
    });
    return loading;
  };

  const through = async <T>(call: (service: ImportApi) => VaultResult<T>): VaultResult<T> => {
    const service = await imports();
    return service.ok ? call(service.value) : service;
  };

  return {
    readImport: (files) => through((service) => service.readImport(files)),
    correctImport: (correction) => through((service) => service.correctImport(correction)),
    commitImport: (importId) => through((service) => service.commitImport(importId)),
    dropImport: (importId) => through((service) => service.dropImport(importId)),
    confirmSourceDestroyed: (importId) => through((service) => service.confirmSourceDestroyed(importId)),
  };
};
