import type { VaultError } from '../../../src/core/contract/errors.ts';
import type { Result } from '../../../src/core/domain/result.ts';
import { err, ok } from '../../../src/core/domain/result.ts';
import type { JsonObject } from '../../../src/core/formats/canonical.ts';
import { OWN_BOOK } from '../../../src/core/formats/consts.ts';
import { parseCheckpoints } from '../audit/kept-checkpoints.ts';
import type { PageChange } from '../audit/plan.ts';
import type { BookChange } from '../book/book-edit.ts';
import type { IndexPage } from '../book/index-page.ts';
import { parseIndexPage } from '../book/index-page.ts';
import { SETTINGS_NO } from '../book/layout.ts';
import type { NumberPage } from '../book/number-page.ts';
import { parseNumberPage } from '../book/number-page.ts';
import type { PersonPage } from '../book/person-page.ts';
import { parsePersonPage } from '../book/person-page.ts';
import type { VaultSettings } from '../session/vault-settings.ts';
import { parseSettings } from '../session/vault-settings.ts';
import type { CopiedPage } from './open-container.ts';

export interface RestoredBook {
  readonly settings: VaultSettings;
  readonly book: BookChange;
  /** Setting pages but the settings themselves: copies made, tombstones, whatever a newer writer keeps there. */
  readonly pages: readonly PageChange[];
  /** Content of table pages, by version: the notes themselves are the container's. */
  readonly tables: ReadonlyMap<number, JsonObject>;
  /** Kept checkpoints of all logs. */
  readonly checkpoints: readonly string[];
  /** Pages of logs, for restoreLogs. */
  readonly logPages: readonly CopiedPage[];
}

const damaged: Result<never, VaultError> = err({ type: 'FileRefused', reason: 'Damaged' });

/** Sorts opened pages into what the first commit of the new store writes. Errors: FileRefused. */
export const restoreBook = (pages: readonly CopiedPage[]): Result<RestoredBook, VaultError> => {
  const index = new Map<number, IndexPage>();
  const persons = new Map<number, PersonPage>();
  const numbers = new Map<number, NumberPage>();
  const tables = new Map<number, JsonObject>();
  const settingPages: PageChange[] = [];
  const checkpoints: string[] = [];
  const logPages: CopiedPage[] = [];
  let settings: VaultSettings | null = null;

  for (const copied of pages) {
    const { ref, content } = copied;
    const own = ref.book === OWN_BOOK;
    if (ref.kind === 'log' || ref.kind === 'attach' || ref.kind === 'list') logPages.push(copied);
    else if (!own) return damaged;
    else if (ref.kind === 'index') {
      const page = parseIndexPage(ref.no, content);
      if (page === null) return damaged;
      index.set(ref.no, page);
    } else if (ref.kind === 'person') {
      const page = parsePersonPage(ref.no, content);
      if (page === null) return damaged;
      persons.set(ref.no, page);
    } else if (ref.kind === 'number') {
      const page = parseNumberPage(ref.no, content);
      if (page === null) return damaged;
      numbers.set(ref.no, page);
    } else if (ref.kind === 'setting' && ref.no === SETTINGS_NO) settings = parseSettings(content);
    else if (ref.kind === 'setting') settingPages.push(copied);
    else if (ref.kind === 'checkpoint') {
      const kept = parseCheckpoints(content);
      if (kept === null) return damaged;
      checkpoints.push(...kept.notes);
    } else if (ref.kind === 'table') tables.set(ref.no, content);
    else return damaged;
  }
  if (settings === null) return damaged;
  return ok({ settings, book: { index, persons, numbers }, pages: settingPages, tables, checkpoints, logPages });
};
