import type { ReadonlySignal } from '@preact/signals';
import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { needsEntry, printSheet } from '../app/models/print-sheet.ts';
import type { VaultError } from '../core/contract/errors.ts';
import type { PrintedSheet } from '../core/contract/log-api.ts';
import { useApp } from './app-context.ts';
import { useVault } from './vault-context.ts';

export interface Printing {
  /** False: there is no sheet yet, or none at all. */
  readonly isReady: boolean;
  /** UTC ms: when it was printed last, or when the sheet was put on the screen. */
  readonly at: ReadonlySignal<number>;
  readonly busy: ReadonlySignal<boolean>;
  /** False: it is printed even where no entry can be written. */
  readonly needsEntry: boolean;
  /** The entry could not be written. */
  readonly error: ReadonlySignal<VaultError | null>;
  readonly print: () => Promise<void>;
}

/**
 * Prints the sheet that is on the screen, behind its entry. The keys of the browser's own print command do the same; its menu cannot
 * wait for an entry, so there the entry is begun as the dialog opens.
 */
export const usePrint = (sheet: PrintedSheet, isReady: boolean): Printing => {
  const { print: open } = useApp();
  const vault = useVault();
  const at = useSignal(vault.now());
  const busy = useSignal(false);
  const error = useSignal<VaultError | null>(null);
  const ready = useRef(isReady);
  ready.current = isReady;
  /** A dialog of ours is opening: its entry stands already. */
  const ours = useRef(false);
  const print = async (): Promise<void> => {
    if (busy.peek() || !ready.current) return;
    busy.value = true;
    at.value = vault.now();
    const recorded = await printSheet(vault, sheet, async () => {
      ours.current = true;
      await open();
      ours.current = false;
    });
    busy.value = false;
    error.value = recorded.ok ? null : recorded.error;
  };
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.key.toLowerCase() !== 'p' || !(event.ctrlKey || event.metaKey) || event.shiftKey || event.altKey || !ready.current) return;
      event.preventDefault();
      void print();
    };
    const onMenu = (): void => {
      if (ready.current && !ours.current) void vault.api.recordPrint(sheet);
    };
    window.addEventListener('keydown', onKey);
    window.addEventListener('beforeprint', onMenu);
    return () => {
      window.removeEventListener('keydown', onKey);
      window.removeEventListener('beforeprint', onMenu);
    };
  }, [vault, sheet]);
  return { isReady, at, busy, needsEntry: needsEntry(sheet), error, print };
};
