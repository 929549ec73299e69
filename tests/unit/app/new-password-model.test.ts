import { expect, test } from 'vitest';
import { createNewPasswordModel } from '../../../src/app/models/new-password-model.ts';
import { TRIAL_PASSWORD } from '../../../src/core/domain/trial/trial-password.ts';
import type { PasswordJudge } from '../../../src/app/platform/password-judge.ts';
import { createPasswordJudge } from '../../../src/app/platform/password-judge.ts';
import { passphraseOf } from '../../../src/core/domain/password/passphrase.ts';

const judge = createPasswordJudge();
const setUp = (loadJudge: () => Promise<PasswordJudge> = async () => judge) =>
  createNewPasswordModel({
    loadJudge,
    makeWords: async () => passphraseOf(Uint8Array.from({ length: 12 }, (_, at) => at * 21)),
    personal: () => ['nishishinjuku', 'satou'],
  });

test.each([
  ['sakura', 'TooShort'],
  ['aaaaaaaaaaaaaaaaaaaa', 'Repeated'],
  ['passwordpassword1', 'Common'],
  ['nishishinjuku-satou', 'Common'],
  ['abcdefghijklmnopqrstuvwxyz', 'Repeated'],
])('%s is refused as %s', (password, problem) => {
  const verdict = judge(password, ['nishishinjuku', 'satou']);
  expect(verdict.problem).toBe(problem);
  expect(verdict.score).toBeLessThan(2);
});

test('six words, and any long phrase of one\'s own, are good', () => {
  expect(judge('asagao-uchiwa-kakigoori', [])).toEqual({ problem: null, score: 4 });
  expect(judge('うちの猫は朝ごはんにうるさくて困る', []).problem).toBeNull();
  expect(judge(TRIAL_PASSWORD, ['体験用の見本', '見本']).problem).toBeNull();
});

test('a very long password takes no longer than a long one', () => {
  const time = (password: string): number => {
    const begun = performance.now();
    judge(password, []);
    return performance.now() - begun;
  };
  const long = Math.max(time('4Passw0rd'.repeat(8)), time('4Passw0rd'.repeat(8)));
  expect(time('4Passw0rd'.repeat(100))).toBeLessThan(3 * long + 100);
});

test('nothing is said before the lists are there, and settling waits for them', async () => {
  let deliver: (judge: PasswordJudge) => void = () => undefined;
  const model = setUp(() => new Promise((settle) => (deliver = settle)));
  model.type('asagao-uchiwa-kakigoori');
  expect(model.verdict.value).toBeNull();
  model.typeAgain('asagao-uchiwa-kakigoori');
  const settled = model.settle();
  deliver(judge);
  expect(await settled).toBe(true);
});

test('lists that did not load are asked for again, and until then nothing passes', async () => {
  let tries = 0;
  const model = setUp(async () => {
    tries += 1;
    if (tries === 1) throw new Error('offline');
    return judge;
  });
  model.type('asagao-uchiwa-kakigoori');
  model.typeAgain('asagao-uchiwa-kakigoori');
  await new Promise((settle) => setTimeout(settle, 0));
  expect(model.verdict.value).toBeNull();
  expect(await model.settle()).toBe(true);
  expect(tries).toBe(2);
});

test('the second typing must be the same', async () => {
  const model = setUp();
  model.type('asagao-uchiwa-kakigoori');
  expect(model.differs.value).toBe(false);
  model.typeAgain('asagao-uchiwa');
  expect(model.differs.value).toBe(true);
  expect(await model.settle()).toBe(false);
});

test('words are offered, taken into the first field only, and have to be typed once', async () => {
  const model = setUp();
  expect(model.touched()).toBe(false);
  model.typeAgain('something');
  expect(model.touched()).toBe(true);
  await model.offerWords();
  const text = model.offered.value?.text ?? '';
  expect(text.split('-')).toHaveLength(6);
  model.takeWords();
  expect([model.password.value, model.again.value, model.offered.value, model.touched()]).toEqual([text, '', null, true]);
  expect(await model.settle()).toBe(false);
  model.typeAgain(text);
  expect(await model.settle()).toBe(true);
});
