import { expect, it } from 'vitest';
import type { CivilDate } from '../../../../src/core/domain/date/civil-date.ts';
import { mergeLives } from '../../../../src/core/domain/life/merge-lives.ts';
import type { PersonLife } from '../../../../src/core/domain/life/person-life.ts';
import { LIFE_LIMITS, NO_LIFE } from '../../../../src/core/domain/life/person-life.ts';

const day = (text: string): CivilDate => text as CivilDate;
const asked = (askedOn: string) => ({ askedOn: day(askedOn), way: 'spoken', explained: false, refused: null }) as const;
const lifeOf = (change: Partial<PersonLife>): PersonLife => ({ ...NO_LIFE, ...change });

it('what is known of either is known, each once, by its day', () => {
  const merged = mergeLives(lifeOf({ requests: [asked('2026-03-01'), asked('2026-01-01')] }), lifeOf({ requests: [asked('2026-02-01'), asked('2026-03-01')] }));
  expect(merged.requests.map(({ askedOn }) => askedOn)).toEqual(['2026-01-01', '2026-02-01', '2026-03-01']);
});

it('of more than a record keeps the newest stay', () => {
  const many = Array.from({ length: LIFE_LIMITS.requests }, (_, n) => asked(`2020-01-${String(n + 1).padStart(2, '0')}`));
  const { requests } = mergeLives(lifeOf({ requests: many }), lifeOf({ requests: [asked('2026-01-01')] }));
  expect([requests.length, requests.at(0)?.askedOn, requests.at(-1)?.askedOn]).toEqual([LIFE_LIMITS.requests, '2020-01-02', '2026-01-01']);
});

it('where one thing alone can be true, that of the one that stays is', () => {
  const [kept, dropped] = [lifeOf({ lastPay: day('2026-12-25'), payment: { code: 'fees', staysBelow: true } }), lifeOf({ lastPay: day('2025-12-25'), destroyedOn: day('2030-01-01') })];
  expect(mergeLives(kept, dropped)).toMatchObject({ lastPay: '2026-12-25', payment: { code: 'fees' }, destroyedOn: '2030-01-01', returned: null });
});
