import { signal } from '@preact/signals';
import type { ReadonlySignal } from '@preact/signals';
import type { VaultError } from '../../core/contract/errors.ts';
import type { LogExport } from '../../core/contract/log-api.ts';
import type { FileSaver } from '../platform/file-save.ts';
import type { OpenVault } from './open-vault.ts';

export type Giving =
  | { readonly at: 'idle' }
  | { readonly at: 'writing' }
  /** Written out in memory; a place for it has to be chosen with another touch. */
  | { readonly at: 'ready'; readonly log: LogExport; readonly trouble: string | null }
  | { readonly at: 'saved'; readonly log: LogExport; readonly how: 'written' | 'downloaded' }
  | { readonly at: 'cancelled'; readonly log: LogExport }
  | { readonly at: 'failed'; readonly error: VaultError };

/** The record for somebody else: written out, which is itself an entry, and saved as a file. */
export interface LogExportModel {
  readonly state: ReadonlySignal<Giving>;
  readonly give: () => Promise<void>;
  /** In a gesture of the user. */
  readonly save: () => Promise<void>;
}

export const createLogExportModel = (vault: Pick<OpenVault, 'api'>, files: FileSaver): LogExportModel => {
  const state = signal<Giving>({ at: 'idle' });

  const saveLog = async (log: LogExport): Promise<void> => {
    const saved = await files.save(log.file, log.fileName);
    if (saved.how === 'written' || saved.how === 'downloaded') state.value = { at: 'saved', log, how: saved.how };
    else if (saved.how === 'cancelled') state.value = { at: 'cancelled', log };
    else state.value = { at: 'ready', log, trouble: saved.reason };
  };

  return {
    state,
    give: async () => {
      if (state.peek().at === 'writing') return;
      state.value = { at: 'writing' };
      const log = await vault.api.exportLog('give');
      if (!log.ok) {
        state.value = { at: 'failed', error: log.error };
        return;
      }
      state.value = { at: 'ready', log: log.value, trouble: null };
      if (files.mayAsk()) await saveLog(log.value);
    },
    save: async () => {
      const now = state.peek();
      if (now.at === 'ready' || now.at === 'cancelled') await saveLog(now.log);
    },
  };
};
