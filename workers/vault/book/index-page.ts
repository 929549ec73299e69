import type { CivilDate } from '../../../src/core/domain/date/civil-date.ts';
import type { PersonId } from '../../../src/core/domain/ids.ts';
import { isId } from '../../../src/core/domain/ids.ts';
import type { PersonKind } from '../../../src/core/domain/person/person-kind.ts';
import { isPersonKind } from '../../../src/core/domain/person/person-kind.ts';
import type { JsonObject, JsonValue } from '../../../src/core/formats/canonical.ts';
import { hasDuplicates, isArray, isCount, readList } from '../../../src/core/formats/canonical.ts';
import { indexNoOfSlot, SLOTS_PER_INDEX } from './layout.ts';
import type { PageHash } from './page-hash.ts';
import { pageHashToJson, parsePageHash } from './page-hash.ts';

/** What list, search and filters need of one person; everything else is on the person page. */
export interface IndexRow {
  readonly slot: number;
  readonly id: PersonId;
  readonly kind: PersonKind;
  readonly name: string;
  readonly kana: string;
  readonly code: string;
  readonly corporate: boolean;
  readonly parentId: PersonId | null;
  /** A number is kept for the person today. */
  readonly hasNumber: boolean;
  /** Last day of the relation; null while it lasts. */
  readonly relationTo: CivilDate | null;
  /** Columns a newer writer added; kept when the row is written again. */
  readonly more: readonly JsonValue[];
}

export interface IndexPage {
  readonly no: number;
  /** By slot, ascending. */
  readonly rows: readonly IndexRow[];
  /** Rev and hash of the person and number pages of these slots. */
  readonly pages: readonly PageHash[];
  /** Fields a newer writer added. */
  readonly unknown: JsonObject;
}

const KNOWN_COLUMNS = 10;
const CIVIL_DATE = /^\d{4}-\d{2}-\d{2}$/;

export const rowToJson = (row: IndexRow): JsonValue => [
  row.slot,
  row.id,
  row.kind,
  row.name,
  row.kana,
  row.code,
  row.corporate ? 1 : 0,
  row.parentId ?? '',
  row.hasNumber ? 1 : 0,
  row.relationTo ?? '',
  ...row.more,
];

export const encodeIndexPage = (page: IndexPage): JsonObject => ({
  rows: page.rows.map(rowToJson),
  pages: page.pages.map(pageHashToJson),
  ...page.unknown,
});

const isFlag = (value: JsonValue | undefined): value is 0 | 1 => value === 0 || value === 1;

const NO_MORE: readonly JsonValue[] = [];

/** Column by column, not taken apart at once: unlocking waits for ten thousand of them, in code that has not run before. */
const parseRow = (value: JsonValue): IndexRow | null => {
  if (!isArray(value) || value.length < KNOWN_COLUMNS) return null;
  const slot = value[0];
  const id = value[1];
  const kind = value[2];
  const name = value[3];
  const kana = value[4];
  const code = value[5];
  const corporate = value[6];
  const parentId = value[7];
  const hasNumber = value[8];
  const relationTo = value[9];
  if (!isCount(slot) || !isId(id) || !isPersonKind(kind) || !isFlag(corporate) || !isFlag(hasNumber)) return null;
  if (typeof name !== 'string' || typeof kana !== 'string' || typeof code !== 'string') return null;
  if (parentId !== '' && !isId(parentId)) return null;
  if (typeof relationTo !== 'string' || (relationTo !== '' && !CIVIL_DATE.test(relationTo))) return null;
  return {
    slot,
    id: id as PersonId,
    kind,
    name,
    kana,
    code,
    corporate: corporate === 1,
    parentId: parentId === '' ? null : (parentId as PersonId),
    hasNumber: hasNumber === 1,
    relationTo: relationTo === '' ? null : (relationTo as CivilDate),
    more: value.length === KNOWN_COLUMNS ? NO_MORE : value.slice(KNOWN_COLUMNS),
  };
};

/** Content of an opened page → index page; null when it is not one, or holds slots that belong elsewhere. */
export const parseIndexPage = (no: number, content: JsonObject): IndexPage | null => {
  const { rows: rowList, pages: pageList, ...unknown } = content;
  const rows = readList(rowList, SLOTS_PER_INDEX, parseRow);
  const pages = readList(pageList, SLOTS_PER_INDEX, parsePageHash);
  if (rows === null || pages === null) return null;
  if (rows.some((row, at) => indexNoOfSlot(row.slot) !== no || row.slot <= (rows[at - 1]?.slot ?? -1))) return null;
  if (hasDuplicates(rows.map((row) => row.id))) return null;
  return { no, rows, pages, unknown };
};

export const emptyIndexPage = (no: number): IndexPage => ({ no, rows: [], pages: [], unknown: {} });
