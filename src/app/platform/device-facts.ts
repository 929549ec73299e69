import type { ServiceWorkerFacts, WindowFacts } from '../../core/domain/diagnosis/judge-app.ts';
import type { SpaceEstimate } from '../../core/domain/diagnosis/judge-device.ts';
import { askKeptFiles } from './kept-files.ts';

/** What the page itself can ask its browser for the self-check. A question that fails rejects: nothing is guessed in its place. */
export interface DeviceFacts {
  /** Null: the browser knows no such promise. */
  readonly persisted: () => Promise<boolean | null>;
  readonly space: () => Promise<SpaceEstimate | null>;
  readonly serviceWorker: () => Promise<ServiceWorkerFacts>;
  /** See PrivateFacts. */
  readonly refuses: () => Promise<boolean>;
  readonly window: () => WindowFacts;
  /** IANA name. */
  readonly zone: () => string;
  readonly userAgent: () => string;
  /** For the report: whether the platform calls the page cross-origin isolated. */
  readonly isIsolated: () => boolean;
}

const isRefusal = (cause: unknown): boolean => cause instanceof DOMException && cause.name === 'SecurityError';

export const createDeviceFacts = (page: Window & Pick<typeof globalThis, 'crossOriginIsolated'>): DeviceFacts => {
  const { navigator } = page;
  const storage = (): StorageManager | null => ('storage' in navigator ? navigator.storage : null);
  return {
    persisted: async () => {
      const manager = storage();
      return manager === null || !('persisted' in manager) ? null : manager.persisted();
    },
    space: async () => {
      const manager = storage();
      if (manager === null || !('estimate' in manager)) return null;
      const { quota, usage } = await manager.estimate();
      return quota === undefined || usage === undefined ? null : { quota, usage };
    },
    serviceWorker: async () => {
      if (!('serviceWorker' in navigator)) return null;
      const registration = await navigator.serviceWorker.getRegistration();
      const waiting = registration?.waiting ?? null;
      const active = registration?.active ?? null;
      if (active === null) return { at: registration === undefined ? 'absent' : 'installing', waiting: false, kept: null };
      return { at: 'active', waiting: waiting !== null, kept: await askKeptFiles(page, active) };
    },
    refuses: async () => {
      if (page.isSecureContext && !('serviceWorker' in navigator)) return true;
      const manager = storage();
      if (manager === null || !('getDirectory' in manager)) return false;
      return manager.getDirectory().then(() => false, isRefusal);
    },
    window: () => ({ secure: page.isSecureContext, own: page.parent === page, alone: page.opener === null }),
    zone: () => new Intl.DateTimeFormat().resolvedOptions().timeZone,
    userAgent: () => navigator.userAgent,
    isIsolated: () => page.crossOriginIsolated,
  };
};
