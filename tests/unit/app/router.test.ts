import { expect, test } from 'vitest';
import { createOrdinals } from '../../../src/app/router/ordinals.ts';
import type { RouterPlatform } from '../../../src/app/router/router.ts';
import { createRouter } from '../../../src/app/router/router.ts';
import type { RouteId } from '../../../src/app/router/routes.ts';
import { hrefTo, parseHash, ROUTES } from '../../../src/app/router/routes.ts';
import { ja } from '../../../src/i18n/ja.ts';

/** A browser's address line: a history that can be gone back in. */
const addressLine = (start: string) => {
  const history = [start];
  let listener = (): void => undefined;
  let ask = (): boolean => false;
  const platform: RouterPlatform = {
    hash: () => history.at(-1) ?? '',
    push: (hash) => void history.push(hash),
    replace: (hash) => void history.splice(-1, 1, hash),
    onHashChange: (heard) => (listener = heard),
    onBeforeUnload: (asked) => (ask = asked),
  };
  return {
    platform,
    history,
    back: () => {
      history.pop();
      listener();
    },
    type: (hash: string) => {
      history.push(hash);
      listener();
    },
    closes: () => !ask(),
  };
};

test('every route is found again from its own address, and no two share one', () => {
  const ids = Object.keys(ROUTES) as RouteId[];
  for (const id of ids) expect(parseHash(hrefTo(id))).toEqual({ id, no: null });
  expect(new Set(ids.map((id) => hrefTo(id))).size).toBe(ids.length);
});

test('every route has a title', () => {
  for (const { title } of Object.values(ROUTES)) expect(ja.titles[title]).toMatch(/./);
});

test('an address carries an ordinal and nothing else', () => {
  expect(hrefTo('person', 3)).toBe('#/person/3');
  expect(parseHash('#/person/3')).toEqual({ id: 'person', no: 3 });
  for (const hash of ['#/person/0', '#/person/-1', '#/person/abc', '#/person/3/4', '#/home/3', '#/person/12345678901'])
    expect(parseHash(hash)).toBeNull();
});

test('an unknown address leads to the start', () => {
  expect(createRouter(addressLine('#/nothing').platform).place.value).toEqual({ id: 'first', no: null });
  expect(createRouter(addressLine('').platform).place.value.id).toBe('first');
});

test('going and going back', () => {
  const line = addressLine('#/home');
  const router = createRouter(line.platform);
  router.go('person', 2);
  expect(router.place.value).toEqual({ id: 'person', no: 2 });
  line.back();
  expect(router.place.value.id).toBe('home');
});

test('replacing leaves no step to go back to', () => {
  const line = addressLine('#/create');
  createRouter(line.platform).replace('kit');
  expect(line.history).toEqual(['#/kit']);
});

test('unsaved input is asked for before a link, the back button and the end of the page', () => {
  const line = addressLine('#/home');
  const router = createRouter(line.platform);
  router.go('register');
  router.guard(() => true);

  router.go('records');
  expect(router.place.value.id).toBe('register');
  expect(router.asking.value).toEqual({ id: 'records', no: null });
  router.stay();
  expect(router.asking.value).toBeNull();

  line.back();
  expect(router.place.value.id).toBe('register');
  expect(line.history).toEqual(['#/register']);
  expect(line.closes()).toBe(false);

  router.leave();
  expect(router.place.value.id).toBe('home');
  expect(line.closes()).toBe(true);
});

test('an act that ends the session waits for unsaved input to be given up', () => {
  const router = createRouter(addressLine('#/register').platform);
  let dirty = true;
  let ended = 0;
  const end = (): void => {
    ended += 1;
  };
  router.guard(() => dirty);

  router.end(end);
  expect([ended, router.asking.value]).toEqual([0, 'end']);
  router.stay();
  router.leave();
  expect([ended, router.asking.value]).toEqual([0, null]);

  router.guard(() => dirty);
  router.end(end);
  router.leave();
  expect([ended, router.asking.value]).toEqual([1, null]);
  dirty = false;
  router.end(end);
  expect(ended).toBe(2);
});

test('a guard that has nothing to keep lets go, and a released one too', () => {
  const router = createRouter(addressLine('#/register').platform);
  let dirty = false;
  const release = router.guard(() => dirty);
  router.go('home');
  expect(router.place.value.id).toBe('home');
  dirty = true;
  router.guard(() => dirty)();
  release();
  router.go('records');
  expect(router.place.value.id).toBe('records');
});

test('a question goes with the form it was about: nobody answers it in the next session', () => {
  const router = createRouter(addressLine('#/register').platform);
  let ended = 0;
  const release = router.guard(() => true);
  router.end(() => (ended += 1));
  expect(router.asking.value).toBe('end');
  release();
  expect(router.asking.value).toBeNull();
  router.guard(() => true);
  router.leave();
  expect(ended).toBe(0);
});

test('ordinals are given in order, kept, and mean nothing to another session', () => {
  const ordinals = createOrdinals();
  expect([ordinals.of('b'), ordinals.of('a'), ordinals.of('b')]).toEqual([1, 2, 1]);
  expect([ordinals.idOf(2), ordinals.idOf(3), ordinals.idOf(null)]).toEqual(['a', null, null]);
  expect(createOrdinals().idOf(1)).toBeNull();
});
