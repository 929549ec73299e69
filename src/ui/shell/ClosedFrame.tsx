import type { ComponentChildren } from 'preact';
import type { RouteId } from '../../app/router/routes.ts';
import { hrefTo } from '../../app/router/routes.ts';
import { useApp } from '../app-context.ts';
import { Sign } from '../components/Icon.tsx';
import { useKeptFocus } from '../use-kept-focus.ts';
import { useWords } from '../words-context.ts';
import { UpdateBand } from './UpdateBand.tsx';
import { WallAside } from './WallAside.tsx';
import './closed-frame.css';

/** One for each tree below: the frames change places, and the focus is watched in the one that stands. */
const Main = (props: { readonly look: string; readonly children: ComponentChildren }) => {
  const main = useKeptFocus<HTMLElement>();
  return (
    <main ref={main} class={props.look}>
      {props.children}
    </main>
  );
};

/** The frame before a vault is open: the wall at the left, above where it is narrow. The first screen has the wall for itself. */
export const ClosedFrame = (props: { readonly place: RouteId | null; readonly children: ComponentChildren }) => {
  const words = useWords();
  const { online } = useApp();
  if (props.place === 'first') return <Main look="closed-frame closed-frame--hero">{props.children}</Main>;
  return (
    <div class="closed-frame">
      <div class="closed-frame__columns">
        <header class="closed-frame__wall">
          <a class="closed-frame__brand" href={hrefTo('first')}>
            <Sign />
            <span>{words.shell.app}</span>
          </a>
          {online.value ? null : <span class="closed-frame__offline">{words.shell.offlineWord}</span>}
          <WallAside place={props.place} />
        </header>
        <Main look="closed-frame__main">
          <div class="closed-frame__column">
            <UpdateBand />
            {props.children}
          </div>
        </Main>
      </div>
    </div>
  );
};
