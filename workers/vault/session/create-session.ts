import { err, ok } from '../../../src/core/domain/result.ts';
import { mayWrite } from '../../../src/core/formats/table-rights.ts';
import type { VaultWriter } from '../audit/writer.ts';
import { createSerial } from '../audit/serial.ts';
import { createNoteSigner } from './note-signing.ts';
import type { OpeningFacts, OpenSession } from './open-session.ts';
import type { OpenVault } from './open-vault.ts';
import type { SessionPlatform, StoreFiles } from './platform.ts';
import { rotateEpoch } from './rotate-epoch.ts';
import type { SessionState } from './session-state.ts';
import { ownEntry, roleIn } from './session-state.ts';
import type { WriterLock } from './writer-lock.ts';

export interface SessionInput {
  readonly files: StoreFiles;
  readonly lock: WriterLock;
  /** The one place of the session's state: the mark keeper looks at it too. */
  readonly current: { state: SessionState };
  readonly facts: OpeningFacts;
  /** Made for this session; by createSessionWriter. */
  readonly writer: VaultWriter;
}

export const createSession = (platform: SessionPlatform, input: SessionInput): OpenSession => {
  const { files, lock, facts, writer, current } = input;
  const alone = createSerial().run;
  const { vaultId, storeId } = current.state.keyring;

  const vault: OpenVault = {
    vaultId,
    storeId,
    opfs: files.opfs,
    writer,
    member: () => {
      const { id, name, generation } = ownEntry(current.state);
      const role = roleIn(current.state.table.table, id);
      if (role === null) throw new Error('the table has lost the acting member');
      return { id, name, role, generation };
    },
    signer: () => createNoteSigner(platform.crypto.notes, current.state.memberId, current.state.keys),
    table: () => current.state.table,
    keyring: () => current.state.keyring,
    settings: () => current.state.settings,
    requireRight: (right) => (mayWrite(vault.member().role, right) ? ok(null) : err({ type: 'NotAllowed' })),
    // A sample business keeps nothing that a lost code could lose. What the keyring says in the clear anybody could have written.
    requireRehearsal: () =>
      current.state.settings.rehearsedAt === null && !current.state.settings.experience ? err({ type: 'RehearsalMissing' }) : ok(null),
    requireWriting: () => (writer.isHalted() ? err({ type: 'Halted' }) : ok(null)),
    rotate: (planner) => alone(() => rotateEpoch(platform, session, planner)),
    emit: platform.emit,
    platform: platform.audit,
  };

  const session: OpenSession = {
    vault,
    writer,
    files,
    state: () => current.state,
    replace: (next) => {
      current.state = next;
    },
    alone,
    facts,
    clock: { doubtful: facts.clockDoubtful },
    kit: { code: null },
    onAsked: lock.onAsked,
    close: async () => {
      await writer.idle();
      files.pages.close();
      await lock.release();
    },
  };
  return session;
};
