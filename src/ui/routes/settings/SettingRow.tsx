import type { ComponentChildren } from 'preact';
import './setting-row.css';

/** One thing that can be set: its name, how it stands, and the act beside it. */
export const SettingRow = (props: {
  readonly title: string;
  readonly text: ComponentChildren;
  readonly action?: ComponentChildren | undefined;
}) => (
  <div class="setting-row">
    <div class="setting-row__words">
      <h3>{props.title}</h3>
      <p>{props.text}</p>
    </div>
    {props.action}
  </div>
);
