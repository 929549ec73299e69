import type { IconName } from './Icon.tsx';
import { Icon } from './Icon.tsx';
import './step-list.css';

/** Things to do in order, numbered. */
export const StepList = (props: { readonly steps: readonly string[]; readonly firstIcon?: IconName | undefined }) => (
  <ol class="step-list" role="list">
    {props.steps.map((step, at) => (
      <li key={step}>
        <span class="step-list__number" aria-hidden="true">
          {at + 1}
        </span>
        <span>{step}</span>
        {at === 0 && props.firstIcon !== undefined ? <Icon name={props.firstIcon} /> : null}
      </li>
    ))}
  </ol>
);
