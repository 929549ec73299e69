import { signal } from '@preact/signals';
import type { ReadonlySignal } from '@preact/signals';

export interface InstallModel {
  /** The app runs in a window of its own. */
  readonly installed: ReadonlySignal<boolean>;
  /**
   * An iPhone or iPad showing the app in a browser tab: what is stored here is cleared after seven days without use,
   * and the home screen's app has a store of its own. So nothing should be entered before it is added there.
   */
  readonly mustInstallFirst: ReadonlySignal<boolean>;
  readonly skip: () => void;
  /** The browser offers to install; null when it does not. */
  readonly offer: ReadonlySignal<(() => Promise<void>) | null>;
}

/** Chromium's event, which the DOM's typings do not know. */
interface InstallPromptEvent extends Event {
  readonly prompt: () => Promise<unknown>;
}
const isInstallPrompt = (event: Event): event is InstallPromptEvent =>
  'prompt' in event && typeof event.prompt === 'function';

export const createInstallModel = (page: Window): InstallModel => {
  const standalone = page.matchMedia('(display-mode: standalone)');
  // Only Apple's phones and tablets have this property; iPadOS says in its user agent that it is a Mac.
  const apple = 'standalone' in page.navigator;
  const onHomeScreen = 'standalone' in page.navigator && page.navigator.standalone === true;
  const installed = signal(standalone.matches || onHomeScreen);
  const mustInstallFirst = signal(apple && !installed.peek());
  const offer = signal<(() => Promise<void>) | null>(null);

  standalone.addEventListener('change', () => {
    installed.value = standalone.matches;
  });
  page.addEventListener('beforeinstallprompt', (event) => {
    if (!isInstallPrompt(event)) return;
    event.preventDefault();
    offer.value = async () => {
      offer.value = null;
      await event.prompt();
    };
  });
  page.addEventListener('appinstalled', () => {
    installed.value = true;
    offer.value = null;
  });
  return {
    installed,
    mustInstallFirst,
    skip: () => {
      mustInstallFirst.value = false;
    },
    offer,
  };
};
