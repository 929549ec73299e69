import type { VaultError } from '../../../../src/core/contract/errors.ts';
import type { ImportApi } from '../../../../src/core/contract/import-api.ts';
import type { ImportId } from '../../../../src/core/domain/ids.ts';
import { buildPreview } from '../../../../src/core/domain/import/build-preview.ts';
import type { ImportContext } from '../../../../src/core/domain/import/import-context.ts';
import type { ImportPreview } from '../../../../src/core/domain/import/import-preview.ts';
import type { ImportState } from '../../../../src/core/domain/import/import-state.ts';
import { correctImport, startImport } from '../../../../src/core/domain/import/import-state.ts';
import type { IndividualNumber } from '../../../../src/core/domain/number/individual-number.ts';
import type { Result } from '../../../../src/core/domain/result.ts';
import { err, ok } from '../../../../src/core/domain/result.ts';
import { encodeBase64url } from '../../../../src/core/formats/base64url.ts';
import { ID_BYTES } from '../../../../src/core/formats/consts.ts';
import type { OpenVault, VaultRef } from '../../session/open-vault.ts';
import type { ImportIds } from './commit-import.ts';
import { commitImport, contentCodes, createImportIds } from './commit-import.ts';
import { importContextOf } from './import-context.ts';
import type { JudgedImport } from './judged-import.ts';
import { judge } from './judged-import.ts';
import { readImportFiles } from './read-files.ts';

/** The import at work. It holds numbers, so it lives in the worker only, for one session, and there is one at a time. */
interface CurrentImport {
  readonly vault: OpenVault;
  readonly state: ImportState;
  readonly ids: ImportIds;
  /** Numbers that were held against the vault's, and are in an entry. */
  readonly compared: Set<IndividualNumber>;
  /** What the preview shows; null until one was made. */
  readonly judged: JudgedImport | null;
}

interface MadePreview {
  readonly preview: ImportPreview;
  readonly judged: JudgedImport;
}

/**
 * A preview says which numbers of the file the vault keeps already, and whose: a match, for as many as a file holds. So it is an entry
 * before it is shown, one for all of a file, and another when a number that was not among them is typed into a row.
 */
const makePreview = async ({ vault, state, compared }: CurrentImport): Promise<Result<MadePreview, VaultError>> => {
  const book = vault.writer.book();
  const context = await importContextOf(vault, book, vault.writer.pages);
  if (!context.ok) return context;
  const { existing, holdersOf } = context.value;
  const asked = new Set<IndividualNumber>();
  const watched: ImportContext = {
    ...context.value,
    holdersOf: (number) => {
      asked.add(number);
      return holdersOf(number);
    },
  };
  const judged = judge(state, watched, book);
  const preview = buildPreview(state, judged.rows);
  const fresh = [...asked].filter((number) => !compared.has(number));
  if (fresh.length > 0 && existing.some((person) => person.hasNumber)) {
    const entry = { action: 'match', subjectId: '', codes: contentCodes(state) };
    const stored = await vault.writer.commit(async () => Promise.resolve(ok({ plan: { entries: [entry] }, value: null })));
    if (!stored.ok) return stored;
  }
  for (const number of fresh) compared.add(number);
  return ok({ preview, judged });
};

/** Lists of persons as files: read, look, mend, take in. */
export const createImportService = (vaultRef: VaultRef): ImportApi => {
  let current: CurrentImport | null = null;
  // Imports of this session that were committed: their source files may be reported destroyed.
  const committed = new Set<ImportId>();

  const withImport = async <T>(importId: string, run: (found: CurrentImport) => Promise<Result<T, VaultError>>): Promise<Result<T, VaultError>> => {
    const vault = vaultRef.current();
    if (!vault.ok) return vault;
    if (current === null || current.vault !== vault.value || current.state.importId !== importId) return err({ type: 'NotFound' });
    return run(current);
  };

  const show = async (next: CurrentImport): Promise<Result<ImportPreview, VaultError>> => {
    current = next;
    const made = await makePreview(next);
    if (!made.ok) return made;
    // It may be dropped by now, or another.
    if (current === next) current = { ...next, judged: made.value.judged };
    return ok(made.value.preview);
  };

  return {
    readImport: async (files) => {
      const vault = vaultRef.current();
      if (!vault.ok) return vault;
      const read = await readImportFiles(files);
      if (!read.ok) return read;
      const importId = encodeBase64url(vault.value.platform.random(ID_BYTES)) as ImportId;
      const state = startImport(importId, read.value);
      if (!state.ok) {
        const fileName = files[state.error.fileIndex]?.name ?? '';
        return err({ type: 'ImportRefused', fileName, refusal: state.error.refusal });
      }
      return show({ vault: vault.value, state: state.value, ids: createImportIds(vault.value.platform.random), compared: new Set(), judged: null });
    },
    correctImport: (correction) =>
      withImport(correction.importId, async (found) => {
        const state = correctImport(found.state, correction);
        if (!state.ok) return state;
        return show({ ...found, state: state.value, judged: null });
      }),
    commitImport: (importId) =>
      withImport(importId, async (found) => {
        const outcome = await commitImport(found.vault, found.state, found.ids, found.judged);
        if (!outcome.ok) return outcome;
        committed.add(found.state.importId);
        current = null;
        return outcome;
      }),
    dropImport: (importId) =>
      withImport(importId, async () => {
        current = null;
        return ok(null);
      }),
    confirmSourceDestroyed: async (importId) => {
      const vault = vaultRef.current();
      if (!vault.ok) return vault;
      const known = [...committed].find((id) => id === importId);
      if (known === undefined) return err({ type: 'NotFound' });
      const entry = { action: 'source-destroyed', subjectId: '', codes: [] };
      const stored = await vault.value.writer.commit(async () => ok({ plan: { entries: [entry] }, value: null }));
      if (stored.ok) committed.delete(known);
      return stored.ok ? ok(null) : stored;
    },
  };
};
