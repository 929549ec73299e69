import type { InvalidField, VaultError } from '../../../src/core/contract/errors.ts';
import type { CreateVaultInput, KitContent } from '../../../src/core/contract/session-api.ts';
import type { MemberId, StoreId } from '../../../src/core/domain/ids.ts';
import type { Result } from '../../../src/core/domain/result.ts';
import { err, ok } from '../../../src/core/domain/result.ts';
import { IDLE_MINUTES, parseDisplayName, parseVaultLabel } from '../../../src/core/domain/vault/limits.ts';
import { KEY_BYTES } from '../../../src/core/formats/consts.ts';
import { vaultIdOf } from '../../../src/core/formats/table-text.ts';
import { checkStore } from '../audit/check-store.ts';
import { importSealKey } from '../crypto/seal.ts';
import type { SlotSecret } from '../crypto/slot.ts';
import { makeKeys } from './epoch-keys.ts';
import { newKeyring } from './new-keyring.ts';
import type { OpenSession } from './open-session.ts';
import { createPageSealer } from './page-sealer.ts';
import type { SessionPlatform } from './platform.ts';
import type { NewCode } from './renew-kit.ts';
import { makeCode } from './renew-kit.ts';
import { parseNewPassword, zeroSecret } from './secret-input.ts';
import type { SessionState } from './session-state.ts';
import { signingMember } from './session-state.ts';
import { plainEntry, planEntries } from './settings-page.ts';
import { stageStore } from './stage-store.ts';
import { createTableMaker } from './table-maker.ts';
import type { VaultSettings } from './vault-settings.ts';

/** Generations and epochs count from 1. */
const FIRST = 1;

/** What the page says of a vault, and what it cannot say. */
export interface NewVault extends CreateVaultInput {
  /** A sample business: marked everywhere, removable without typing its name. */
  readonly experience: boolean;
}

export interface CreatedVault {
  readonly session: OpenSession;
  readonly kit: KitContent;
}

interface CheckedInput extends NewVault {
  readonly secret: SlotSecret;
}

const checkInput = (input: NewVault): Result<CheckedInput, VaultError> => {
  const invalid: InvalidField[] = [];
  const label = parseVaultLabel(input.label);
  if (!label.ok) invalid.push({ field: 'label', problem: label.error.type });
  const ownerName = parseDisplayName(input.ownerName);
  if (!ownerName.ok) invalid.push({ field: 'ownerName', problem: ownerName.error.type });
  if (!label.ok || !ownerName.ok) return err({ type: 'InvalidInput', fields: invalid });
  const secret = parseNewPassword(input.password, [label.value, ownerName.value]);
  return secret.ok ? ok({ ...input, label: label.value, ownerName: ownerName.value, secret: secret.value }) : secret;
};

/**
 * All keys of a new vault, in the only order there is: the vault's id is the hash of its first table, which lists the member's
 * public keys and names the epoch's; and everything that is sealed has the id in its aad. So keys first, then the table, then
 * what seals and grants them.
 */
const makeState = async (platform: SessionPlatform, input: CheckedInput, code: NewCode, time: number): Promise<SessionState> => {
  const { random, members, slots } = platform.crypto;
  const storeId = random.id() as StoreId;
  const memberId = random.id() as MemberId;
  const made = await members.generateMemberKeys();
  const epoch = await makeKeys(random, null);
  const row = { id: memberId, role: 'owner', ...made.keys.publicKeys } as const;
  const table = await createTableMaker(platform.crypto).makeGenesis(
    { time, members: [row], stores: [{ id: storeId, epoch: FIRST, keys: epoch.keyIds }] },
    signingMember(memberId, made.keys),
  );
  const vaultId = vaultIdOf(table.hash);

  const owner = { vaultId, memberId, generation: FIRST };
  const scope = { vaultId, storeId, epoch: FIRST };
  const raw = random.bytes(KEY_BYTES);
  const usk = await importSealKey(raw);
  const ways = [await slots.makeSlot(owner, input.secret, raw), await slots.makeSlot(owner, code.secret, raw)];
  raw.fill(0);
  const member = { id: memberId, name: input.ownerName, generation: FIRST, slots: ways, keys: await made.seal(owner, usk) };
  const settings: VaultSettings = {
    label: input.label,
    experience: input.experience,
    entityType: input.entityType,
    paysSalary: input.paysSalary,
    idleMinutes: IDLE_MINUTES.initial,
    rehearsedAt: null,
    kitMadeAt: time,
    clockTrustedAt: null,
    members: [{ id: memberId, name: input.ownerName, slots: ways.map((slot) => slot.id), unknown: {} }],
    unknown: {},
  };
  return {
    memberId,
    keyring: newKeyring({ vaultId, storeId, table, members: [member], epoch: await epoch.grant(scope, [row]), settings }),
    usk,
    keys: made.keys,
    table,
    sealer: createPageSealer(platform.crypto, scope, epoch.keys),
    settings,
  };
};

/** A browser may say that it has stored and have not: nobody prints the recovery sheet of a vault that was not read back. */
const readBack = async (platform: SessionPlatform, session: OpenSession): Promise<Result<null, VaultError>> => {
  const { problems } = await checkStore({
    store: session.files.pages,
    sealer: session.state().sealer,
    state: session.writer.book(),
    sha256: platform.audit.sha256,
  });
  return problems.length === 0 ? ok(null) : err({ type: 'StorageFailed', name: 'NotKept' });
};

/**
 * A vault with its owner as the only member, open, with a recovery code that is told once. Nobody is registered in it: the owner as
 * a person is entered like anybody else. `live` is what happens in it before it is read back and becomes a vault: an error there, or a
 * crash, leaves none. Errors: InvalidInput, PasswordTooWeak, StorageFull, StorageFailed, and those of `live`.
 */
export const createVault = async (
  platform: SessionPlatform,
  input: NewVault,
  live: (session: OpenSession) => Promise<Result<null, VaultError>> = async () => Promise.resolve(ok(null)),
): Promise<Result<CreatedVault, VaultError>> => {
  const checked = checkInput(input);
  if (!checked.ok) return checked;
  const code = makeCode(platform);
  const createdAt = platform.audit.now();
  try {
    const state = await makeState(platform, checked.value, code, createdAt);
    const planner = planEntries([plainEntry('create')], state.settings);
    const verify = async (stored: OpenSession): Promise<Result<null, VaultError>> => {
      stored.kit.code = code.text;
      const lived = await live(stored);
      return lived.ok ? readBack(platform, stored) : lived;
    };
    const session = await stageStore(platform, { state, planner, verify });
    // No vault was there before: to the user a database that is gone is one that did not take it.
    if (!session.ok) return session.error.type === 'DatabaseMissing' ? err({ type: 'StorageFailed', name: 'NotKept' }) : session;
    const { storeId, vaultId } = state.keyring;
    return ok({ session: session.value, kit: { storeId, vaultId, recoveryCode: code.text, createdAt } });
  } finally {
    zeroSecret(checked.value.secret);
    zeroSecret(code.secret);
  }
};
