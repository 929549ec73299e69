import type { InvalidField, VaultError } from '../../../src/core/contract/errors.ts';
import type { SettingChange } from '../../../src/core/contract/session-api.ts';
import type { AuditCode } from '../../../src/core/domain/audit/codes.ts';
import { auditCode } from '../../../src/core/domain/audit/codes.ts';
import type { Result } from '../../../src/core/domain/result.ts';
import { err, ok } from '../../../src/core/domain/result.ts';
import { parseIdleMinutes, parseVaultLabel } from '../../../src/core/domain/vault/limits.ts';
import type { OpenSession } from './open-session.ts';
import { plainEntry, planEntries } from './settings-page.ts';
import type { VaultSettings } from './vault-settings.ts';

const applyChange = (settings: VaultSettings, change: SettingChange): Result<VaultSettings, VaultError> => {
  const invalid: InvalidField[] = [];
  const label = change.label === undefined ? ok(settings.label) : parseVaultLabel(change.label);
  if (!label.ok) invalid.push({ field: 'label', problem: label.error.type });
  const idleMinutes = change.idleMinutes === undefined ? ok(settings.idleMinutes) : parseIdleMinutes(change.idleMinutes);
  if (!idleMinutes.ok) invalid.push({ field: 'idleMinutes', problem: idleMinutes.error.type });
  if (!label.ok || !idleMinutes.ok) return err({ type: 'InvalidInput', fields: invalid });
  return ok({
    ...settings,
    label: label.value,
    idleMinutes: idleMinutes.value,
    entityType: change.entityType ?? settings.entityType,
    paysSalary: change.paysSalary ?? settings.paysSalary,
  });
};

const changedCodes = (before: VaultSettings, after: VaultSettings): readonly AuditCode[] => [
  ...(before.label === after.label ? [] : [auditCode('setting', 'label')]),
  ...(before.entityType === after.entityType && before.paysSalary === after.paysSalary ? [] : [auditCode('setting', 'business')]),
  ...(before.idleMinutes === after.idleMinutes ? [] : [auditCode('setting', 'idle-minutes')]),
];

/** Errors: InvalidInput, NotAllowed. Nothing is written when nothing changes. A new label changes the keyring too. */
export const changeSettings = (session: OpenSession, change: SettingChange): Promise<Result<null, VaultError>> =>
  session.alone(async () => {
    if (session.vault.member().role !== 'owner') return err({ type: 'NotAllowed' });
    const { settings: before, keyring } = session.state();
    const after = applyChange(before, change);
    if (!after.ok) return after;
    const codes = changedCodes(before, after.value);
    if (codes.length === 0) return ok(null);
    const planner = planEntries([plainEntry('setting-changed', codes)], after.value);
    const labelled = { ...keyring, label: after.value.label };
    // The sealed label counts: should the slots miss the new one, the next unlock writes it into them.
    const stored =
      labelled.label === keyring.label
        ? await session.writer.commit(planner)
        : await session.writer.commitWithKeyring(planner, { before: keyring, both: keyring, next: labelled });
    if (!stored.ok) return stored;
    session.replace({ ...session.state(), keyring: labelled, settings: after.value });
    return ok(null);
  });
