import { TRIAL_PASSWORD } from '../../../../src/core/domain/trial/trial-password.ts';
import { createVerifyEd25519 } from '../../../../workers/verify/ed25519.ts';
import { createSha256 } from '../../../../workers/verify/sha256.ts';
import { createVerifyService } from '../../../../workers/verify/verify-service.ts';
import { INPUT, NEXT_PASSWORD, PASSWORD } from '../../session/support/device.ts';
import { countOf } from './asked.ts';
import type { FaultBench } from './bench.ts';
import type { Answer, UseCase } from './use-case.ts';
import { useCase } from './use-case.ts';

/** The worker of the verification, begun anew: no part of the vault. An engine that fails rejects there, and the page says so. */
const verifyRecord = async ({ record }: FaultBench): Answer<null> => {
  try {
    const service = createVerifyService({ sha256: await createSha256(), verify: createVerifyEd25519(crypto.subtle) });
    const answer = await service.verifyLogExport({ file: record, kept: null });
    if (!answer.ok) return answer;
    // A good record that is told as bad would be the worst of it.
    return answer.value.ok ? { ok: true, value: null } : { ok: false, error: { type: 'RecordBroken' } };
  } catch {
    return { ok: false, error: { type: 'Unexpected' } };
  }
};

/** Once in the use case and once by whoever looks afterwards; the bench was never unlocked before. */
const UNLOCKS = 2;

/** What begins on a device as it lies, locked. */
export const CLOSED_USE_CASES: readonly UseCase[] = [
  useCase({ name: 'look at the device', unlocked: false, run: (api, { marks }) => api.inspectDevice(marks()), isDone: null }),
  useCase({ name: 'make a vault', unlocked: false, run: (api) => api.createVault({ ...INPUT, label: '次' }), isDone: null, makes: { persons: 0, password: PASSWORD } }),
  useCase({ name: 'make the sample', unlocked: false, dear: true, run: (api) => api.createTrial(), isDone: null, makes: { persons: 9, password: TRIAL_PASSWORD } }),
  useCase({
    name: 'unlock',
    unlocked: false,
    // A disk that writes nothing any more keeps nobody from reading and copying.
    excused: ['rejects', 'quota', 'told', 'reported'],
    run: (api, { unlockInput }) => api.unlock(unlockInput(PASSWORD)),
    isDone: async (api) => (await countOf(api, 'unlock')) === UNLOCKS,
  }),
  useCase({
    name: 'come in by the code',
    unlocked: false,
    run: (api, { unlockInput, kit }) => {
      const { storeId, memberId } = unlockInput('');
      return api.resetPassword({ storeId, memberId, recoveryCode: kit.recoveryCode, newPassword: NEXT_PASSWORD });
    },
    isDone: async (_api, { openedWith }) => openedWith() === NEXT_PASSWORD,
  }),
  useCase({
    name: 'restore',
    unlocked: false,
    // Beside the vault the copy was made of, which is on the device.
    run: (api, { copy }) => api.restoreCopy({ file: copy, secret: { kind: 'password', password: PASSWORD }, evenIfOlder: true }),
    isDone: null,
    makes: { persons: 2, password: PASSWORD },
  }),
  useCase({
    name: 'restore by the code',
    unlocked: false,
    run: (api, { copy, kit }) =>
      api.restoreCopy({ file: copy, secret: { kind: 'recovery', recoveryCode: kit.recoveryCode, newPassword: NEXT_PASSWORD }, evenIfOlder: true }),
    isDone: null,
    makes: { persons: 2, password: NEXT_PASSWORD },
  }),
  useCase({
    name: 'look at a copy',
    unlocked: false,
    run: async (api, { copy }): Answer<null> => {
      const looked = await api.inspectCopies([copy]);
      if (!looked.ok) return looked;
      const [refused] = looked.value.refused;
      return refused === undefined ? { ok: true, value: null } : { ok: false, error: refused.error };
    },
    isDone: null,
  }),
  useCase({ name: 'verify the record', unlocked: false, run: (_api, bench) => verifyRecord(bench), isDone: null }),
  useCase({
    name: 'try the parts',
    unlocked: false,
    run: async (api): Answer<null> => {
      // The derivation of keys at its full price is tried in tests/workers/session/try-part.test.ts; what it asks is asked by 'unlock'.
      for (const part of ['files', 'database', 'seals', 'keys', 'locks'] as const) {
        const tried = await api.tryPart(part);
        if (!tried.ok) return tried;
        // Where there are no folders, files are said to be lacking.
        if (!['works', 'lacks'].includes(tried.value.found)) return { ok: false, error: { type: 'StorageFailed' } };
      }
      return { ok: true, value: null };
    },
    isDone: null,
  }),
  useCase({ name: 'erase', unlocked: false, run: (api, { unlockInput }) => api.eraseVault({ storeId: unlockInput('').storeId, label: INPUT.label }), isDone: null, erases: true }),
];
