import { bigVarintAt } from './varint.ts';

const FILE_MAGIC = Buffer.from('SQLite format 3\0', 'latin1');
const WAL_MAGICS = new Set([0x377f0682, 0x377f0683]);

/** Kinds of pages that hold rows (file format section 1.6): leaves of tables, leaves and branches of indexes. */
const TABLE_LEAF = 13;
const INDEX_LEAF = 10;
const INDEX_BRANCH = 2;

interface Pages {
  readonly usable: number;
  /** Every page that is there, the older states of one page too. */
  readonly all: readonly Buffer[];
  readonly byNumber: ReadonlyMap<number, Buffer>;
}

const pagesOfFile = (file: Buffer): Pages => {
  const written = file.readUInt16BE(16);
  const size = written === 1 ? 65_536 : written;
  const all: Buffer[] = [];
  for (let at = 0; at + size <= file.length; at += size) all.push(file.subarray(at, at + size));
  return { usable: size - (file[20] ?? 0), all, byNumber: new Map(all.map((page, no) => [no + 1, page])) };
};

/** A write-ahead log: a header of 32 bytes, then pages with a header of 24 bytes each, which begins with the page's number. */
const pagesOfLog = (file: Buffer): Pages => {
  const size = file.readUInt32BE(8);
  const numbered: [number, Buffer][] = [];
  for (let at = 32; at + 24 + size <= file.length; at += 24 + size) numbered.push([file.readUInt32BE(at), file.subarray(at + 24, at + 24 + size)]);
  return { usable: size, all: numbered.map(([, page]) => page), byNumber: new Map(numbered) };
};

const pagesOf = (file: Buffer): Pages | null => {
  if (file.length < 512) return null;
  if (file.subarray(0, 16).equals(FILE_MAGIC)) return pagesOfFile(file);
  return WAL_MAGICS.has(file.readUInt32BE(0)) ? pagesOfLog(file) : null;
};

/** How much of a row lies in its own page (section 1.6); the rest is on pages that form a chain. */
const localLength = (length: number, kind: number, usable: number): number => {
  const most = kind === TABLE_LEAF ? usable - 35 : Math.floor(((usable - 12) * 64) / 255) - 23;
  if (length <= most) return length;
  const least = Math.floor(((usable - 12) * 32) / 255) - 23;
  const fitting = least + ((length - least) % (usable - 4));
  return fitting <= most ? fitting : least;
};

interface Row {
  readonly bytes: Buffer;
  /** It lies on several pages. */
  readonly torn: boolean;
}

const rowAt = (page: Buffer, cell: number, kind: number, { usable, byNumber }: Pages): Row => {
  const length = bigVarintAt(page, kind === INDEX_BRANCH ? cell + 4 : cell);
  const from = kind === TABLE_LEAF ? bigVarintAt(page, length.next).next : length.next;
  const local = localLength(length.value, kind, usable);
  const pieces = [page.subarray(from, from + local)];
  let left = length.value - local;
  let next = left > 0 ? page.readUInt32BE(from + local) : 0;
  while (left > 0) {
    const chained = byNumber.get(next);
    if (chained === undefined) break;
    pieces.push(chained.subarray(4, 4 + Math.min(left, usable - 4)));
    left -= usable - 4;
    next = chained.readUInt32BE(0);
  }
  return { bytes: Buffer.concat(pieces), torn: pieces.length > 1 };
};

const rowsOf = (page: Buffer, pages: Pages): readonly Row[] => {
  const head = page.subarray(0, 16).equals(FILE_MAGIC) ? 100 : 0;
  const kind = page[head] ?? 0;
  if (kind !== TABLE_LEAF && kind !== INDEX_LEAF && kind !== INDEX_BRANCH) return [];
  const rows: Row[] = [];
  const pointers = head + (kind === INDEX_BRANCH ? 12 : 8);
  for (let no = 0; no < page.readUInt16BE(head + 3); no += 1) {
    try {
      rows.push(rowAt(page, page.readUInt16BE(pointers + 2 * no), kind, pages));
    } catch {
      // A page of a chain may begin like one with rows.
    }
  }
  return rows;
};

const NUMBER_SIZES = [0, 1, 2, 3, 4, 6, 8, 8, 0, 0];

/** A text or blob of a row. */
export interface SqliteValue {
  readonly bytes: Buffer;
  /** The file does not show it in one piece. */
  readonly torn: boolean;
}

/** Section 2.1. */
const valuesOf = ({ bytes, torn }: Row): readonly SqliteValue[] => {
  const header = bigVarintAt(bytes, 0);
  const values: SqliteValue[] = [];
  let value = header.value;
  for (let at = header.next; at < header.value; ) {
    const type = bigVarintAt(bytes, at);
    at = type.next;
    const size = type.value < 12 ? (NUMBER_SIZES[type.value] ?? 0) : Math.floor((type.value - 12) / 2);
    if (type.value >= 12) values.push({ bytes: bytes.subarray(value, value + size), torn });
    value += size;
  }
  return values;
};

/** Every text and blob of every row. Empty when this is neither a database nor the log of one. */
export const sqliteValues = (file: Buffer): readonly SqliteValue[] => {
  const pages = pagesOf(file);
  if (pages === null) return [];
  return pages.all.flatMap((page) => {
    try {
      return rowsOf(page, pages).flatMap(valuesOf);
    } catch {
      return [];
    }
  });
};
