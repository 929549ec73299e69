import type { VaultApi } from '../../../../src/core/contract/vault-api.ts';

/** What a page may call and no use case of the table does, and why. Every other method is called by one: tests/workers/faults/every-call.test.ts. */
export const NO_USE_CASE: Readonly<Partial<Record<keyof VaultApi, string>>> = {
  correctImport: 'memory alone, but for the entry of a match, which is written as readImport writes it',
  dropImport: 'memory alone',
  listIncidents: 'memory alone',
  listPersons: 'memory alone: the list is there since the unlock; isDone of many asks it',
  previewCancel: 'reads what cancelPersons reads, and writes nothing',
  subscribe: 'memory alone; every worker of the table is subscribed',
  takeOver: 'locks and channels: tests/workers/session/tabs.test.ts; what the other tab then does is lock',
  viewPersonSheet: 'memory alone',
  viewReason: 'memory alone',
};
