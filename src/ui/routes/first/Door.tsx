import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import type { IconName } from '../../components/Icon.tsx';
import { Icon } from '../../components/Icon.tsx';

/** One way to begin: what it is, for whom, and its one act. */
export const Door = (props: {
  readonly icon: IconName;
  readonly title: string;
  readonly why: string;
  readonly children: ComponentChildren;
}) => {
  const id = useId();
  return (
    <section class="door" aria-labelledby={id}>
      <span class="door__icon">
        <Icon name={props.icon} />
      </span>
      <h2 id={id}>{props.title}</h2>
      <p>{props.why}</p>
      {props.children}
    </section>
  );
};
