import type { ComponentChildren } from 'preact';
import type { IconName } from './Icon.tsx';
import { Icon } from './Icon.tsx';
import './empty-state.css';

/** Where nothing is yet: what will stand here, and the one act that begins it. */
export const EmptyState = (props: {
  readonly icon: IconName;
  readonly title: string;
  readonly children?: ComponentChildren | undefined;
  readonly action?: ComponentChildren | undefined;
}) => (
  <div class="empty-state">
    <span class="empty-state__icon">
      <Icon name={props.icon} />
    </span>
    <h2>{props.title}</h2>
    {props.children === undefined ? null : <div class="empty-state__text">{props.children}</div>}
    {props.action}
  </div>
);
