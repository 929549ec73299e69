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
import type { BookState } from '../../audit/book-state.ts';
import type { LogReader } from '../../audit/log-reader.ts';
import type { OpenVault, VaultRef } from '../../session/open-vault.ts';
import { findEntries } from '../log-query.ts';
import type { ImportIds } from './commit-import.ts';
import { commitImport, createImportIds, fileMatchEntry } from './commit-import.ts';
import { importContextOf } from './import-context.ts';
import type { JudgedImport } from './judged-import.ts';
import { judge } from './judged-import.ts';
import { readImportFiles } from './read-files.ts';

const SOURCE_ACTIONS: readonly string[] = ['import', 'source-destroyed'];

/** Numbers that were held against those the vault kept then, and are in an entry. */
interface Compared {
  readonly kept: string;
  readonly numbers: ReadonlySet<IndividualNumber>;
}

const NOTHING_COMPARED: Compared = { kept: '', numbers: new Set() };

/** The import at work. It holds numbers, so it lives in the worker only, for one session, and there is one at a time. */
interface CurrentImport {
  readonly vault: OpenVault;
  readonly state: ImportState;
  readonly ids: ImportIds;
  readonly compared: Compared;
  /** What the preview shows; null until one was made. */
  readonly judged: JudgedImport | null;
}

interface MadePreview {
  readonly preview: ImportPreview;
  readonly judged: JudgedImport;
  readonly compared: Compared;
}

/** Another where anybody's number was entered, ended or went: what was compared before says nothing of it. */
const keptNumbersOf = (book: BookState): string =>
  [...book.index.values()].flatMap(({ pages }) => pages.flatMap(({ kind, no, hash }) => (kind === 'number' ? [`${no} ${hash}`] : []))).join();

/**
 * A preview says which numbers of the file the vault keeps already, and whose: a match, for as many as a file holds. So it is an entry
 * before it is shown, one for all of a file, and another when a number that was not among them is typed into a row, or when those that
 * are kept have changed. Where none is kept, nothing is told and nothing written.
 */
const makePreview = async ({ vault, state, compared: before }: CurrentImport): Promise<Result<MadePreview, VaultError>> => {
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
  const kept = keptNumbersOf(book);
  const compared: Compared = before.kept === kept ? before : { ...NOTHING_COMPARED, kept };
  const fresh = [...asked].filter((number) => !compared.numbers.has(number));
  if (fresh.length === 0 || !existing.some((person) => person.hasNumber)) return ok({ preview, judged, compared });
  const stored = await vault.writer.commit(async () => Promise.resolve(ok({ plan: { entries: [fileMatchEntry(state)] }, value: null })));
  return stored.ok ? ok({ preview, judged, compared: { kept, numbers: new Set([...compared.numbers, ...fresh]) } }) : stored;
};

/** The record says that this was imported, or `isKnown` does where nothing changed, and the record not that its files were destroyed. */
const isSourceOpen = async (log: LogReader, importId: string, isKnown: boolean): Promise<Result<boolean, VaultError>> => {
  const found = await findEntries(log, ({ action, subjectId }) => subjectId === importId && SOURCE_ACTIONS.includes(action), 0, 2);
  if (!found.ok) return found;
  const [newest] = found.value.entries;
  return ok(newest === undefined ? isKnown : newest.action === 'import');
};

/** Lists of persons as files: read, look, mend, take in. */
export const createImportService = (vaultRef: VaultRef): ImportApi => {
  let current: CurrentImport | null = null;
  // Imports of this session that were committed, and where: one that changed nothing is no entry, and its source files may be reported
  // destroyed all the same, to that vault and to no other one that is opened here later.
  const committed = new Map<string, OpenVault>();

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
    const { preview, judged, compared } = made.value;
    if (current === next) current = { ...next, judged, compared };
    return ok(preview);
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
      return show({ vault: vault.value, state: state.value, ids: createImportIds(vault.value.platform.random), compared: NOTHING_COMPARED, judged: null });
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
        committed.set(found.state.importId, found.vault);
        // A list read meanwhile is the one at work by now.
        if (current?.state.importId === found.state.importId) current = null;
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
      const isKnown = committed.get(importId) === vault.value;
      const { writer } = vault.value;
      const entry = { action: 'source-destroyed', subjectId: importId, codes: [] };
      // One commit is planned after the other: of two that ask at once the second finds the first's entry.
      const stored = await writer.commit(async () => {
        const open = await isSourceOpen(writer.log, importId, isKnown);
        if (!open.ok) return open;
        return open.value ? ok({ plan: { entries: [entry] }, value: null }) : err({ type: 'NotFound' });
      });
      return stored.ok ? ok(null) : stored;
    },
  };
};
