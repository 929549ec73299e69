import { render } from 'preact';
import { createApp } from '../../../src/app/create-app.ts';
import { err } from '../../../src/core/domain/result.ts';
import { Root } from '../../../src/ui/Root.tsx';
import { createFakeVault, FAKE_PASSWORD, fakeStore } from '../fake-vault-api.ts';
import { fileSceneOf } from './file-scenes.ts';
import { sceneOf } from './scenes.ts';
import { vaultSceneOf } from './vault-scenes.ts';

const name = new URLSearchParams(location.search).get('scene');
const files = fileSceneOf(name);
// Scenes of files stand in the vault of a dozen people, but for those before the lock.
const inside = vaultSceneOf(files === null || name?.startsWith('restore') === true ? name : 'vault');
const options = inside?.options ?? sceneOf(name);
const fake = createFakeVault(files === null ? options : { ...options, more: { ...options.more, ...files.more } });
if (inside !== null) inside.book.emit = (event) => fake.onEvent(event);
const app = createApp({
  page: window,
  createClient: (hooks) => {
    fake.onEvent = hooks.onEvent;
    return fake.client;
  },
  verify: files?.verify ?? (async () => err({ type: 'FileUnreadable' })),
  updates: null,
  version: '0.0.0',
  build: 'fake',
});
const root = document.getElementById('app');
if (root !== null) render(<Root app={app} />, root);
void app.session.start().then(() => {
  // Scenes of an inside begin behind the lock.
  const { storeId, members } = fakeStore();
  const [member] = members;
  return inside === null || member === undefined
    ? undefined
    : app.session.unlock({ storeId, memberId: member.id, password: FAKE_PASSWORD });
});
