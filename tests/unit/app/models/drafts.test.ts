import { expect, test } from 'vitest';
import type { Draft } from '../../../../src/app/models/drafts.ts';
import { createDrafts } from '../../../../src/app/models/drafts.ts';
import type { VaultError } from '../../../../src/core/contract/errors.ts';
import { err, ok } from '../../../../src/core/domain/result.ts';
import { settle } from './support.ts';

const draft = (name: string): Draft => ({ route: 'register', fields: { name } });

/** A vault that keeps one draft; `failing` answers instead as often as it has something. */
const desk = (failing: VaultError[] = []) => {
  const saves: (string | null)[] = [];
  const drafts = createDrafts(async (next) => {
    saves.push(next?.fields.name ?? null);
    const error = failing.shift();
    return error === undefined ? ok(null) : err(error);
  });
  return { drafts, saves };
};

test('what stands in a form is stored once, and again when it has changed', async () => {
  const { drafts, saves } = desk();
  let typed: string | null = null;
  drafts.keep(() => (typed === null ? null : draft(typed)));
  const step = async (text: string | null): Promise<void> => {
    typed = text;
    drafts.store();
    await settle();
  };
  for (const text of [null, 'a', 'a', 'ab']) await step(text);
  expect(saves).toEqual(['a', 'ab']);
  expect(drafts.isStored(draft('ab'))).toBe(true);
});

test('a form that ends takes what was stored away with it, and one that stored nothing writes nothing', async () => {
  const { drafts, saves } = desk();
  const release = drafts.keep(() => draft('a'));
  drafts.store();
  await settle();
  release();
  await settle();
  drafts.keep(() => null)();
  await settle();
  expect(saves).toEqual(['a', null]);
});

test('what changes while it is being stored is stored after it', async () => {
  const { drafts, saves } = desk();
  let typed = 'a';
  drafts.keep(() => draft(typed));
  drafts.store();
  typed = 'ab';
  drafts.store();
  await settle();
  expect(saves).toEqual(['a', 'ab']);
});

test('a draft of before lies in the vault until it is taken up or given up', async () => {
  const { drafts, saves } = desk();
  drafts.offer(draft('before'));
  await settle();
  expect(drafts.collect()).toEqual(draft('before'));
  expect(drafts.take('home', () => true)).toBeNull();
  expect(drafts.take('register', ({ name }) => name === 'somebody else')).toBeNull();
  drafts.drop();
  await settle();
  expect(saves).toEqual(['before', null]);
  drafts.offer(draft('before'));
  await settle();
  expect(drafts.take('register', () => true)).toEqual({ name: 'before' });
  expect(drafts.offered.value).toBeNull();
  expect(drafts.isStored(draft('before'))).toBe(true);
});

test('nothing is stored once the vault closes: a form that goes with it does not take the draft along', async () => {
  const { drafts, saves } = desk();
  const release = drafts.keep(() => draft('a'));
  drafts.store();
  await settle();
  drafts.close();
  release();
  drafts.store();
  await settle();
  expect(saves).toEqual(['a']);
});

test('what was refused is tried again when it changes; what only met another write, the next time', async () => {
  const { drafts, saves } = desk([{ type: 'StorageFull' }, { type: 'ChangedMeanwhile' }]);
  let typed = 'a';
  drafts.keep(() => draft(typed));
  for (const text of ['a', 'a', 'ab', 'ab', 'ab']) {
    typed = text;
    drafts.store();
    await settle();
  }
  expect(saves).toEqual(['a', 'ab', 'ab']);
});

test('an offered draft about someone who is gone comes back by no other form; one about somebody else is sealed anew', async () => {
  const { drafts, saves } = desk();
  for (const isAbout of [true, false]) {
    drafts.offer(draft('before'));
    await settle();
    saves.length = 0;
    drafts.forget(({ fields }) => isAbout && fields.name === 'before');
    await settle();
    expect(saves).toEqual([isAbout ? null : 'before']);
    let typed: string | null = 'other';
    const release = drafts.keep(() => (typed === null ? null : draft(typed)));
    drafts.store();
    await settle();
    typed = null;
    release();
    await settle();
    expect(saves).toEqual(isAbout ? [null, 'other', null] : ['before', 'other', 'before']);
  }
});
