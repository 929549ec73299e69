import type { LogQuery, LogRow } from '../../core/contract/log-api.ts';
import { auditCode } from '../../core/domain/audit/codes.ts';
import type { ImportId, PersonId } from '../../core/domain/ids.ts';
import type { SheetKind } from '../../core/domain/import/sheet-kind.ts';
import { SHEET_CONTENT, SHEET_KINDS } from '../../core/domain/import/sheet-kind.ts';
import type { VaultCalls } from '../bridge/vault-client.ts';
import { EVERY_ENTRY } from './newest-verification.ts';

type Api = Pick<VaultCalls, 'listEntries'>;

/** A person whose stored number is not the one it was compared with, and was neither found right nor replaced since. */
export interface Unmatched {
  readonly id: PersonId;
  readonly name: string;
}

/** An import whose files may still lie about without a lock: nobody has said yet that they were destroyed. */
export interface LeftSource {
  readonly importId: ImportId;
  /** UTC ms. */
  readonly at: number;
  readonly kinds: readonly SheetKind[];
}

export interface OpenMatters {
  /** UTC ms when a page of the vault was last met that could not be read; null: none, or a copy was read back since, for which every page is opened. */
  readonly damagedAt: number | null;
  /** The newest comparison first. */
  readonly unmatched: readonly Unmatched[];
  /** The newest import first. */
  readonly sources: readonly LeftSource[];
}

const COMPARED: readonly string[] = ['match', 'number-replace'];
const DAMAGE: readonly string[] = ['damage-found', 'copy-verified'];
const SOURCES: readonly string[] = ['import', 'source-destroyed'];
const ROWS = 200;
/** Every look goes through the whole record: what was compared or imported longer ago than that many acts is not looked for. */
const MOST_LOOKS = 5;
const NO_MATCH: string = auditCode('result', 'no-match');

/** The last word on each person decides. An entry without a person is the preview of an import; one without a name is of somebody removed. */
export const unmatchedIn = (rows: readonly LogRow[]): readonly Unmatched[] => {
  const decided = new Set<string>();
  const found: Unmatched[] = [];
  for (const { action, personId, personName, codes } of rows) {
    if (!COMPARED.includes(action) || personName === '' || decided.has(personId)) continue;
    decided.add(personId);
    if (action === 'match' && codes.includes(NO_MATCH)) found.push({ id: personId as PersonId, name: personName });
  }
  return found;
};

export const sourcesIn = (rows: readonly LogRow[]): readonly LeftSource[] => {
  const destroyed = new Set(rows.filter(({ action }) => action === 'source-destroyed').map(({ personId }) => personId));
  return rows
    .filter(({ action, personId }) => action === 'import' && personId !== '' && !destroyed.has(personId))
    .map(({ personId, time, codes }) => ({ importId: personId as ImportId, at: time, kinds: SHEET_KINDS.filter((kind) => codes.includes(auditCode('content', SHEET_CONTENT[kind]))) }));
};

const damageIn = (last: LogRow | undefined, newest: LogRow | undefined): number | null =>
  last?.action === 'damage-found' && last.logId === newest?.logId ? last.time : null;

/** What the record leaves to be done, found in one look where few acts are of these kinds. Undefined: the record could not be read. */
export const findOpenMatters = async (api: Api, newest: LogRow | undefined): Promise<OpenMatters | undefined> => {
  const query: LogQuery = { ...EVERY_ENTRY, actions: [...DAMAGE, ...COMPARED, ...SOURCES], limit: ROWS };
  const rows: LogRow[] = [];
  for (let look = 0; look < MOST_LOOKS; look += 1) {
    const answer = await api.listEntries({ ...query, offset: rows.length });
    if (!answer.ok) return undefined;
    rows.push(...answer.value.rows);
    if (answer.value.rows.length === 0 || rows.length >= answer.value.total) break;
  }
  let last = rows.find(({ action }) => DAMAGE.includes(action));
  if (last === undefined && rows.length >= ROWS) {
    const answer = await api.listEntries({ ...query, actions: DAMAGE, limit: 1 });
    if (!answer.ok) return undefined;
    last = answer.value.rows[0];
  }
  return { damagedAt: damageIn(last, newest), unmatched: unmatchedIn(rows), sources: sourcesIn(rows) };
};
