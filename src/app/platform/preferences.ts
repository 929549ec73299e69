import type { PageStorage } from './page-storage.ts';

export type PreferenceName = 'language' | 'text-size' | 'scheme';

/** How this device likes the app to look; nothing about the vault. */
export interface Preferences {
  readonly get: (name: PreferenceName) => string | null;
  readonly set: (name: PreferenceName, value: string) => void;
}

/** Storage may be full or refused (private windows): then the choice lasts for this visit only. */
export const createPreferences = (storage: PageStorage): Preferences => ({
  get: (name) => {
    try {
      return storage.getItem(`kinko-${name}`);
    } catch {
      return null;
    }
  },
  set: (name, value) => {
    try {
      storage.setItem(`kinko-${name}`, value);
    } catch {
      // The choice is applied already; it is only not remembered.
    }
  },
});
