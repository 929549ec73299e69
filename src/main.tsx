import { render } from 'preact';
import { connectVault, connectVerifier } from './app/bridge/connect.ts';
import { WORKER_FILES } from './app/bridge/worker-files.ts';
import { BUILD } from './app/build.ts';
import { createApp } from './app/create-app.ts';
import { createScriptPolicy, trustedTypesOf } from './app/platform/trusted-types.ts';
import { registerServiceWorker } from './app/sw/register.ts';
import { Root } from './ui/Root.tsx';

const scripts = createScriptPolicy(
  { workers: WORKER_FILES, serviceWorker: './sw.js' },
  { document, trustedTypes: trustedTypesOf(window) },
);

const updates =
  'serviceWorker' in navigator
    ? registerServiceWorker(scripts.serviceWorker(), {
        container: navigator.serviceWorker,
        reload: () => window.location.reload(),
      })
    : null;

const app = createApp({
  page: window,
  createClient: (hooks) => connectVault(scripts, hooks),
  verify: connectVerifier(scripts),
  updates,
  build: BUILD,
});

const root = document.getElementById('app');
if (root !== null) render(<Root app={app} />, root);
void app.session.start();
