import type { VaultError } from '../../../src/core/contract/errors.ts';
import type { KitContent } from '../../../src/core/contract/session-api.ts';
import type { Result } from '../../../src/core/domain/result.ts';
import { err, ok } from '../../../src/core/domain/result.ts';
import { KEY_NAMES } from '../../../src/core/formats/key-name.ts';
import type { SlotSecret } from '../crypto/slot.ts';
import { askPassword } from './change-password.ts';
import { findMember } from './keyring-edit.ts';
import { LEAK_ENTRIES } from './leak-entries.ts';
import { createNoteSigner } from './note-signing.ts';
import type { OpenSession } from './open-session.ts';
import { openWay } from './open-way.ts';
import { createPageSealer } from './page-sealer.ts';
import type { SessionPlatform } from './platform.ts';
import { makeCode } from './renew-kit.ts';
import type { RenewedMember } from './renew-member.ts';
import { renewMember } from './renew-member.ts';
import { underTable } from './rotate-epoch.ts';
import { parseNewPassword, zeroSecret } from './secret-input.ts';
import type { SessionState } from './session-state.ts';
import { knownWords, ownEntry } from './session-state.ts';
import { planEntries } from './settings-page.ts';
import { mayFollow } from './table-maker.ts';
import type { VaultSettings } from './vault-settings.ts';
import { withWays } from './vault-settings.ts';

const opensWith = async (platform: SessionPlatform, renewed: RenewedMember, state: SessionState, secret: SlotSecret): Promise<boolean> => {
  const { id } = ownEntry(state);
  const opened = await openWay(platform.crypto.slots, state.keyring.vaultId, { id, slots: renewed.slots }, secret);
  if (opened.ok) opened.value.usk.fill(0);
  return opened.ok;
};

/** The slots on the disk hold the new ways in, and no others of this member. */
const liesInSlots = async (session: OpenSession, { slots }: RenewedMember): Promise<boolean> => {
  const found = await session.files.keyring.read();
  const member = found.ok ? findMember(found.value.keyring, session.state().memberId) : null;
  return member?.slots.map(({ id }) => id).join() === slots.map(({ id }) => id).join();
};

/**
 * Somebody may know the password, or hold a copy of the slots: new user secret key, key pairs, epoch, password and kit; the log key
 * is renewed too. What a crash leaves:
 *   slots := new ways in, opening the old epoch and the new   the new password opens; the old one does not. The next unlock finds
 *                                                             the old epoch in the database and carries the renewal through:
 *                                                             the table in the keyring was signed by the old key
 *   one transaction under the new epoch                       the new password opens
 *   slots := the new epoch alone                              done
 * When nothing could be stored, the writer puts the old slots back and the old password stays.
 */
export const suspectLeak = (
  platform: SessionPlatform,
  session: OpenSession,
  input: { readonly password: string; readonly nextPassword: string },
): Promise<Result<KitContent, VaultError>> =>
  session.alone(async () => {
    const state = session.state();
    if (session.vault.member().role !== 'owner') return err({ type: 'NotAllowed' });
    if (session.writer.isHalted()) return err({ type: 'Halted' });
    if (!mayFollow(state.table)) return err({ type: 'VaultFull' });
    const password = parseNewPassword(input.nextPassword, knownWords(state));
    if (!password.ok) return password;
    const usk = await askPassword(platform, session, input.password);
    if (!usk.ok) return usk;
    usk.value.fill(0);

    const code = makeCode(platform);
    const renewed = await renewMember(platform, state, password.value, code.secret);
    // Before the old ways in are touched: the new ones open.
    const proved = (await opensWith(platform, renewed, state, password.value)) && (await opensWith(platform, renewed, state, code.secret));
    zeroSecret(password.value);
    zeroSecret(code.secret);
    if (!proved) throw new Error('a new slot does not open');

    const createdAt = platform.audit.now();
    const ways = renewed.slots.map((slot) => slot.id);
    const settings: VaultSettings = { ...withWays(state.settings, state.memberId, ways), kitMadeAt: createdAt, rehearsedAt: null };
    const stored = await rotateTo(platform, session, renewed, settings);
    // Halted by this very commit: the slots hold the new ways in alone, whether the database took it or the next unlock carries it through. Whoever
    // does not learn of them now is locked out. Halted by one before it: nothing was written, and the old ways in stay.
    if (!stored.ok && !(stored.error.type === 'Halted' && (await liesInSlots(session, renewed)))) return stored;
    session.kit.code = code.text;
    const { vaultId, storeId } = session.vault;
    return ok({ storeId, vaultId, recoveryCode: code.text, createdAt });
  });

const rotateTo = async (
  platform: SessionPlatform,
  session: OpenSession,
  renewed: RenewedMember,
  settings: VaultSettings,
): Promise<Result<null, VaultError>> => {
  const state = session.state();
  const { vaultId, storeId } = state.keyring;
  const { notes } = platform.crypto;
  const sealer = createPageSealer(platform.crypto, { vaultId, storeId, epoch: renewed.epoch.epoch }, renewed.epoch.keys);
  // The mark that follows the commit is to open with the new user secret key.
  const { usk, keys, table, next } = renewed;
  session.replace({ ...state, usk });
  const stored = await session.writer.rotate({
    planner: underTable(planEntries(LEAK_ENTRIES, settings), table, createNoteSigner(notes, state.memberId, keys)),
    keyring: { before: state.keyring, both: renewed.both, next: renewed.next },
    sealer,
    renewed: KEY_NAMES,
  });
  session.replace(stored.ok ? { ...state, keyring: next, usk, keys, table, sealer, settings } : state);
  return stored.ok ? ok(null) : stored;
};
