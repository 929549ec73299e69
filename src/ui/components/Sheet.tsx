import type { ComponentChildren } from 'preact';
import { Fragment } from 'preact';
import { classNames } from './class-names.ts';
import { Sign } from './Icon.tsx';
import './sheet.css';

/** What is meant for paper, the same on the screen and on A4: the sign, its name, and what stands on it. */
export const Sheet = (props: {
  readonly title: string;
  /** Class of a sheet with rules of its own on paper. */
  readonly look?: string | undefined;
  readonly children: ComponentChildren;
}) => (
  <section class={classNames('sheet', props.look)} aria-label={props.title}>
    <header class="sheet__head">
      <Sign />
      <h2>{props.title}</h2>
    </header>
    {props.children}
  </section>
);

export interface SheetFact {
  readonly name: string;
  readonly value: ComponentChildren;
  /** An id or an address, to be copied letter by letter. */
  readonly mono?: boolean | undefined;
  /** Where facts stand beside each other, this one has the line to itself. */
  readonly wide?: boolean | undefined;
}

/** Names and values in two columns, in one on a phone. */
export const SheetFacts = ({ facts }: { readonly facts: readonly SheetFact[] }) => (
  <dl class="sheet__facts">
    {facts.map(({ name, value, mono, wide }) => (
      <Fragment key={name}>
        <dt>{name}</dt>
        <dd class={classNames(mono === true && 'sheet__mono', wide === true && 'sheet__wide')}>{value}</dd>
      </Fragment>
    ))}
  </dl>
);
