import type { ComponentChildren } from 'preact';
import './pill-button.css';

/** One of several small buttons that narrow a list. `isOn`: it narrows it now; left out where there is nothing to be on. */
export const PillButton = (props: {
  readonly isOn?: boolean | undefined;
  readonly onClick: () => void;
  readonly children: ComponentChildren;
}) => (
  <button type="button" class="pill-button" aria-pressed={props.isOn} onClick={props.onClick}>
    {props.children}
  </button>
);
