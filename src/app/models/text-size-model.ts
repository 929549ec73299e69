import { signal } from '@preact/signals';
import type { ReadonlySignal } from '@preact/signals';
import type { Preferences } from '../platform/preferences.ts';

export const TEXT_SIZES = ['normal', 'large', 'larger'] as const;
export type TextSize = (typeof TEXT_SIZES)[number];

export interface TextSizeModel {
  readonly size: ReadonlySignal<TextSize>;
  readonly choose: (size: TextSize) => void;
}

/** Scales the root, and with it everything. `page` is the root element's data set; styles/tokens.css reads it. */
export const createTextSizeModel = (deps: {
  readonly preferences: Preferences;
  readonly page: { textSize?: string };
}): TextSizeModel => {
  const kept = deps.preferences.get('text-size');
  const size = signal<TextSize>(TEXT_SIZES.find((one) => one === kept) ?? 'normal');
  deps.page.textSize = size.peek();
  return {
    size,
    choose: (next) => {
      size.value = next;
      deps.page.textSize = next;
      deps.preferences.set('text-size', next);
    },
  };
};
