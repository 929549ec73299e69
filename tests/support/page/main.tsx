import { render } from 'preact';
import type { ClientHooks } from '../../../src/app/bridge/connect.ts';
import { createApp } from '../../../src/app/create-app.ts';
import { err } from '../../../src/core/domain/result.ts';
import { Root } from '../../../src/ui/Root.tsx';
import { createFakeVault, FAKE_PASSWORD, fakeStore } from '../fake-vault-api.ts';
import { fileSceneOf } from './file-scenes.ts';
import { sceneOf } from './scenes.ts';
import { answerAsOtherTab, stateSceneOf, tellEntries } from './state-scenes.ts';
import { vaultSceneOf } from './vault-scenes.ts';

const name = new URLSearchParams(location.search).get('scene');
const files = fileSceneOf(name);
const state = stateSceneOf(name);
// Scenes of files and states stand in the vault of a dozen people, but for those before the lock.
const inside = vaultSceneOf(state === null && (files === null || name?.startsWith('restore') === true) ? name : 'vault');
const options = inside?.options ?? sceneOf(name);
const fake = createFakeVault({
  ...options,
  view: { ...options.view, ...state?.view },
  more: { ...options.more, ...files?.more, ...state?.more },
});
if (inside !== null) {
  inside.book.emit = (event) => fake.onEvent(event);
  if (state !== null) tellEntries(inside.book, state);
}
if (name === 'otherTab') answerAsOtherTab(window);
let lose: ClientHooks['onLost'] = () => undefined;
const app = createApp({
  page: window,
  createClient: (hooks) => {
    fake.onEvent = hooks.onEvent;
    lose = hooks.onLost;
    return fake.client;
  },
  verify: files?.verify ?? (async () => err({ type: 'FileUnreadable' })),
  updates: state?.updates ?? null,
  version: '0.0.0',
  build: 'fake',
});
/** For whoever looks at it from outside: events of the vault, its death, languages. */
Object.assign(window, { stage: { app, emit: (event: Parameters<typeof fake.onEvent>[0]) => fake.onEvent(event), lose: () => lose() } });
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
