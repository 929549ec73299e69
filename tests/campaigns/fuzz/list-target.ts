import type { ImportId, PersonId } from '../../../src/core/domain/ids.ts';
import type { CivilDate } from '../../../src/core/domain/date/civil-date.ts';
import { buildPreview } from '../../../src/core/domain/import/build-preview.ts';
import type { ImportContext } from '../../../src/core/domain/import/import-context.ts';
import { startImport } from '../../../src/core/domain/import/import-state.ts';
import { judgeImport } from '../../../src/core/domain/import/judge-import.ts';
import { planImport } from '../../../src/core/domain/import/plan-import.ts';
import { individualCheckDigit } from '../../../src/core/domain/number/individual-number.ts';
import { decodeImportText } from '../../../src/core/formats/import-text.ts';
import { charactersOutsideForms } from '../../../src/core/formats/jis-x-0208.ts';
import { readCsv } from '../../../workers/vault/service/import/csv-reader.ts';
import { referenceLists } from '../reference.ts';
import { mutateBytes } from './mutate-bytes.ts';
import type { FuzzTarget } from './target.ts';
import { accepted } from './target.ts';

const EMPTY: ImportContext = {
  existing: [],
  holdersOf: () => [],
  business: { entityType: 'sole', paysSalary: true },
  today: '2026-11-22' as CivilDate,
  outsideForms: charactersOutsideForms,
};

const idOf = (rowId: string): PersonId => `row${rowId.replace(/\D/g, '_')}`.padEnd(22, '_') as PersonId;

/** The vault as it is after all lists went in: rows find themselves there, and their numbers with somebody. */
const filled = (lists: readonly Uint8Array[]): ImportContext => {
  const files = lists.flatMap((bytes, at) => {
    const decoded = decodeImportText(bytes);
    const lines = decoded.ok ? readCsv(decoded.value.text) : decoded;
    return decoded.ok && lines.ok ? [{ fileName: `${at}.csv`, encoding: decoded.value.encoding, lines: lines.value }] : [];
  });
  const started = startImport('AAAAAAAAAAAAAAAAAAAAAA' as ImportId, files);
  if (!started.ok) throw new Error('the lists are not taken');
  const { steps } = planImport(judgeImport(started.value, EMPTY), idOf);
  const existing = steps.map(({ personId, fields, number }) => ({ id: personId, fields, hasNumber: number !== null }));
  if (existing.length < 10 || !steps.some(({ number }) => number !== null)) throw new Error('hardly anybody came in');
  return { ...EMPTY, existing, holdersOf: (sought) => steps.filter(({ number }) => number === sought).map(({ personId }) => personId) };
};

/** A whole individual number in what the page is shown. */
const showsNumber = (preview: unknown): boolean => {
  const text = JSON.stringify(preview).normalize('NFKC');
  return [...text.matchAll(/(?<!\d)9000\d{8}(?!\d)/g)].some(([digits]) => String(individualCheckDigit(digits.slice(0, 11))) === digits.slice(11));
};

/** Lists of persons (CSV): from bytes to what a commit would write. */
export const createListTarget = (): FuzzTarget => {
  const lists = referenceLists();
  const contexts = [EMPTY, filled(lists)];
  return {
    name: 'lists',
    weight: 14,
    run: (random) => {
      const decoded = decodeImportText(mutateBytes(random, random.pick(lists), lists));
      if (!decoded.ok) return Promise.resolve(decoded.error.type);
      const lines = readCsv(decoded.value.text);
      if (!lines.ok) return Promise.resolve(lines.error.type);
      const started = startImport('AAAAAAAAAAAAAAAAAAAAAA' as ImportId, [{ fileName: 'a.csv', encoding: decoded.value.encoding, lines: lines.value }]);
      if (!started.ok) return Promise.resolve(started.error.refusal.type);
      const rows = judgeImport(started.value, random.pick(contexts));
      const preview = buildPreview(started.value, rows);
      if (showsNumber(preview)) accepted('a number in the preview');
      const plan = planImport(rows, (rowId) => `new${idOf(rowId).slice(3)}` as PersonId);
      for (const { fields } of plan.steps) if (fields.name === '') accepted('a person without a name');
      if (Object.hasOwn(Object.prototype, 'polluted')) accepted('a key of a prototype');
      return Promise.resolve(plan.steps.length === 0 ? 'nothing to take in' : 'rows to take in');
    },
  };
};
