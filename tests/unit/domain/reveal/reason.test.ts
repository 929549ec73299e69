import { expect, test } from 'vitest';
import { isRevealReason, REVEAL_REASONS, reasonsFor } from '../../../../src/core/domain/reveal/reason.ts';
import { isReasonServing, reasonServesUntil } from '../../../../src/core/domain/reveal/work-session.ts';

test('reasons are the purposes and two more', () => {
  expect(REVEAL_REASONS).toContain('wage-withholding');
  expect(reasonsFor(['rent-report'])).toEqual(['rent-report', 'inquiry', 'input-check']);
  expect([isRevealReason('inquiry'), isRevealReason('curiosity'), isRevealReason(null)]).toEqual([true, false, false]);
});

test('a reason serves ten minutes from its giving, and no clock put back prolongs it', () => {
  const given = { reason: 'inquiry', givenAt: 1_000_000 } as const;
  expect(isReasonServing(given, 1_000_000)).toBe(true);
  expect(isReasonServing(given, 1_599_999)).toBe(true);
  expect(isReasonServing(given, 1_600_000)).toBe(false);
  expect(isReasonServing(given, 999_999)).toBe(false);
  expect(isReasonServing(null, 0)).toBe(false);
  expect(reasonServesUntil(given)).toBe(1_600_000);
});
