import { signal } from '@preact/signals';
import type { ReadonlySignal } from '@preact/signals';

export interface IdleTimer {
  /** Seconds until the lock once the warning has begun; null before. */
  readonly warning: ReadonlySignal<number | null>;
  /** Something was touched: begins anew. */
  readonly touch: () => void;
  /** To be called about every second, and when the page wakes: a sleeping device ticks not at all. */
  readonly tick: () => void;
}

/** Longer than any work takes; after that the worker hangs, and must not keep the vault open for ever. */
const MOST_WORK_SECONDS = 15 * 60;

/**
 * Counts by the clock and not by ticks, because timers stand still while a device sleeps. While the worker is at work
 * (`working`), nothing is locked: ending it in the middle would throw the work away.
 */
export const createIdleTimer = (deps: {
  readonly now: () => number;
  /** Minutes without a touch, read at every tick: the setting may change. */
  readonly minutes: () => number;
  readonly warningSeconds: number;
  readonly working: () => boolean;
  readonly onIdle: () => void;
}): IdleTimer => {
  const warning = signal<number | null>(null);
  let touchedAt = deps.now();
  let fired = false;

  const touch = (): void => {
    touchedAt = deps.now();
    warning.value = null;
  };
  const tick = (): void => {
    if (fired) return;
    // A clock put back would postpone the lock without end.
    if (deps.now() < touchedAt) touchedAt = deps.now();
    const left = Math.ceil((touchedAt + deps.minutes() * 60_000 - deps.now()) / 1000);
    if (left <= 0 && (!deps.working() || left < -MOST_WORK_SECONDS)) {
      fired = true;
      warning.value = null;
      deps.onIdle();
      return;
    }
    const next = left > deps.warningSeconds ? null : Math.max(left, 0);
    if (warning.peek() !== next) warning.value = next;
  };
  return { warning, touch, tick };
};
