/**
 * Japanese eras, oldest first. `from` and `until` are inclusive. Where the name changed during a day
 * (1912-07-30, 1926-12-25) both names are accepted for it; writing a date uses the later one.
 * Meiji begins in 1868, but the Gregorian calendar in Japan only on 1873-01-01 (Meiji 6): earlier days
 * were written in the old calendar and are not converted here.
 */
export const ERAS = [
  { code: 'meiji', letter: 'M', label: '明治', short: '明', firstYear: 1868, from: '1873-01-01', until: '1912-07-30' },
  { code: 'taisho', letter: 'T', label: '大正', short: '大', firstYear: 1912, from: '1912-07-30', until: '1926-12-25' },
  { code: 'showa', letter: 'S', label: '昭和', short: '昭', firstYear: 1926, from: '1926-12-25', until: '1989-01-07' },
  { code: 'heisei', letter: 'H', label: '平成', short: '平', firstYear: 1989, from: '1989-01-08', until: '2019-04-30' },
  { code: 'reiwa', letter: 'R', label: '令和', short: '令', firstYear: 2019, from: '2019-05-01', until: '9999-12-31' },
] as const;

/** The characters of a written date: first year, year, month, day, and the optional mark of the western calendar. */
export const DATE_MARKS = { first: '元', year: '年', month: '月', day: '日', western: '西暦' } as const;
