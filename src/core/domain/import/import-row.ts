import type { IndividualNumber } from '../number/individual-number.ts';
import type { PersonFields } from '../person/person.ts';
import type { PersonKind } from '../person/person-kind.ts';
import type { PurposeCode } from '../person/purpose.ts';
import { purposesFor } from '../person/purpose.ts';
import type { ColumnSlot } from './column-map.ts';
import { SELF_WORDS, TICKED } from './header-synonyms.data.ts';
import { cleanCell, isDash, isEmptyWord } from './import-cell.ts';
import type { ImportContext } from './import-context.ts';
import type { ImportDoubt } from './import-doubt.ts';
import type { ImportField } from './import-field.ts';
import type { ImportLine } from './import-file.ts';
import type { ImportNote } from './import-note.ts';
import type { ImportSheet } from './import-sheet.ts';
import { withoutNumbers } from './mask-numbers.ts';
import type { NumberReading } from './number-cell.ts';
import { readCorporateCell, readIndividualCell } from './number-cell.ts';
import { readPayeeIdentity } from './payee-identity.ts';
import type { RowEdits } from './row-edits.ts';
import { readRowFields } from './row-fields.ts';
import { personKindOf } from './sheet-kind.ts';

/** One row read for itself, before it is compared with other rows and with the vault. */
export interface ReadRow {
  readonly rowId: string;
  readonly fileIndex: number;
  readonly line: number;
  readonly kind: PersonKind;
  readonly edits: RowEdits;
  /** What could be read; what could not is '' or null, and said in a doubt. `parentId` is null until it is found. */
  readonly fields: PersonFields;
  /** False when nothing in the row says whether it is a company. */
  readonly entitySaid: boolean;
  /** Null when the file has no column of purposes. */
  readonly purposes: readonly PurposeCode[] | null;
  readonly parentCode: string;
  /** As the file has it, for comparison; '' when it has not. */
  readonly parentName: string;
  readonly number: IndividualNumber | null;
  readonly suggestedNumber: IndividualNumber | null;
  /** Anything at all in the number cell. */
  readonly numberGiven: boolean;
  /** As written, fit to be shown even where it is not a date. */
  readonly birthShown: string;
  readonly doubts: readonly ImportDoubt[];
  readonly notes: readonly ImportNote[];
}

/**
 * Income Tax Act Enforcement Regulations art. 84: for most remuneration no payment record is due up to this sum a
 * year. Yen. Above other sums for a few kinds (sales agents, rent), so it informs and decides nothing.
 */
const REPORT_THRESHOLD_YEN = 50_000;

const SELF: ReadonlySet<string> = new Set(SELF_WORDS.split(' '));
const TICKS: ReadonlySet<string> = new Set(TICKED.split(' '));

const isTicked = (cell: string): boolean => TICKS.has(cell.normalize('NFKC').toLowerCase());

/** Null for anything but a plain sum. */
const amountOf = (cell: string): number | null => {
  const plain = cell.normalize('NFKC').replace(/[\s,\u00a5\\\u5186]/g, '');
  return /^[0-9]{1,12}$/.test(plain) ? Number(plain) : null;
};

export const rowIdOf = (fileIndex: number, line: number): string => `${fileIndex}-${line}`;

const endsInWord = (text: string): boolean => /[0-9A-Za-z]$/.test(text.normalize('NFKC'));
const beginsWithWord = (text: string): boolean => /^[0-9A-Za-z]/.test(text.normalize('NFKC'));

/** Without spaces, as addresses are written, but where a house number would run into the number of a flat. */
const joinAddress = (parts: readonly string[]): string => {
  let whole = '';
  for (const part of parts) {
    if (isEmptyWord(part)) continue;
    whole += endsInWord(whole) && beginsWithWord(part) ? `\u3000${part}` : part;
  }
  return whole;
};

type Reader = (slot: ColumnSlot) => string;

/** Cells by slot, corrections first, with nothing in them where people typed that there is nothing. */
const createReader = ({ columns }: ImportSheet, { cells }: ImportLine, { texts }: RowEdits): Reader => {
  const cellOf = (column: number | undefined): string => (column === undefined ? '' : cleanCell(cells[column] ?? ''));
  const slotOf = (slot: ColumnSlot): string => cellOf(columns.slots.get(slot));
  const edited = (field: ImportField): string | null => {
    const text = texts.get(field);
    return text === undefined ? null : cleanCell(text);
  };
  const joined = (whole: ColumnSlot, first: ColumnSlot, second: ColumnSlot): string =>
    slotOf(whole) || [slotOf(first), slotOf(second)].filter((part) => !isDash(part)).join('\u3000').trim();
  const raw = (slot: ColumnSlot): string => {
    switch (slot) {
      case 'name':
        return edited('name') ?? joined('name', 'familyName', 'givenName');
      case 'kana':
        return edited('kana') ?? joined('kana', 'familyKana', 'givenKana');
      case 'address':
        return edited('address') ?? (slotOf('address') || joinAddress(columns.addressParts.map(cellOf)));
      case 'number':
        return edited('number') ?? edited('corporateNumber') ?? slotOf('number');
      case 'corporateNumber':
        return edited('number') === null && edited('corporateNumber') === null ? slotOf('corporateNumber') : '';
      case 'code':
      case 'parentCode':
      case 'birthDate':
      case 'postalCode':
      case 'relationFrom':
      case 'relationTo':
      case 'relationship':
        return edited(slot) ?? slotOf(slot);
      default:
        return slotOf(slot);
    }
  };
  return (slot) => {
    const cell = raw(slot);
    return (slot === 'name' || slot === 'code' || slot === 'parentCode' ? isDash(cell) : isEmptyWord(cell)) ? '' : cell;
  };
};

