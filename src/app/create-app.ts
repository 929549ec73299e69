import { ok } from '../core/domain/result.ts';
import type { App } from './app.ts';
import type { ClientHooks } from './bridge/connect.ts';
import type { VaultClient } from './bridge/vault-client.ts';
import type { VerifyLogExport } from './bridge/verify-client.ts';
import { createInstallModel } from './models/install-model.ts';
import { createLanguageModel } from './models/language-model.ts';
import { createOnlineModel } from './models/online-model.ts';
import { createPersistModel } from './models/persist-model.ts';
import type { SessionOwner } from './models/session-model.ts';
import { createSessionModel } from './models/session-model.ts';
import { createSchemeModel } from './models/scheme-model.ts';
import { createTextSizeModel } from './models/text-size-model.ts';
import { createUpdateOffer, unfinishedIn } from './models/update-offer.ts';
import { inspectCapability, missingFeatures } from './platform/capability.ts';
import { copyText } from './platform/clipboard.ts';
import { createFileSaver } from './platform/file-save.ts';
import { createMarkStore } from './platform/marks.ts';
import { createOtherTabs, openTabsChannel } from './platform/other-tabs.ts';
import { pageStorage } from './platform/page-storage.ts';
import { createPreferences } from './platform/preferences.ts';
import { printPage } from './platform/print.ts';
import { personIdOf } from './platform/random-id.ts';
import { createRouter } from './router/router.ts';
import { windowPlatform } from './router/window-platform.ts';
import type { AppUpdates } from './sw/register.ts';

/** Joins the models of the page. The vault behind `createClient` may be any that speaks the contract. */
export const createApp = (deps: {
  readonly page: Window;
  readonly createClient: (hooks: ClientHooks) => VaultClient;
  readonly verify: VerifyLogExport;
  readonly updates: AppUpdates | null;
  readonly version: string;
  readonly build: string;
}): App => {
  const { page } = deps;
  const storage = pageStorage(page);
  const preferences = createPreferences(storage);

  // The client reports to the session, and the session is made with the client: the hooks are filled in right after.
  let session: SessionOwner | null = null;
  const client = deps.createClient({
    onEvent: (event) => session?.onEvent(event),
    onLost: () => session?.onLost(),
    onPending: (count) => {
      if (count === 0) session?.onQuiet();
    },
  });
  const wait = (ms: number): Promise<void> => new Promise((settle) => page.setTimeout(settle, ms));
  const capability = () => inspectCapability(page);
  session = createSessionModel({
    client,
    marks: createMarkStore(storage),
    now: () => Date.now(),
    missing: async () => missingFeatures(await capability()),
    wait,
  });

  const opened = session;
  const randomBytes = (length: number) => page.crypto.getRandomValues(new Uint8Array(length));
  const language = createLanguageModel({
    preferences,
    loadEnglish: () => import('../i18n/start-en.ts').then((file) => file.startEn),
    page: page.document.documentElement,
  });

  const router = createRouter(windowPlatform(page));
  const otherTabs = createOtherTabs({
    channel: openTabsChannel(page),
    wait,
    makeId: () => personIdOf(randomBytes(16)),
    isUnsaved: () => router.isDirty() || unfinishedIn(opened) !== null,
  });

  return {
    session,
    router,
    language,
    scheme: createSchemeModel({
      preferences,
      page: page.document.documentElement.dataset,
      dark: page.matchMedia('(prefers-color-scheme: dark)'),
    }),
    textSize: createTextSizeModel({ preferences, page: page.document.documentElement.dataset }),
    persist: createPersistModel('storage' in page.navigator ? page.navigator.storage : undefined),
    install: createInstallModel(page),
    online: createOnlineModel(page),
    verify: deps.verify,
    updates: deps.updates === null ? null : createUpdateOffer({ updates: deps.updates, session: opened, router, otherTabs, version: deps.version }),
    otherTabs,
    capability,
    files: createFileSaver(page),
    copyText: (text) => copyText(page, text),
    print: () => printPage(page),
    reload: () => page.location.reload(),
    now: () => Date.now(),
    loadPasswordJudge: () => import('./platform/password-judge.ts').then((file) => file.createPasswordJudge()),
    makePassphrase: () =>
      import('../core/domain/password/passphrase.ts').then((file) => {
        for (;;) {
          const passphrase = file.passphraseOf(randomBytes(file.PASSPHRASE_BYTES));
          if (file.isWelcome(passphrase)) return passphrase;
        }
      }),
    startTrial: async () => {
      const made = await client.api.createTrial();
      if (!made.ok) return made;
      const entered = await opened.enter();
      return entered.ok ? ok(null) : entered;
    },
    newPersonId: () => personIdOf(randomBytes(16)),
    address: page.location.origin + page.location.pathname,
    version: deps.version,
    build: deps.build,
  };
};
