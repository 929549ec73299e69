import type { ComponentChildren } from 'preact';
import type { RouteId } from '../../app/router/routes.ts';
import { hrefTo } from '../../app/router/routes.ts';
import { useApp } from '../app-context.ts';
import { Sign } from '../components/Icon.tsx';
import { useWords } from '../words-context.ts';
import { UpdateBand } from './UpdateBand.tsx';
import { WallAside } from './WallAside.tsx';
import './closed-frame.css';

/** The frame before a vault is open: the wall at the left, above where it is narrow. The first screen has the wall for itself. */
export const ClosedFrame = (props: { readonly place: RouteId | null; readonly children: ComponentChildren }) => {
  const words = useWords();
  const { online } = useApp();
  if (props.place === 'first') return <main class="closed-frame closed-frame--hero">{props.children}</main>;
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
        <main class="closed-frame__main">
          <div class="closed-frame__column">
            <UpdateBand />
            {props.children}
          </div>
        </main>
      </div>
    </div>
  );
};
