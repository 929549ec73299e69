import type { ComponentChildren } from 'preact';
import type { ChipTone } from './Chip.tsx';
import './mark.css';

/** `now` and `later`: of steps that are taken one behind the other. */
type MarkTone = ChipTone | 'now' | 'later';

/** The round mark before a line: a shape, or the number of a step. The words beside it say the same, so it is not read out. */
export const Mark = ({ tone = 'plain', children }: { readonly tone?: MarkTone | undefined; readonly children: ComponentChildren }) => (
  <span class={`mark mark--${tone}`} aria-hidden="true">
    {children}
  </span>
);
