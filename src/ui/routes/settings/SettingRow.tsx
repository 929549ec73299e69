import type { ComponentChildren } from 'preact';
import './setting-row.css';

/** One thing that can be set: its name, how it stands, and the act beside it. `alone`: in a card without a title, so it is the heading there. */
export const SettingRow = (props: {
  readonly title: string;
  readonly alone?: boolean | undefined;
  readonly text: ComponentChildren;
  readonly action?: ComponentChildren | undefined;
}) => (
  <div class="setting-row">
    <div class="setting-row__words">
      {props.alone === true ? <h2 class="setting-row__title">{props.title}</h2> : <h3>{props.title}</h3>}
      <p>{props.text}</p>
    </div>
    {props.action}
  </div>
);
