import { computed, signal } from '@preact/signals';
import type { ReadonlySignal } from '@preact/signals';
import type { CopyOverview, CopyRow, MadeCopy } from '../../core/contract/copy-api.ts';
import type { VaultError } from '../../core/contract/errors.ts';
import type { FileSaver } from '../platform/file-save.ts';
import type { OpenVault } from './open-vault.ts';

/** What is said about the last try to save a copy that is still only in memory. */
export type SaveTrouble = { readonly type: 'cancelled' } | { readonly type: 'failed'; readonly reason: string };

/** A copy on its way from nothing to 確認済み. */
export type CopyWork =
  | { readonly at: 'idle' }
  | { readonly at: 'making' }
  /** In memory; a place for it has to be chosen. */
  | { readonly at: 'made'; readonly copy: MadeCopy; readonly trouble: SaveTrouble | null }
  | { readonly at: 'saving'; readonly copy: MadeCopy }
  /** Downloaded: only the user can say where it lies now. */
  | { readonly at: 'to-check'; readonly copy: Pick<MadeCopy, 'copyId' | 'fileName'> }
  | { readonly at: 'checking'; readonly copy: Pick<MadeCopy, 'copyId' | 'fileName'> }
  | { readonly at: 'verified'; readonly row: CopyRow }
  /** The file that was read is not the copy; it stays unchecked. */
  | { readonly at: 'refused'; readonly copy: Pick<MadeCopy, 'copyId' | 'fileName'>; readonly error: VaultError }
  | { readonly at: 'failed'; readonly error: VaultError };

export type CopyStanding = CopyOverview['age'] | 'none' | 'unverified' | 'restored';

/** Copies of the open vault: made, saved, read back, listed. */
export interface CopiesModel {
  /** Null before the first answer. */
  readonly overview: ReadonlySignal<CopyOverview | null>;
  readonly standing: ReadonlySignal<CopyStanding | null>;
  readonly work: ReadonlySignal<CopyWork>;
  readonly error: ReadonlySignal<VaultError | null>;
  readonly isBusy: ReadonlySignal<boolean>;
  /** The copy that is on its way, and whether it lies anywhere yet but in memory; null when there is none. */
  readonly atHand: ReadonlySignal<{ readonly copyId: string; readonly isSaved: boolean } | null>;
  readonly reload: () => Promise<void>;
  readonly make: () => Promise<void>;
  /** A copy is in memory alone: until it is saved, no other one is looked at, for there would be no way back to it. */
  readonly isUnsaved: ReadonlySignal<boolean>;
  /** In a gesture of the user: some browsers open a dialog. A written file is read back at once. */
  readonly save: (files: FileSaver) => Promise<void>;
  /** Nothing happens while a copy is in memory alone. */
  readonly check: (copy: Pick<MadeCopy, 'copyId' | 'fileName'>, file: Blob) => Promise<void>;
}

export const createCopiesModel = ({ api, listen, hold }: Pick<OpenVault, 'api' | 'listen' | 'hold'>): CopiesModel => {
  const overview = signal<CopyOverview | null>(null);
  const work = signal<CopyWork>({ at: 'idle' });
  const error = signal<VaultError | null>(null);
  const isUnsaved = computed(() => work.value.at === 'made' || work.value.at === 'saving');
  const isBusy = computed(() => ['making', 'saving', 'checking'].includes(work.value.at));

  const reload = async (): Promise<void> => {
    const answer = await api.overviewCopies();
    error.value = answer.ok ? null : answer.error;
    if (answer.ok) overview.value = answer.value;
  };
  const readBack = async (copy: Pick<MadeCopy, 'copyId' | 'fileName'>, file: Blob): Promise<void> => {
    work.value = { at: 'checking', copy };
    const answer = await api.verifyCopy({ copyId: copy.copyId, file });
    work.value = answer.ok ? { at: 'verified', row: answer.value } : { at: 'refused', copy, error: answer.error };
    await reload();
  };

  // In memory alone: the record says that it was made, and nobody has it.
  hold(() => isUnsaved.peek());
  listen((event) => {
    if (event.type === 'CopiesChanged' || event.type === 'PersonsChanged') void reload();
  });
  void reload();

  return {
    overview,
    standing: computed(() => {
      const { value } = overview;
      if (value === null) return null;
      if (value.lastVerifiedAt !== null) return value.age;
      if (value.copies.length === 0) return 'none';
      // What was read back before the vault came back from a copy says nothing of the store that is here.
      return value.copies.some(({ verifiedAt }) => verifiedAt !== null) ? 'restored' : 'unverified';
    }),
    work,
    error,
    isBusy,
    isUnsaved,
    atHand: computed(() => {
      const { value } = work;
      return 'copy' in value ? { copyId: value.copy.copyId, isSaved: !isUnsaved.value } : null;
    }),
    reload,
    make: async () => {
      if (isBusy.peek() || isUnsaved.peek()) return;
      work.value = { at: 'making' };
      const made = await api.makeCopy();
      work.value = made.ok ? { at: 'made', copy: made.value, trouble: null } : { at: 'failed', error: made.error };
    },
    save: async (files) => {
      const now = work.peek();
      if (now.at !== 'made') return;
      const { copy } = now;
      work.value = { at: 'saving', copy };
      const saved = await files.save(copy.file, copy.fileName);
      switch (saved.how) {
        case 'written':
          await readBack(copy, saved.file);
          break;
        case 'downloaded':
          work.value = { at: 'to-check', copy };
          break;
        case 'cancelled':
          work.value = { at: 'made', copy, trouble: { type: 'cancelled' } };
          break;
        case 'failed':
          work.value = { at: 'made', copy, trouble: { type: 'failed', reason: saved.reason } };
      }
    },
    check: async (copy, file) => {
      if (!isUnsaved.peek()) await readBack(copy, file);
    },
  };
};
