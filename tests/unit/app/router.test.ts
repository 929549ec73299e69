import { expect, test } from 'vitest';
import { createOrdinals } from '../../../src/app/router/ordinals.ts';
import type { RouterPlatform } from '../../../src/app/router/router.ts';
import { createRouter } from '../../../src/app/router/router.ts';
import type { RouteId } from '../../../src/app/router/routes.ts';
import { hrefTo, parseHash, ROUTES } from '../../../src/app/router/routes.ts';
import { ja } from '../../../src/i18n/ja.ts';

/** A browser's address line: a history that can be gone back in. */
const addressLine = (start: string) => {
  interface Entry {
    readonly hash: string;
    readonly state: number | null;
  }
  const history: Entry[] = [{ hash: start, state: null }];
  let at = 0;
  const shown = (): Entry => history[at] ?? { hash: '', state: null };
  const add = (entry: Entry): void => void history.splice(++at, history.length, entry);
  let listener = (): void => undefined;
  let ask = (): boolean => false;
  const pending: number[] = [];
  const hear = (): void => {
    // Popstate and hashchange tell of the same move; what the listener asks for comes after both.
    listener();
    listener();
    for (let steps = pending.shift(); steps !== undefined; steps = pending.shift()) travel(steps);
  };
  const travel = (steps: number): void => {
    if (history[at + steps] === undefined) return;
    at += steps;
    hear();
  };
  const platform: RouterPlatform = {
    hash: () => shown().hash,
    position: () => shown().state,
    mark: (state) => void history.splice(at, 1, { ...shown(), state }),
    push: (hash, state) => add({ hash, state }),
    replace: (hash, state) => void history.splice(at, 1, { hash, state }),
    travel: (steps) => void pending.push(steps),
    onHashChange: (heard) => (listener = heard),
    onBeforeUnload: (asked) => (ask = asked),
  };
  return {
    platform,
    hashes: () => history.map(({ hash }) => hash),
    at: () => at,
    settle: () => {
      for (let steps = pending.shift(); steps !== undefined; steps = pending.shift()) travel(steps);
    },
    travel,
    back: () => travel(-1),
    type: (hash: string) => {
      add({ hash, state: null });
      hear();
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
  expect(line.hashes()).toEqual(['#/kit']);
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
  expect(line.hashes()).toEqual(['#/home', '#/register']);
  expect(line.at()).toBe(1);
  expect(line.closes()).toBe(false);

  router.leave();
  line.settle();
  expect(line.at()).toBe(0);
  expect(router.place.value.id).toBe('home');
  expect(line.closes()).toBe(true);
});

test('whoever stays as often as they go back is where they were, and goes back step by step afterwards', () => {
  const line = addressLine('#/home');
  const router = createRouter(line.platform);
  router.go('persons');
  line.type('#/person/1');
  router.go('edit', 1);
  let dirty = true;
  router.guard(() => dirty);
  for (const steps of [-1, -1, -3, -2]) {
    line.travel(steps);
    expect(router.place.value).toEqual({ id: 'edit', no: 1 });
    expect(router.asking.value).not.toBeNull();
    router.stay();
    expect([line.at(), line.hashes()]).toEqual([3, ['#/home', '#/persons', '#/person/1', '#/edit/1']]);
  }
  dirty = false;
  const places = [0, 0, 0].map(() => {
    line.back();
    return router.place.value.id;
  });
  expect(places).toEqual(['person', 'persons', 'home']);
});

test('a link out of a form that is kept leaves no step on the way back, and leads there once the input is given up', () => {
  const line = addressLine('#/home');
  const router = createRouter(line.platform);
  router.go('register');
  router.guard(() => true);
  line.type('#/records');
  router.stay();
  line.type('#/copies');
  expect([line.at(), router.place.value.id]).toEqual([1, 'register']);
  router.leave();
  line.settle();
  expect([line.at(), router.place.value.id]).toEqual([2, 'copies']);
  line.back();
  line.back();
  expect([line.at(), router.place.value.id]).toEqual([0, 'home']);
});

test('after a reload entries are counted on from where they were', () => {
  const line = addressLine('#/home');
  createRouter(line.platform).go('register');
  const router = createRouter(line.platform);
  router.guard(() => true);
  line.back();
  expect([line.at(), router.place.value.id]).toEqual([1, 'register']);
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
