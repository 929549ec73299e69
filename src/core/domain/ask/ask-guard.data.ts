/**
 * Yearly payments up to which no report of payments is due, in yen. Who is sure to stay at or below may not be asked for a number. `label`: the
 * payments it is about.
 */
export const PAYMENT_THRESHOLDS = [
  { code: 'fees', purpose: 'remuneration-report', yen: 50_000, label: '士業の報酬・原稿料・講演料など', source: 'https://kaikeisennin.com/02houtei1/01-03/01-01/index.html', confidence: 'H' },
  { code: 'agents', purpose: 'remuneration-report', yen: 500_000, label: '外交員・ホステスなどの報酬、広告の賞金', source: 'https://kaikeisennin.com/02houtei1/01-03/01-01/index.html', confidence: 'H' },
  { code: 'rent', purpose: 'rent-report', yen: 150_000, label: '不動産の使用料', source: 'https://tax-note.com/archives/1031', confidence: 'H' },
] as const;
