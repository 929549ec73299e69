import type { VaultError } from '../../../src/core/contract/errors.ts';
import type { Result } from '../../../src/core/domain/result.ts';
import { err, ok } from '../../../src/core/domain/result.ts';
import type { PageReader } from '../audit/page-reader.ts';
import type { EntryDraft, PageChange, Planner } from '../audit/plan.ts';
import { SETTINGS_NO, settingRef } from '../book/layout.ts';
import type { VaultSettings } from './vault-settings.ts';
import { encodeSettings, parseSettings } from './vault-settings.ts';

export const readSettings = async (pages: PageReader): Promise<Result<VaultSettings, VaultError>> => {
  const content = await pages.read(settingRef(SETTINGS_NO));
  if (!content.ok) return content;
  const settings = content.value === null ? null : parseSettings(content.value);
  return settings === null ? err({ type: 'DatabaseDamaged', page: `setting/${SETTINGS_NO}` }) : ok(settings);
};

export const settingsChange = (settings: VaultSettings): PageChange => ({
  ref: settingRef(SETTINGS_NO),
  content: encodeSettings(settings),
});

/** Entries alone, or with new settings; nothing that depends on the book. */
export const planEntries =
  (entries: readonly EntryDraft[], settings: VaultSettings | null): Planner<null> =>
  async () =>
    Promise.resolve(ok({ plan: { entries, ...(settings === null ? {} : { pages: [settingsChange(settings)] }) }, value: null }));

/** An entry without a subject. */
export const plainEntry = (action: string, codes: readonly string[] = []): EntryDraft => ({ action, subjectId: '', codes });
