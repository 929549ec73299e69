import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { HelpButton } from './HelpButton.tsx';
import { Unbroken } from './Unbroken.tsx';
import './page-header.css';

/**
 * The head of a screen: the title says the state, the line under it says why and by when. Focus moves to the title
 * when the screen appears, and again whenever `focusKey` changes (a step of a flow), so that a screen reader begins there.
 */
export const PageHeader = (props: {
  readonly title: string;
  readonly why?: ComponentChildren | undefined;
  readonly actions?: ComponentChildren | undefined;
  readonly focusKey?: string | number | undefined;
  /** For screens that put the focus into a field of their own at once. */
  readonly keepFocus?: boolean | undefined;
}) => {
  const heading = useRef<HTMLHeadingElement>(null);
  // In the same breath as the screen: whoever types at once would else lose what was typed before the focus moved.
  useLayoutEffect(() => {
    if (props.keepFocus !== true) heading.current?.focus({ preventScroll: true });
    window.scrollTo(0, 0);
  }, [props.focusKey]);
  return (
    <header class="page-header">
      <div class="page-header__words">
        <div class="page-header__top">
          <h1 ref={heading} tabIndex={-1}>
            <Unbroken text={props.title} />
          </h1>
          <HelpButton />
        </div>
        {props.why === undefined ? null : <p class="page-header__why">{typeof props.why === 'string' ? <Unbroken text={props.why} /> : props.why}</p>}
      </div>
      {props.actions === undefined ? null : <div class="page-header__actions">{props.actions}</div>}
    </header>
  );
};
