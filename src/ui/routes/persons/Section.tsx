import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';

/** A part of a person's page, under a line. */
export const Section = (props: {
  readonly title: string;
  readonly aside?: ComponentChildren;
  readonly children: ComponentChildren;
}) => {
  const id = useId();
  return (
    <section class="person-pane__section" aria-labelledby={id}>
      <div class="person-pane__head">
        <h2 id={id}>{props.title}</h2>
        {props.aside}
      </div>
      {props.children}
    </section>
  );
};
