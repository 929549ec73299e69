import { render } from 'preact';
import { createApp } from '../../../src/app/create-app.ts';
import { err } from '../../../src/core/domain/result.ts';
import { Root } from '../../../src/ui/Root.tsx';
import { createFakeVault } from '../fake-vault-api.ts';
import { sceneOf } from './scenes.ts';

const scene = sceneOf(new URLSearchParams(location.search).get('scene'));
const fake = createFakeVault(scene);
const app = createApp({
  page: window,
  createClient: (hooks) => {
    fake.onEvent = hooks.onEvent;
    return fake.client;
  },
  verify: async () => err({ type: 'FileUnreadable' }),
  updates: null,
  build: 'fake',
});
const root = document.getElementById('app');
if (root !== null) render(<Root app={app} />, root);
void app.session.start();
