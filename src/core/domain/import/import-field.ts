/** What a cell of a row may be about: the fields of a person, its number, and the code of whom a dependant hangs on. */
export const IMPORT_FIELDS = [
  'name',
  'kana',
  'code',
  'parentCode',
  'relationship',
  'corporateNumber',
  'birthDate',
  'postalCode',
  'address',
  'relationFrom',
  'relationTo',
  'purposes',
  'number',
] as const;

export type ImportField = (typeof IMPORT_FIELDS)[number];

export const isImportField = (value: unknown): value is ImportField => IMPORT_FIELDS.some((field) => field === value);

/** Fields of a person whose values may be shown side by side. Purposes are shown as their codes, joined by spaces. */
export type ShownField = Exclude<ImportField, 'number' | 'parentCode'>;

/** A number is never shown, not even in part: only that it is new, or another one. */
export type ImportFieldChange =
  | { readonly field: ShownField; readonly before: string; readonly after: string }
  | { readonly field: 'number'; readonly change: 'added' | 'replaced' };

/** How a second row about one person differs from the first. `another`: another number, or only one of them has one. */
export type RowDifference =
  | { readonly field: ShownField; readonly first: string; readonly second: string }
  | { readonly field: 'number'; readonly change: 'another' };
