import type { Messages } from '../messages.ts';

const count = (entries: number): string => `${entries.toLocaleString('en')} ${entries === 1 ? 'entry' : 'entries'}`;

export const records = {
  title: 'Record of handling',
  why: 'When, who, what, whose and why. It cannot be rewritten afterwards.',
  count,
  found: (found: number, all: number): string => `${found.toLocaleString('en')} of ${count(all)}`,
  verify: 'Verify',
  checkpoint: 'Checkpoint',
  export: 'Write out',
  loading: 'Reading the record',
  table: 'Record of handling, newest first',
  columns: { no: 'No.', when: 'When', who: 'Who', what: 'What', whose: 'Whose', why: 'Why, outcome' },
  noOf: (no: number): string => `No. ${no.toLocaleString('en')}`,
  earlier: 'earlier record',
  gone: 'no longer registered',
  state: {
    never: 'Not verified yet',
    neverWhy: 'Verifying shows that nothing is missing from the first entry to the last.',
    good: 'Nothing is missing, nothing was rewritten',
    goodSoFar: 'Unbroken as far as it was checked',
    stale: 'The last verification is some time ago',
    goodWhy: (when: string, since: number): string =>
      `Verified ${when}.${since === 0 ? '' : ` ${count(since)} since then not checked yet.`}`,
    bad: 'Problems were found',
    badWhy: (when: string): string => `Found by the verification of ${when}. Verify again to see what they are.`,
  },
  filter: {
    title: 'Narrow down',
    open: 'Narrow down',
    from: 'From',
    to: 'To',
    person: 'Whose',
    personHint: 'Name, reading or code',
    member: 'Who',
    memberAll: 'All members',
    action: 'What',
    actionAll: 'All acts',
    actionGroup: (group: string): string => `${group} (all)`,
    spans: { today: 'Today', month: 'Last 30 days', year: 'Last year' },
    span: 'Period',
    clear: 'Show everything',
  },
  emptyTitle: 'There are no entries yet',
  noHitTitle: 'No entry fits',
  noHitWhy: 'Widen the period, or show everything.',
  pages: 'Pages',
  newer: 'Newer',
  older: 'Older',
  range: (from: number, to: number, total: number): string =>
    `${from.toLocaleString('en')} to ${to.toLocaleString('en')} of ${count(total)}`,
} satisfies Messages['records'];
