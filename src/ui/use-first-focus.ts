import type { RefObject } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';

/**
 * For a screen that is one form: the focus begins in its first field instead of on the title, so that one types at once. The form bears
 * the title as its name, which a screen reader says on the way in. Goes with `keepFocus` of PageHeader.
 */
export const useFirstFocus = (): RefObject<HTMLInputElement | null> => {
  const first = useRef<HTMLInputElement>(null);
  useLayoutEffect(() => first.current?.focus(), []);
  return first;
};
