import type { ComponentChildren, Ref } from 'preact';
import { classNames } from './class-names.ts';
import type { IconName } from './Icon.tsx';
import { Icon } from './Icon.tsx';
import './button.css';

/** primary: the one main act of a screen. second: other acts. quiet: a link-like act. danger: what cannot be undone. */
export type ButtonLook = 'primary' | 'second' | 'quiet' | 'danger' | 'wall';

interface Looks {
  readonly look?: ButtonLook;
  readonly icon?: IconName;
  readonly wide?: boolean;
  readonly children: ComponentChildren;
}

export interface ButtonProps extends Looks {
  readonly onClick?: () => void;
  readonly type?: 'button' | 'submit';
  /** Stays focusable and is announced as unavailable; `busy` also says that something runs. */
  readonly busy?: boolean;
  readonly disabled?: boolean;
  readonly pressed?: boolean;
  readonly expanded?: boolean;
  readonly controls?: string;
  readonly describedBy?: string;
  readonly label?: string;
  readonly buttonRef?: Ref<HTMLButtonElement>;
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
export const LinkButton = (props: Looks & { readonly href: string; readonly download?: string; readonly label?: string }) => (
  <a
    class={classNames('button', `button--${props.look ?? 'second'}`, props.wide === true && 'button--wide')}
    href={props.href}
    download={props.download}
    aria-label={props.label}
  >
    {props.icon === undefined ? null : <Icon name={props.icon} small />}
    <span>{props.children}</span>
  </a>
);
