import { useEffect, useRef } from 'preact/hooks';

/**
 * Does it now, or, while something is being pressed, once the press and its click are over. A field that is left because
 * a button is pressed must not show its error before: the button would move from under the finger and the click be lost.
 */
export const useAfterPress = (): ((act: () => void) => void) => {
  const waiting = useRef<(() => void)[] | null>(null);
  useEffect(() => {
    const begin = (): void => {
      waiting.current = [];
    };
    const end = (): void => {
      const acts = waiting.current ?? [];
      waiting.current = null;
      // The click comes right after the release.
      if (acts.length > 0) setTimeout(() => acts.forEach((act) => act()), 0);
    };
    window.addEventListener('pointerdown', begin, true);
    window.addEventListener('pointerup', end, true);
    window.addEventListener('pointercancel', end, true);
    return () => {
      window.removeEventListener('pointerdown', begin, true);
      window.removeEventListener('pointerup', end, true);
      window.removeEventListener('pointercancel', end, true);
    };
  }, []);
  return (act) => {
    if (waiting.current === null) act();
    else waiting.current.push(act);
  };
};
