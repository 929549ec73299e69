import { expect, test } from 'vitest';
import { createInstallModel } from '../../../src/app/models/install-model.ts';

interface Start {
  readonly inOwnWindow?: boolean;
  /** What Apple's phones and tablets say; absent everywhere else. */
  readonly standalone?: boolean;
}

/** A window with what the model asks of one. */
const startIn = ({ inOwnWindow = false, standalone }: Start = {}) => {
  const display = Object.assign(new EventTarget(), { matches: inOwnWindow });
  const page = Object.assign(new EventTarget(), {
    navigator: standalone === undefined ? {} : { standalone },
    matchMedia: (query: string) => (query === '(display-mode: standalone)' ? display : undefined),
  });
  const model = createInstallModel(page as unknown as Window);
  return { model, page, display };
};

const promptEvent = () => {
  let prompts = 0;
  const prompt = async () => {
    prompts += 1;
  };
  return { event: Object.assign(new Event('beforeinstallprompt', { cancelable: true }), { prompt }), prompts: () => prompts };
};

test.each([
  ['a tab', {}, false, false],
  ['a window of its own', { inOwnWindow: true }, true, false],
  ["a tab of Apple's", { standalone: false }, false, true],
  ["Apple's home screen", { standalone: true }, true, false],
] as const)('in %s', (_, start, installed, mustInstallFirst) => {
  const { model } = startIn(start);
  expect([model.installed.value, model.mustInstallFirst.value, model.offer.value]).toEqual([installed, mustInstallFirst, null]);
});

test('who goes on without installing is not asked again', () => {
  const { model } = startIn({ standalone: false });
  model.skip();
  expect([model.mustInstallFirst.value, model.installed.value]).toEqual([false, false]);
});

test("the browser's own question is held back and can be put once", async () => {
  const { model, page } = startIn();
  const asked = promptEvent();
  page.dispatchEvent(asked.event);
  expect([asked.event.defaultPrevented, asked.prompts()]).toEqual([true, 0]);
  await model.offer.value?.();
  expect([asked.prompts(), model.offer.value]).toEqual([1, null]);
});

test('an event that cannot be put to the user is no offer', () => {
  const { model, page } = startIn();
  const event = new Event('beforeinstallprompt', { cancelable: true });
  page.dispatchEvent(event);
  expect([event.defaultPrevented, model.offer.value]).toEqual([false, null]);
});

test('once installed there is nothing left to offer', () => {
  const { model, page } = startIn();
  page.dispatchEvent(promptEvent().event);
  page.dispatchEvent(new Event('appinstalled'));
  expect([model.installed.value, model.offer.value]).toEqual([true, null]);
});

test('a tab that becomes a window of its own is noticed, and back', () => {
  const { model, display } = startIn();
  for (const matches of [true, false]) {
    display.matches = matches;
    display.dispatchEvent(new Event('change'));
    expect(model.installed.value).toBe(matches);
  }
});
