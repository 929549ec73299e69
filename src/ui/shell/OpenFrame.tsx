import { useSignal } from '@preact/signals';
import type { ComponentChildren, ComponentType } from 'preact';
import { useEffect } from 'preact/hooks';
import type { OpenVault } from '../../app/models/open-vault.ts';
import type { RouteId } from '../../app/router/routes.ts';
import { useKeptFocus } from '../use-kept-focus.ts';
import { useWords } from '../words-context.ts';
import { Bands } from './Bands.tsx';
import { Rail } from './Rail.tsx';
import './open-frame.css';

/** The frame of an unlocked vault: the wall with the navigation, what has to be known now, the screen. */
export const OpenFrame = (props: {
  readonly vault: OpenVault;
  readonly place: RouteId;
  readonly children: ComponentChildren;
}) => {
  const words = useWords();
  const main = useKeptFocus<HTMLElement>();
  const { vault } = props;
  const steps = useSignal<{ readonly Band: ComponentType<{ readonly place: RouteId }> } | null>(null);
  // The figure beside home in the rail is known on whatever screen one enters; its chunk is none of the start's.
  useEffect(() => {
    Promise.all([import('../use-home.ts'), import('../routes/home/FirstStepsBand.tsx')]).then(
      ([{ useHome }, { FirstStepsBand }]) => {
        useHome.of(vault);
        steps.value = { Band: FirstStepsBand };
      },
      () => undefined,
    );
  }, [vault]);
  const Steps = steps.value?.Band;
  return (
    <div class="open-frame">
      <a
        class="open-frame__skip"
        href="#main"
        onClick={(event) => {
          // The hash belongs to the router.
          event.preventDefault();
          document.querySelector('h1')?.focus();
        }}
      >
        {words.shell.skip}
      </a>
      <Rail vault={props.vault} place={props.place} />
      <main ref={main} class="open-frame__main" id="main">
        <Bands vault={props.vault} place={props.place}>
          {Steps === undefined ? null : <Steps place={props.place} />}
        </Bands>
        {props.children}
      </main>
    </div>
  );
};
