import type { VaultApi } from '../../../../src/core/contract/vault-api.ts';
import type { FaultKind } from './asker.ts';
import type { FaultBench } from './bench.ts';

export type Answer<T> = Promise<{ readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: { readonly type: string } }>;

/** A store beside the first one, and what opens it. */
export interface MadeStore {
  readonly persons: number;
  readonly password: string;
}

interface Given {
  readonly name: string;
  /** False: on the device as it lies, locked. */
  readonly unlocked: boolean;
  /** Before the first worker begins. */
  readonly prepare?: (bench: FaultBench) => void;
  /** The vault is not there afterwards, when it took place. */
  readonly erases?: boolean;
  /** When it took place. */
  readonly makes?: MadeStore;
  /** Takes so long that a place fails in it only where no other use case comes by, or for its last commit. */
  readonly dear?: boolean;
  /** Faults in spite of which it answers well without having done what `isDone` asks for: it says so where it stands. */
  readonly excused?: readonly FaultKind[];
}

/** Something a user does, which a fault may hit, and how to tell afterwards whether it took place. */
export interface UseCase extends Given {
  readonly run: (api: VaultApi, bench: FaultBench) => Answer<unknown>;
  /**
   * What the answer promised, looked for after the vault was opened again; null where an answer promises nothing that outlasts it, or
   * `makes` and `erases` say it. Not asked after an answer that failed.
   */
  readonly isDone: ((api: VaultApi, bench: FaultBench) => Promise<boolean>) | null;
}

interface GivenWith<T> extends Given {
  readonly run: (api: VaultApi, bench: FaultBench) => Answer<T>;
  readonly isDone: ((api: VaultApi, bench: FaultBench, answered: T) => Promise<boolean>) | null;
}

/** A use case that is asked about the answer it gave. */
export const useCase = <T>({ run, isDone, ...given }: GivenWith<T>): UseCase => {
  let answers: readonly T[] = [];
  return {
    ...given,
    run: async (api, bench) => {
      answers = [];
      const answer = await run(api, bench);
      if (answer.ok) answers = [answer.value];
      return answer;
    },
    isDone:
      isDone === null
        ? null
        : async (api, bench) => {
            for (const answered of answers) if (!(await isDone(api, bench, answered))) return false;
            return true;
          },
  };
};
