import { expect, test } from 'vitest';
import { createIdleTimer } from '../../../src/app/models/idle-timer.ts';

const setUp = (working = () => false) => {
  const clock = { now: 1_000_000 };
  let locks = 0;
  let minutes = 5;
  const idle = createIdleTimer({
    now: () => clock.now,
    minutes: () => minutes,
    warningSeconds: 30,
    working,
    onIdle: () => (locks += 1),
  });
  const pass = (seconds: number): void => {
    clock.now += seconds * 1000;
    idle.tick();
  };
  return { clock, idle, pass, locks: () => locks, setMinutes: (next: number) => (minutes = next) };
};

test('warns 30 seconds before, counts down, locks once', () => {
  const { idle, pass, locks } = setUp();
  pass(269);
  expect(idle.warning.value).toBeNull();
  pass(1);
  expect(idle.warning.value).toBe(30);
  pass(29);
  expect(idle.warning.value).toBe(1);
  expect(locks()).toBe(0);
  pass(1);
  expect(locks()).toBe(1);
  pass(10);
  expect(locks()).toBe(1);
});

test('a touch begins anew and takes the warning away', () => {
  const { idle, pass, locks } = setUp();
  pass(280);
  idle.touch();
  expect(idle.warning.value).toBeNull();
  pass(280);
  expect(locks()).toBe(0);
});

test('a device that slept past the time locks at its first tick', () => {
  const { pass, locks } = setUp();
  pass(8 * 3600);
  expect(locks()).toBe(1);
});

test('work under way is not cut off, but the lock follows it', () => {
  let working = true;
  const { pass, locks } = setUp(() => working);
  pass(400);
  expect(locks()).toBe(0);
  working = false;
  pass(1);
  expect(locks()).toBe(1);
});

test('a clock put back does not postpone the lock without end', () => {
  const { clock, pass, locks } = setUp();
  clock.now -= 3_600_000;
  pass(0);
  pass(299);
  expect(locks()).toBe(0);
  pass(1);
  expect(locks()).toBe(1);
});

test('a shorter setting counts at once', () => {
  const { pass, locks, setMinutes } = setUp();
  pass(61);
  setMinutes(1);
  pass(0);
  expect(locks()).toBe(1);
});

test('work that never ends does not keep the vault open for ever', () => {
  let now = 0;
  let locked = 0;
  const timer = createIdleTimer({ now: () => now, minutes: () => 5, warningSeconds: 30, working: () => true, onIdle: () => (locked += 1) });
  now = 19 * 60_000;
  timer.tick();
  expect(locked).toBe(0);
  now = 21 * 60_000;
  timer.tick();
  expect(locked).toBe(1);
});
