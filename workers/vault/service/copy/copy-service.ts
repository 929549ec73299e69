import type { CopyApi, CopyRow, MadeCopy, RestoreInput, RestoredVault } from '../../../../src/core/contract/copy-api.ts';
import type { VaultError } from '../../../../src/core/contract/errors.ts';
import { auditCode } from '../../../../src/core/domain/audit/codes.ts';
import type { Result } from '../../../../src/core/domain/result.ts';
import { err, ok } from '../../../../src/core/domain/result.ts';
import { brokenUntil, checkRecord } from '../../copy/check-record.ts';
import type { LedgerCopy } from '../../copy/copy-ledger.ts';
import { copyChange, copyRowOf, readCopies } from '../../copy/copy-ledger.ts';
import { copyFileName } from '../../copy/copy-name.ts';
import { openContainer } from '../../copy/open-container.ts';
import { progressIn } from '../../copy/progress.ts';
import { readContainer } from '../../copy/read-container.ts';
import { RESTORE_STAGES, restoreContainer } from '../../copy/restore-container.ts';
import { recordOf, restoreContent } from '../../copy/restored-content.ts';
import { writeContainer } from '../../copy/write-container.ts';
import type { OpenSession } from '../../session/open-session.ts';
import type { OpenVault } from '../../session/open-vault.ts';
import type { SessionPlatform } from '../../session/platform.ts';
import { parseNewPassword, parseRecoverySecret, passwordToSecret, zeroSecret } from '../../session/secret-input.ts';
import type { SessionHolder } from '../../session/session-holder.ts';
import { planBook } from '../book-commit.ts';
import { whileOpen } from '../while-open.ts';
import { overviewOf } from './copy-state.ts';
import { createEarlierWays } from './earlier-ways.ts';
import { findVaultHere, inspectFiles } from './inspect-copies.ts';

export interface CopyServiceDeps {
  readonly platform: SessionPlatform;
  readonly holder: SessionHolder;
}

/** A copy is made, or read back with a result. */
type CopyAct = { readonly action: 'copy-made' } | { readonly action: 'copy-verified'; readonly result: 'good' | 'bad' };

const storeCopy = async (vault: OpenVault, copy: LedgerCopy, act: CopyAct): Promise<Result<null, VaultError>> => {
  const { action } = act;
  const codes = act.action === 'copy-made' ? [] : [auditCode('result', act.result)];
  const { copyId, bytes, counts, sha256, fileName } = copy;
  const attach = [{ kind: 'file', hash: sha256 }, ...(action === 'copy-made' ? [{ kind: 'list', content: { bytes, fileName, counts: { ...counts } } } as const] : [])];
  const stored = await vault.writer.commit(
    planBook<null>(async (_, base) => {
      const page = await copyChange(copy, base.book, base.pages);
      if (!page.ok) return page;
      return ok({ entries: [{ action, subjectId: copyId, codes, attach }], pages: [page.value], value: null });
    }),
  );
  if (stored.ok) vault.emit({ type: 'CopiesChanged' });
  return stored.ok ? ok(null) : stored;
};

/** A writer that has stopped still lets a copy out: it may be the last good thing this device does. */
const isWithoutWriting = (error: VaultError): boolean => error.type === 'Halted' || error.type === 'StorageFull';

/** Copies that were handed out while nothing could be written, by id: known for as long as the session lasts. */
type Unrecorded = Map<string, LedgerCopy>;

const make = async (platform: SessionPlatform, session: OpenSession, unrecorded: Unrecorded): Promise<Result<MadeCopy, VaultError>> => {
  const { vault } = session;
  const allowed = vault.requireRight('copy');
  if (!allowed.ok) return allowed;
  const written = await writeContainer(platform, session);
  if (!written.ok) return written;
  const { copyId, createdAt, file, sha256, counts } = written.value;
  const fileName = copyFileName(createdAt);
  const row = { copyId, madeAt: createdAt, fileName, bytes: file.size, counts, verifiedAt: null, brokenUntil: null, sha256, unknown: {} };
  const stored = await storeCopy(vault, row, { action: 'copy-made' });
  if (!stored.ok && !isWithoutWriting(stored.error)) return stored;
  if (!stored.ok) unrecorded.set(copyId, row);
  return ok({ copyId, file, fileName, counts });
};

/**
 * The very file that was made, everything in it opens, all of it fits together as a restore asks, and its whole record holds from the
 * first entry to the last, but for earlier logs that it names itself as broken: nothing less is 確認済み. A record that does not hold is an entry too. A file that is good while nothing
 * can be written is told so with `verifiedAt` null: no entry says it.
 */
