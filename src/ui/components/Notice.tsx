import type { ComponentChildren } from 'preact';
import { useWords } from '../words-context.ts';
import type { IconName } from './Icon.tsx';
import { Icon } from './Icon.tsx';
import { Unbroken } from './Unbroken.tsx';
import './notice.css';

export type NoticeTone = 'info' | 'ok' | 'warn' | 'bad';

const SHAPES: Record<NoticeTone, IconName> = { info: 'info', ok: 'check', warn: 'triangle', bad: 'octagon' };

/**
 * Something to know, with an icon's shape and its word. `live` reads it out when it appears after an act of the user;
 * what stands there from the beginning is not live.
 */
export const Notice = (props: {
  readonly tone: NoticeTone;
  readonly title?: string | undefined;
  readonly children?: ComponentChildren | undefined;
  readonly actions?: ComponentChildren | undefined;
  readonly live?: boolean | undefined;
}) => {
  const words = useWords();
  const role = props.live === true ? (props.tone === 'bad' ? 'alert' : 'status') : undefined;
  return (
    <div class={`notice notice--${props.tone}`} role={role}>
      <span class="notice__shape">
        <Icon name={SHAPES[props.tone]} />
        <span class="visually-hidden">{words.shell.words[props.tone]}</span>
      </span>
      <div class="notice__body">
        {props.title === undefined ? null : <p class="notice__title"><Unbroken text={props.title} /></p>}
        {props.children === undefined ? null : <div class="notice__text">{typeof props.children === 'string' ? <Unbroken text={props.children} /> : props.children}</div>}
      </div>
      {props.actions === undefined ? null : <div class="notice__actions">{props.actions}</div>}
    </div>
  );
};
