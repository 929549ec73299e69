import type { VaultEvent } from '../../../src/core/contract/events.ts';
import type { VaultApi } from '../../../src/core/contract/vault-api.ts';
import { ok } from '../../../src/core/domain/result.ts';

export interface EventHub {
  readonly emit: (event: VaultEvent) => void;
  readonly subscribe: VaultApi['subscribe'];
}

type Progress = Extract<VaultEvent, { readonly type: 'Progress' }>;

/** A bar on the screen moves by hundredths. Some jobs tell of each of a thousand pages, and every word to the page costs both sides time. */
const isSmallStep = ({ job, done, total }: Progress, told: Progress | null): boolean =>
  told !== null && job === told.job && total === told.total && done >= told.done && done < total && done - told.done < total / 100;

/** A page has one worker and subscribes once; whoever else does is told as well. */
export const createEventHub = (): EventHub => {
  const listeners = new Set<(event: VaultEvent) => unknown>();
  let told: Progress | null = null;

  // Across the border a listener is a port whose page may be gone: nobody here waits for it, and its failure is not ours.
  const tell = async (listener: (event: VaultEvent) => unknown, event: VaultEvent): Promise<void> => {
    try {
      await listener(event);
    } catch {
      listeners.delete(listener);
    }
  };

  return {
    emit: (event) => {
      if (event.type === 'Progress') {
        if (isSmallStep(event, told)) return;
        told = event;
      }
      for (const listener of listeners) void tell(listener, event);
    },
    subscribe: async (onEvent) => {
      listeners.add(onEvent);
      return Promise.resolve(ok(null));
    },
  };
};
