import type { IconName } from './Icon.tsx';
import { Icon } from './Icon.tsx';
import './step-list.css';

/** Things to do in order, numbered; `done`: so many of the first are done, as their words say. */
export const StepList = (props: { readonly steps: readonly string[]; readonly done?: number; readonly firstIcon?: IconName | undefined }) => (
  <ol class="step-list" role="list">
    {props.steps.map((step, at) => (
      <li key={step}>
        <span class={`step-list__number${at > (props.done ?? props.steps.length) ? ' step-list__number--later' : ''}`} aria-hidden="true">
          {at < (props.done ?? 0) ? <Icon name="check" /> : at + 1}
        </span>
        <span>{step}</span>
        {at === 0 && props.firstIcon !== undefined ? <Icon name={props.firstIcon} /> : null}
      </li>
    ))}
  </ol>
);
