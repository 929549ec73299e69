import { useEffect } from 'preact/hooks';
import type { IdleTimer } from '../../app/models/idle-timer.ts';

const TOUCHES = ['pointerdown', 'keydown', 'wheel', 'touchstart', 'input'] as const;
const TICK_MS = 1000;

/** Feeds the idle timer from the page: touches, seconds, and the moment a sleeping page wakes. */
export const useIdle = (idle: IdleTimer): void => {
  useEffect(() => {
    const timer = setInterval(idle.tick, TICK_MS);
    const wake = (): void => idle.tick();
    for (const touch of TOUCHES) document.addEventListener(touch, idle.touch, { passive: true, capture: true });
    document.addEventListener('visibilitychange', wake);
    return () => {
      clearInterval(timer);
      for (const touch of TOUCHES) document.removeEventListener(touch, idle.touch, { capture: true });
      document.removeEventListener('visibilitychange', wake);
    };
  }, [idle]);
};