const verify = async (
  platform: SessionPlatform,
  session: OpenSession,
  unrecorded: Unrecorded,
  { copyId, file }: { readonly copyId: string; readonly file: Blob },
): Promise<Result<CopyRow, VaultError>> => {
  const { vault } = session;
  const copies = await readCopies(vault.writer.book(), vault.writer.pages);
  if (!copies.ok) return copies;
  const copy = copies.value.find((one) => one.copyId === copyId) ?? unrecorded.get(copyId);
  if (copy === undefined) return err({ type: 'NotFound' });
  const stage = progressIn(platform.emit, 'copy', 3);
  const read = await readContainer(platform.crypto, file, stage(0));
  if (!read.ok) return read;
  const { header } = read.value;
  if (header.vaultId !== vault.vaultId) return err({ type: 'FileRefused', reason: 'ForeignVault' });
  if (header.copyId !== copyId) return err({ type: 'FileRefused', reason: 'Older' });
  if (read.value.sha256 !== copy.sha256) return err({ type: 'FileRefused', reason: 'Damaged' });
  const { keys, memberId } = session.state();
  const opened = await openContainer(platform.crypto, read.value, memberId, keys.hpke, stage(1));
  if (!opened.ok) return opened;
  const content = restoreContent(opened.value, read.value, platform.audit.sha256);
  if (!content.ok) return content;
  const finding = await checkRecord(platform.crypto.notes.verifyDeps, recordOf(read.value, content.value.logs), stage(2));
  if (finding.broken !== null) {
    // Whether or not this can be written, the copy is not called good.
    await storeCopy(vault, copy, { action: 'copy-verified', result: 'bad' });
    return err({ type: 'RecordBroken', ...finding.broken });
  }
  const verified: LedgerCopy = { ...copy, verifiedAt: platform.audit.now(), brokenUntil: brokenUntil(finding) };
  const stored = await storeCopy(vault, verified, { action: 'copy-verified', result: 'good' });
  if (!stored.ok) return isWithoutWriting(stored.error) ? ok(copyRowOf({ ...verified, verifiedAt: null })) : stored;
  unrecorded.delete(copyId);
  return ok(copyRowOf(verified));
};

const restore = async ({ platform, holder }: CopyServiceDeps, input: RestoreInput): Promise<Result<RestoredVault, VaultError>> => {
  const { file, secret: given } = input;
  const secret = given.kind === 'password' ? ok(passwordToSecret(given.password)) : parseRecoverySecret(given.recoveryCode);
  if (!secret.ok) return secret;
  const newPassword = given.kind === 'password' ? ok(null) : parseNewPassword(given.newPassword, []);
  try {
    if (!newPassword.ok) return newPassword;
    const container = await readContainer(platform.crypto, file, progressIn(platform.emit, 'restore', RESTORE_STAGES)(0));
    if (!container.ok) return container;
    const here = await findVaultHere(platform, container.value, holder.marksOf);
    if (!here.ok) return here;
    if ((here.value.entriesMissing > 0 || here.value.isOlder) && !input.evenIfOlder) return err({ type: 'FileRefused', reason: 'Older' });
    const restored = await restoreContainer(platform, { container: container.value, bytes: file.size, secret: secret.value, newPassword: newPassword.value });
    if (!restored.ok) return restored;
    const { session, ...told } = restored.value;
    await holder.adopt(session);
    const earlier = here.value.storeIds[0] ?? null;
    return ok({ storeId: session.vault.storeId, ...told, earlierStoreId: earlier as RestoredVault['earlierStoreId'] });
  } finally {
    zeroSecret(secret.value);
    if (newPassword.ok && newPassword.value !== null) zeroSecret(newPassword.value);
  }
};

/** The two calls that make a copy one that counts. */
export const createCopyMaking = (
  platform: SessionPlatform,
  holder: Pick<SessionHolder, 'current'>,
): Pick<CopyApi, 'makeCopy' | 'verifyCopy'> => {
  const withSession = whileOpen(holder);
  const unrecordedBy = new WeakMap<OpenSession, Unrecorded>();
  const unrecordedOf = (session: OpenSession): Unrecorded => {
    const known = unrecordedBy.get(session) ?? new Map<string, LedgerCopy>();
    unrecordedBy.set(session, known);
    return known;
  };

  return {
    makeCopy: () => withSession((session) => make(platform, session, unrecordedOf(session))),
    verifyCopy: (input) => withSession((session) => verify(platform, session, unrecordedOf(session), input)),
  };
};

/** Copies: made, read back, listed, and brought back. */
export const createCopyService = (deps: CopyServiceDeps): CopyApi => {
  const { platform, holder } = deps;
  const withSession = whileOpen(holder);
  const earlier = createEarlierWays();
  return {
    ...createCopyMaking(platform, holder),
    overviewCopies: () => withSession(({ vault }) => overviewOf(vault, earlier)),
    inspectCopies: (files) => holder.alone(() => inspectFiles(platform, files, holder.marksOf)),
    restoreCopy: (input) =>
      holder.alone(async () => {
        await holder.lock();
        return restore(deps, input);
      }),
  };
};
