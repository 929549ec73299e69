import type { ComponentChildren } from 'preact';
import { Fragment } from 'preact';
import { Sign } from './Icon.tsx';
import './sheet.css';

/** What is meant for paper, the same on the screen and on A4: the sign, its name, and what stands on it. */
export const Sheet = ({ title, children }: { readonly title: string; readonly children: ComponentChildren }) => (
  <section class="sheet" aria-label={title}>
    <header class="sheet__head">
      <Sign />
      <h2>{title}</h2>
    </header>
    {children}
  </section>
);

export interface SheetFact {
  readonly name: string;
  readonly value: ComponentChildren;
  /** An id or an address, to be copied letter by letter. */
  readonly mono?: boolean | undefined;
}

/** Names and values in two columns, in one on a phone. */
export const SheetFacts = ({ facts }: { readonly facts: readonly SheetFact[] }) => (
  <dl class="sheet__facts">
    {facts.map(({ name, value, mono }) => (
      <Fragment key={name}>
        <dt>{name}</dt>
        <dd class={mono === true ? 'sheet__mono' : undefined}>{value}</dd>
      </Fragment>
    ))}
  </dl>
);
