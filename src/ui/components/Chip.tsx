import type { ComponentChildren } from 'preact';
import type { IconName } from './Icon.tsx';
import { Icon } from './Icon.tsx';
import './chip.css';

export type ChipTone = 'ok' | 'warn' | 'bad' | 'wait' | 'info' | 'plain';

const SHAPES: Record<ChipTone, IconName | null> = {
  ok: 'check',
  warn: 'triangle',
  bad: 'octagon',
  wait: 'clock',
  info: 'info',
  plain: null,
};

/** A state: word, shape and colour together, so that none of them carries it alone. */
export const Chip = ({ tone, children }: { readonly tone: ChipTone; readonly children: ComponentChildren }) => {
  const shape = SHAPES[tone];
  return (
    <span class={`chip chip--${tone}`}>
      {shape === null ? null : <Icon name={shape} small />}
      <span>{children}</span>
    </span>
  );
};
