import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';

/** One way to begin: what it is, for whom, and its one act. */
export const Door = (props: { readonly title: string; readonly why: string; readonly children: ComponentChildren }) => {
  const id = useId();
  return (
    <section class="door" aria-labelledby={id}>
      <h2 id={id}>{props.title}</h2>
      <p>{props.why}</p>
      {props.children}
    </section>
  );
};
