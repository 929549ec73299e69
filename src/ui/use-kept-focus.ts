import type { RefObject } from 'preact';
import { useEffect, useRef } from 'preact/hooks';

/** What a reader may be set down at when the thing at hand has gone. */
const PLACES = '[tabindex], fieldset, form, [role="group"], li, section, article, .card';

/**
 * Keeps the keyboard where the work is. Whoever answers a question loses the button with it, and a browser would begin
 * again at the top of the page: the focus goes to the nearest part of the page that still stands around the place. What
 * a screen does with the focus itself comes later and wins.
 */
export const useKeptFocus = <T extends HTMLElement>(): RefObject<T | null> => {
  const frame = useRef<T>(null);
  useEffect(() => {
    const element = frame.current;
    if (element === null) return undefined;
    let last: Element | null = null;
    let around: readonly HTMLElement[] = [];
    const remember = ({ target }: FocusEvent): void => {
      last = target instanceof Element ? target : null;
      const places: HTMLElement[] = [];
      for (let at = last?.parentElement ?? null; at !== null && at !== element; at = at.parentElement) {
        if (at.matches(PLACES)) places.push(at);
      }
      around = places;
    };
    const restore = (): void => {
      if (last === null || last.isConnected) return;
      last = null;
      if (document.activeElement !== document.body) return;
      const place = around.find((one) => one.isConnected) ?? element.querySelector<HTMLElement>('h1') ?? element;
      if (!place.hasAttribute('tabindex')) {
        place.tabIndex = -1;
        place.addEventListener('blur', () => place.removeAttribute('tabindex'), { once: true });
      }
      place.focus({ preventScroll: true });
    };
    element.addEventListener('focusin', remember);
    const watch = new MutationObserver(restore);
    watch.observe(element, { childList: true, subtree: true });
    return () => {
      element.removeEventListener('focusin', remember);
      watch.disconnect();
    };
  }, []);
  return frame;
};
