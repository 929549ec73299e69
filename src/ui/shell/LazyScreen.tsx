import { useSignal } from '@preact/signals';
import type { ComponentType } from 'preact';
import { useEffect } from 'preact/hooks';
import type { RouteId } from '../../app/router/routes.ts';
import { useApp } from '../app-context.ts';
import { Button } from '../components/Button.tsx';
import { PageHeader } from '../components/PageHeader.tsx';
import { Progress } from '../components/Progress.tsx';
import { FirstScreen } from '../routes/first/FirstScreen.tsx';
import { SCREENS } from '../routes/screens.ts';
import { useWords } from '../words-context.ts';

/** Chunks that have arrived: coming back to a screen shows it at once. */
const arrived = new Map<RouteId, ComponentType>([['first', FirstScreen]]);
/** Shorter waits show nothing: a bar that only flashes disturbs. */
const QUIET_MS = 300;

export const LazyScreen = ({ id }: { readonly id: RouteId }) => {
  const words = useWords();
  const { reload } = useApp();
  const state = useSignal<'waiting' | 'slow' | 'here' | 'failed'>('waiting');
  useEffect(() => {
    if (arrived.has(id)) return undefined;
    let gone = false;
    const set = (next: 'slow' | 'here' | 'failed'): void => {
      if (!gone) state.value = next;
    };
    const timer = setTimeout(() => set('slow'), QUIET_MS);
    SCREENS[id]()
      .then(
        (screen) => {
          arrived.set(id, screen);
          set('here');
        },
        () => set('failed'),
      )
      .finally(() => clearTimeout(timer));
    return () => {
      gone = true;
      clearTimeout(timer);
    };
  }, [id]);
  const Screen = arrived.get(id);
  if (Screen !== undefined) return <Screen />;
  if (state.value === 'failed')
    return (
      <div role="alert">
        <PageHeader title={words.shell.chunkTitle} why={words.shell.chunkWhy} />
        <Button look="primary" onClick={reload}>
          {words.actions.reload}
        </Button>
      </div>
    );
  return state.value === 'slow' ? <Progress label={words.shell.loading} /> : null;
};
