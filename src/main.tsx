import { render } from 'preact';
import { connectVault, connectVerifier } from './app/bridge/connect.ts';
import { WORKER_FILES } from './app/bridge/worker-files.ts';
import { BUILD, VERSION } from './app/build.ts';
import { createApp } from './app/create-app.ts';
import { createUpdatesModel } from './app/models/updates-model.ts';
import { keepCorrectionOff } from './app/platform/no-correction.ts';
import { createScriptPolicy, trustedTypesOf } from './app/platform/trusted-types.ts';
import { Root } from './ui/Root.tsx';

const scripts = createScriptPolicy(
  { workers: WORKER_FILES, serviceWorker: './sw.js' },
  { document, trustedTypes: trustedTypesOf(window) },
);

// Keeping all files for offline use takes a slow line longer than the start itself, which comes first; but it does not wait for ever.
const START_FIRST_MS = 5000;
let begun: () => void = () => undefined;
const start = new Promise<void>((settle) => {
  begun = settle;
  setTimeout(settle, START_FIRST_MS);
});

const updates =
  'serviceWorker' in navigator
    ? createUpdatesModel(async () => {
        await start;
        const { registerServiceWorker } = await import('./app/sw/register.ts');
        return registerServiceWorker(scripts.serviceWorker(), {
          container: navigator.serviceWorker,
          reload: () => window.location.reload(),
          wait: (ms) => new Promise((settle) => setTimeout(settle, ms)),
        });
      })
    : null;

const app = createApp({
  page: window,
  createClient: (hooks) => connectVault(scripts, hooks),
  verify: connectVerifier(scripts),
  updates,
  version: VERSION,
  build: BUILD,
});

keepCorrectionOff(document);

const root = document.getElementById('app');
if (root !== null) {
  // What stands there says why there is no app; from here on there is one.
  root.replaceChildren();
  render(<Root app={app} />, root);
}
void app.session.start().finally(begun);
