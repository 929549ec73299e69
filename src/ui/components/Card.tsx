import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import './card.css';

/** Things that belong together. With a title it is a region that a screen reader can jump to. */
export const Card = (props: {
  readonly title?: string | undefined;
  /** Beside the title: a chip, a quiet act. */
  readonly aside?: ComponentChildren | undefined;
  readonly flush?: boolean | undefined;
  readonly children: ComponentChildren;
}) => {
  const id = useId();
  const look = props.flush === true ? 'card card--flush' : 'card';
  if (props.title === undefined) return <div class={look}>{props.children}</div>;
  return (
    <section class={look} aria-labelledby={id}>
      <div class="card__head">
        <h2 id={id}>{props.title}</h2>
        {props.aside}
      </div>
      {props.children}
    </section>
  );
};
