import type { ComponentChildren, Ref } from 'preact';
import { classNames } from './class-names.ts';
import type { IconName } from './Icon.tsx';
import { Icon } from './Icon.tsx';
import './button.css';

/** primary: the one main act of a screen. second: other acts. quiet: a link-like act. danger: what cannot be undone. */
export type ButtonLook = 'primary' | 'second' | 'quiet' | 'danger' | 'wall';

interface Looks {
  readonly look?: ButtonLook | undefined;
  readonly icon?: IconName | undefined;
  readonly wide?: boolean | undefined;
  readonly children: ComponentChildren;
}

export interface ButtonProps extends Looks {
  readonly onClick?: (() => void) | undefined;
  readonly type?: 'button' | 'submit' | undefined;
  /** Stays focusable and is announced as unavailable; `busy` also says that something runs. */
  readonly busy?: boolean | undefined;
  readonly disabled?: boolean | undefined;
  readonly pressed?: boolean | undefined;
  readonly expanded?: boolean | undefined;
  readonly controls?: string | undefined;
  readonly describedBy?: string | undefined;
  readonly label?: string | undefined;
  readonly buttonRef?: Ref<HTMLButtonElement> | undefined;
}

export const Button = (props: ButtonProps) => {
  const off = props.disabled === true || props.busy === true;
  return (
    <button
      ref={props.buttonRef ?? null}
      type={props.type ?? 'button'}
      class={classNames('button', `button--${props.look ?? 'second'}`, props.wide === true && 'button--wide')}
      aria-disabled={off ? 'true' : undefined}
      aria-busy={props.busy === true ? 'true' : undefined}
      aria-pressed={props.pressed}
      aria-expanded={props.expanded}
      aria-controls={props.controls}
      aria-describedby={props.describedBy}
      aria-label={props.label}
      onClick={(event) => {
        if (off) event.preventDefault();
        else props.onClick?.();
      }}
    >
      {props.icon === undefined ? null : <Icon name={props.icon} small />}
      <span>{props.children}</span>
    </button>
  );
};

/** Goes somewhere: a link in the clothes of a button. */
export const LinkButton = (
  props: Looks & {
    readonly href: string;
    readonly download?: string | undefined;
    readonly label?: string | undefined;
    /** What has to be known where it leads. */
    readonly onClick?: (() => void) | undefined;
  },
) => (
  <a
    class={classNames('button', `button--${props.look ?? 'second'}`, props.wide === true && 'button--wide')}
    href={props.href}
    download={props.download}
    aria-label={props.label}
    onClick={props.onClick}
  >
    {props.icon === undefined ? null : <Icon name={props.icon} small />}
    <span>{props.children}</span>
  </a>
);
