import type { VaultError } from '../../../src/core/contract/errors.ts';
import type { LogApi, LogRow } from '../../../src/core/contract/log-api.ts';
import { auditCode } from '../../../src/core/domain/audit/codes.ts';
import type { PersonId } from '../../../src/core/domain/ids.ts';
import type { Result } from '../../../src/core/domain/result.ts';
import { err, ok } from '../../../src/core/domain/result.ts';
import { LOG_EXPORT_EXTENSION, LOG_EXPORT_MEDIA_TYPE } from '../../../src/core/formats/log/log-consts.ts';
import type { Entry } from '../../../src/core/formats/log/entry.ts';
import type { EntryDraft } from '../audit/plan.ts';
import type { OpenVault, VaultRef } from '../session/open-vault.ts';
import { todayOf } from './book-commit.ts';
import { writeLogExport } from './log-export-file.ts';
import { filterOf, findEntries } from './log-query.ts';
import { whileOpen } from './while-open.ts';

const rowOf = (entry: Entry, vault: OpenVault): LogRow => {
  const member = vault.keyring().members.find(({ id }) => id === entry.actorId);
  return {
    logId: entry.logId,
    seq: entry.seq,
    time: entry.time,
    action: entry.action,
    memberName: member?.name ?? '',
    personName: vault.writer.persons.get(entry.subjectId as PersonId)?.name ?? '',
    personId: entry.subjectId,
    codes: entry.codes,
  };
};

const writeEntry = async (vault: OpenVault, entry: EntryDraft): Promise<Result<null, VaultError>> => {
  const stored = await vault.writer.commit(async () => ok({ plan: { pages: [], entries: [entry] }, value: null }));
  return stored.ok ? ok(null) : stored;
};

/** The record: read, filter, give away. Verification itself is separate code that works on the export. */
export const createLogService = (vaultRef: VaultRef): LogApi => {
  const withVault = whileOpen(vaultRef);

  return {
    listEntries: (query) =>
      withVault(async (vault) => {
        const keep = filterOf(query);
        if (!keep.ok) return keep;
        const found = await findEntries(vault.writer.log, keep.value, query.offset, query.limit);
        if (!found.ok) return found;
        return ok({
          rows: found.value.entries.map((entry) => rowOf(entry, vault)),
          total: found.value.total,
          members: vault.keyring().members.map(({ id, name }) => ({ id, name })),
        });
      }),
    recordVerification: ({ size, good }) =>
      withVault(async (vault) => {
        if (size > vault.writer.log.size()) return err({ type: 'InvalidInput', fields: [{ field: 'size', problem: 'OutOfRange' }] });
        return writeEntry(vault, { action: 'chain-verified', subjectId: '', codes: [auditCode('result', good ? 'good' : 'bad')] });
      }),
    recordPrint: (what) => withVault((vault) => writeEntry(vault, { action: 'print', subjectId: '', codes: [auditCode('content', what)] })),
    viewCheckpoint: () =>
      withVault(async (vault) => {
        const { head } = vault.writer.book();
        return ok({ note: head.checkpoint, size: head.frontier.size, time: head.lastTime });
      }),
    exportLog: (use) =>
      withVault(async (vault) => {
        if (use === 'give') {
          const logged = await writeEntry(vault, { action: 'export', subjectId: '', codes: [auditCode('content', 'log')] });
          if (!logged.ok) return logged;
        }
        const written = await writeLogExport(vault, (done, total) => vault.emit({ type: 'Progress', job: 'verify', done, total }));
        if (!written.ok) return written;
        const day = todayOf(vault.platform.now()).replaceAll('-', '');
        return ok({
          file: new Blob([...written.value.parts], { type: LOG_EXPORT_MEDIA_TYPE }),
          fileName: `kinko-${day}${LOG_EXPORT_EXTENSION}`,
          entries: written.value.entries,
          size: written.value.size,
        });
      }),
  };
};
