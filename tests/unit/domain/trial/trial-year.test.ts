import { expect, test } from 'vitest';
import { dayNumberOf, tokyoDateOf } from '../../../../src/core/domain/date/civil-date.ts';
import { individualCheckDigit, isIndividualNumber } from '../../../../src/core/domain/number/individual-number.ts';
import { isRehearsalDue } from '../../../../src/core/domain/recovery/rehearsal.ts';
import { TRIAL_PEOPLE } from '../../../../src/core/domain/trial/trial-firm.data.ts';
import { trialYear } from '../../../../src/core/domain/trial/trial-year.ts';

const DAY = 86_400_000;
/** Noon in Tokyo on each day of a leap year and a common one. */
const NOONS = Array.from({ length: 731 }, (_, no) => Date.UTC(2027, 0, 1, 3) + no * DAY);

test('nine people, of whom one has left and one has no number yet, whatever day it is', () => {
  for (const now of NOONS) {
    const acts = trialYear(now).acts.map(({ act }) => act);
    const whoOf = (type: string) => acts.flatMap((act) => (act.type === type && 'who' in act ? [act.who] : []));
    expect(whoOf('register').toSorted()).toEqual(Object.keys(TRIAL_PEOPLE).toSorted());
    expect(whoOf('number').toSorted()).toEqual(Object.keys(TRIAL_PEOPLE).filter((who) => who !== 'newcomer').toSorted());
    expect(whoOf('leave')).toEqual(['leaver']);
  }
});

test('a year lies in it, in order, on workdays in the morning, and none of it today', () => {
  for (const now of NOONS) {
    const { madeAt, acts } = trialYear(now);
    const times = [madeAt, ...acts.map(({ at }) => at)];
    expect(now - madeAt).toBeGreaterThan(365 * DAY);
    expect(now - (times.at(-1) ?? 0)).toBeGreaterThan(8 * DAY);
    // Reading a copy back takes its time too.
    expect(times.filter((at, no) => no > 0 && at - (times[no - 1] ?? 0) <= 31_000)).toEqual([]);
    const hours = times.map((at) => ((at + 9 * 3_600_000) % DAY) / 3_600_000);
    expect(hours.filter((hour) => hour < 9 || hour >= 12)).toEqual([]);
    expect(times.filter((at) => [0, 6].includes((dayNumberOf(tokyoDateOf(at)) + 4) % 7))).toEqual([]);
  }
});

test('nobody is met before being entered or after leaving, and every opening is closed', () => {
  for (const now of NOONS) {
    const there = new Set<string>();
    let open = true;
    for (const { act } of trialYear(now).acts) {
      if (act.type === 'register') there.add(act.who);
      else if ('who' in act) expect([act.type, act.who, there.has(act.who)]).toEqual([act.type, act.who, true]);
      if (act.type === 'leave') there.delete(act.who);
      if (act.type === 'open') expect(open).toBe(false);
      else if (act.type !== 'mistype') expect(open).toBe(true);
      if (act.type === 'open') open = true;
      if (act.type === 'close') open = false;
    }
    expect(open).toBe(false);
  }
});

test('the newest copy is old enough to be asked for', () => {
  for (const now of NOONS) {
    const copies = trialYear(now).acts.filter(({ act }) => act.type === 'copy');
    expect(copies.length).toBeGreaterThan(9);
    expect(now - (copies.at(-1)?.at ?? 0)).toBeGreaterThan(35 * DAY);
  }
});

test('nobody who tries it is asked for a recovery sheet that nobody has', () => {
  for (const now of NOONS) {
    const [rehearsed, ...more] = trialYear(now).acts.filter(({ act }) => act.type === 'rehearse');
    expect(more).toEqual([]);
    expect(isRehearsalDue(tokyoDateOf(rehearsed?.at ?? 0), tokyoDateOf(now))).toBe(false);
  }
});

test('its numbers are made up, each its own, with check digits that hold', () => {
  const numbers = Object.values(TRIAL_PEOPLE).flatMap(({ number }) => (number === null ? [] : [number + String(individualCheckDigit(number))]));
  expect(numbers.every((text) => text.startsWith('9000') && isIndividualNumber(text))).toBe(true);
  expect(new Set(numbers).size).toBe(8);
});
