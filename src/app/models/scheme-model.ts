import { signal } from '@preact/signals';
import type { ReadonlySignal } from '@preact/signals';
import type { Preferences } from '../platform/preferences.ts';

export const SCHEMES = ['auto', 'light', 'dark'] as const;
export type Scheme = (typeof SCHEMES)[number];

export interface SchemeModel {
  readonly scheme: ReadonlySignal<Scheme>;
  readonly choose: (scheme: Scheme) => void;
}

/** Light or dark, or as the device likes it. `page` is the root element's data set; styles/tokens.css reads it. */
export const createSchemeModel = (deps: {
  readonly preferences: Preferences;
  readonly page: { scheme?: string };
  /** What the device prefers. */
  readonly dark: Pick<MediaQueryList, 'matches' | 'addEventListener'>;
}): SchemeModel => {
  const kept = deps.preferences.get('scheme');
  const scheme = signal<Scheme>(SCHEMES.find((one) => one === kept) ?? 'auto');
  const show = (): void => {
    const chosen = scheme.peek();
    deps.page.scheme = chosen === 'auto' ? (deps.dark.matches ? 'dark' : 'light') : chosen;
  };
  show();
  deps.dark.addEventListener('change', show);
  return {
    scheme,
    choose: (next) => {
      scheme.value = next;
      show();
      deps.preferences.set('scheme', next);
    },
  };
};
