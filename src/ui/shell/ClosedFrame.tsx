import type { ComponentChildren } from 'preact';
import { hrefTo } from '../../app/router/routes.ts';
import { useApp } from '../app-context.ts';
import { Sign } from '../components/Icon.tsx';
import { useWords } from '../words-context.ts';
import { UpdateBand } from './UpdateBand.tsx';
import './closed-frame.css';

/** The frame before a vault is open: the wall above, one column under it. The first screen has the wall for itself. */
export const ClosedFrame = (props: { readonly hero: boolean; readonly children: ComponentChildren }) => {
  const words = useWords();
  const { online } = useApp();
  if (props.hero) return <main class="closed-frame closed-frame--hero">{props.children}</main>;
  return (
    <div class="closed-frame">
      <header class="closed-frame__wall">
        <a class="closed-frame__brand" href={hrefTo('first')}>
          <Sign />
          <span>{words.shell.app}</span>
        </a>
        {online.value ? null : <span class="closed-frame__offline">{words.shell.offlineWord}</span>}
      </header>
      <main class="closed-frame__main">
        <UpdateBand />
        {props.children}
      </main>
    </div>
  );
};