interface Identity {
  readonly corporate: boolean;
  readonly said: boolean;
  readonly unclear: boolean;
  readonly reading: NumberReading;
  readonly given: boolean;
}

const readIdentity = (kind: PersonKind, read: Reader, edits: RowEdits): Identity => {
  if (kind !== 'payee') {
    const cell = read('number');
    const reading = readIndividualCell(cell, edits.zeroConfirmed);
    return { corporate: false, said: false, unclear: false, reading, given: cell !== '' };
  }
  const cells = { name: read('name'), number: read('number'), corporateNumber: read('corporateNumber'), entity: read('entity') };
  const { corporate, unclear, cell, said } = readPayeeIdentity(cells, edits.corporate);
  const reading = corporate
    ? readCorporateCell(unclear ? '' : cell)
    : readIndividualCell(unclear ? '' : cell, edits.zeroConfirmed);
  return { corporate: corporate && !unclear, said, unclear, reading, given: cell !== '' };
};

/** A list of dependants may hold the employees themselves, marked so in the column of relationships. */
const kindOf = (sheet: ImportSheet, read: Reader): PersonKind =>
  sheet.kind === 'dependants' && SELF.has(read('relationship')) ? 'employee' : personKindOf(sheet.kind);

/** Reads one row. Never throws, whatever the cells hold. */
export const readRow = (
  sheet: ImportSheet,
  fileIndex: number,
  line: ImportLine,
  edits: RowEdits,
  { business, today, outsideForms }: ImportContext,
): ReadRow => {
  const read = createReader(sheet, line, edits);
  const kind = kindOf(sheet, read);
  const { corporate, said, unclear, reading, given } = readIdentity(kind, read, edits);
  const ofList = sheet.kind === 'dependants';
  const { fields, doubts: fieldDoubts } = readRowFields(
    {
      kind,
      name: read('name'),
      kana: read('kana'),
      code: ofList ? (kind === 'employee' ? read('parentCode') : '') : read('code'),
      relationship: kind === 'dependant' ? read('relationship') : '',
      corporate,
      corporateNumber: reading.corporate,
      birthDate: read('birthDate'),
      postalCode: read('postalCode'),
      address: read('address'),
      relationFrom: read('relationFrom'),
      relationTo: read('relationTo'),
    },
    today,
  );

  const doubts: ImportDoubt[] = [...fieldDoubts];
  if (unclear) doubts.push({ type: 'OwnerKindUnclear', field: 'number' });
  if (reading.doubt !== null) doubts.push(reading.doubt);

  const notes: ImportNote[] = [];
  const characters = outsideForms(fields.name);
  if (characters.length > 0) notes.push({ type: 'NameOutsideForms', characters });
  if (fields.relationTo !== null && fields.relationTo.date < today)
    notes.push({ type: 'RelationEnded', date: fields.relationTo.date });
  const paid = amountOf(read('paidAmount'));
  if (kind === 'payee' && !corporate && paid !== null && paid <= REPORT_THRESHOLD_YEN) notes.push({ type: 'BelowThreshold' });

  const allowed = purposesFor(kind, business).map(({ code }) => code);
  const ticked = sheet.columns.purposes.filter(({ column }) => isTicked(cleanCell(line.cells[column] ?? '')));
  for (const { purpose } of ticked) if (!allowed.includes(purpose)) notes.push({ type: 'PurposeNotAllowed', purpose });
  const purposes = corporate ? [] : ticked.map(({ purpose }) => purpose).filter((purpose) => allowed.includes(purpose));

  return {
    rowId: rowIdOf(fileIndex, line.line),
    fileIndex,
    line: line.line,
    kind,
    edits,
    fields,
    entitySaid: said,
    purposes: sheet.columns.purposes.length === 0 ? null : purposes,
    parentCode: read('parentCode'),
    parentName: read('parentName'),
    number: reading.individual,
    suggestedNumber: reading.suggested,
    numberGiven: given,
    birthShown: withoutNumbers(read('birthDate')),
    doubts,
    notes,
  };
};
