import { describe, expect, test } from 'vitest';
import { createNumberRevealModel } from '../../../../src/app/models/number-reveal-model.ts';
import type { Result } from '../../../../src/core/domain/result.ts';
import { ok } from '../../../../src/core/domain/result.ts';
import { fakeNumber, fakePersonId } from '../../../support/fake-persons.ts';
import { held, settle, testVault } from './support.ts';

const MISAKI = { id: fakePersonId(1), purposes: ['wage-withholding'] as const };

describe('showing a number', () => {
  test('asks for a reason first; the person’s purposes and the two that hold for everybody', async () => {
    const model = createNumberRevealModel(testVault(), MISAKI);
    await model.begin();
    expect(model.reveal.value).toEqual({ at: 'asking' });
    expect(model.reasons).toEqual(['wage-withholding', 'inquiry', 'input-check']);
  });

  test('shows for twenty seconds, then nothing is left', async () => {
    const vault = testVault();
    const model = createNumberRevealModel(vault, MISAKI);
    await model.show('inquiry');
    expect(model.reveal.value).toMatchObject({ at: 'shown', digits: fakeNumber(1), left: 20 });
    vault.time += 19_100;
    model.tick();
    expect(model.reveal.value).toMatchObject({ at: 'shown', left: 1 });
    vault.time += 900;
    model.tick();
    expect(model.reveal.value).toEqual({ at: 'hidden' });
    expect(JSON.stringify(model.reveal.value)).not.toContain('9000');
  });

  test('as long again on request, and by the clock: a device that slept has no time left', async () => {
    const vault = testVault();
    const model = createNumberRevealModel(vault, MISAKI);
    await model.show('inquiry');
    vault.time += 15_000;
    model.prolong();
    vault.time += 15_000;
    model.tick();
    expect(model.reveal.value).toMatchObject({ at: 'shown', left: 5 });
    vault.time += 3_600_000;
    model.tick();
    expect(model.reveal.value).toEqual({ at: 'hidden' });
    model.prolong();
    expect(model.reveal.value).toEqual({ at: 'hidden' });
  });

  test('hides when the clock is put back', async () => {
    const vault = testVault();
    const model = createNumberRevealModel(vault, MISAKI);
    await model.show('inquiry');
    vault.time -= 60_000;
    model.tick();
    expect(model.reveal.value).toEqual({ at: 'hidden' });
  });

  test('a reason that serves is not asked again; each showing is one call', async () => {
    const vault = testVault();
    await createNumberRevealModel(vault, MISAKI).show('inquiry');
    const model = createNumberRevealModel(vault, { id: fakePersonId(2), purposes: [] });
    vault.time += 60_000;
    await model.begin();
    expect(model.reveal.value).toMatchObject({ at: 'shown', digits: fakeNumber(2) });
    expect(vault.calls.filter(({ name }) => name === 'revealNumber')).toHaveLength(2);
  });

  test('a reason that is none of this person’s is asked for, and so is one that has run out', async () => {
    const vault = testVault();
    await createNumberRevealModel(vault, MISAKI).show('wage-withholding');
    const other = createNumberRevealModel(vault, { id: fakePersonId(11), purposes: ['remuneration-report'] });
    await other.begin();
    expect(other.reveal.value).toEqual({ at: 'asking' });
    vault.time += 11 * 60_000;
    const late = createNumberRevealModel(vault, MISAKI);
    await late.begin();
    expect(late.reveal.value).toEqual({ at: 'asking' });
  });

  test('an answer that comes after leaving puts nothing on the page', async () => {
    type Answer = Result<{ digits: string; reason: { reason: null; until: null } }, never>;
    const answer = held<Answer>();
    const model = createNumberRevealModel(testVault({ more: () => ({ revealNumber: () => answer.promise }) }), MISAKI);
    const showing = model.show('inquiry');
    model.hide();
    answer.give(ok({ digits: fakeNumber(1), reason: { reason: null, until: null } }));
    await showing;
    await settle();
    expect(model.reveal.value).toEqual({ at: 'hidden' });
  });

  test('a failure is told', async () => {
    const model = createNumberRevealModel(testVault(), { id: fakePersonId(4), purposes: [] });
    await model.show('inquiry');
    expect(model.reveal.value).toEqual({ at: 'failed', error: { type: 'NumberMissing' } });
  });
});
