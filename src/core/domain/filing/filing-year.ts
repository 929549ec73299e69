/** Years a filing can be of (年分): from the first with numbers on. As they stand in an entry. */
const FIRST_YEAR = 2016;
const LAST_YEAR = 2099;

export const FILING_YEARS: readonly `${number}`[] = Array.from({ length: LAST_YEAR - FIRST_YEAR + 1 }, (_, at): `${number}` => `${FIRST_YEAR + at}`);

export const isFilingYear = (year: number): boolean => Number.isSafeInteger(year) && year >= FIRST_YEAR && year <= LAST_YEAR;
