import type { ComponentChildren } from 'preact';
import { printsWords } from '../../i18n/screens/prints.ts';
import { useWordsWith } from '../words-context.ts';
import { Sign } from './Icon.tsx';
import type { SheetFact } from './Sheet.tsx';
import { SheetFacts } from './Sheet.tsx';
import './sheet.css';
import './paper-table.css';

export interface PaperColumn {
  readonly id: string;
  readonly name: string;
}

/**
 * A list for paper, as many sheets as it takes: heading, columns and foot come again on every sheet, and the number of the sheet stands
 * below. On the screen it is one long sheet, which is pushed sideways where the screen is narrower than the columns.
 */
export const PaperTable = (props: {
  readonly title: string;
  readonly facts: readonly SheetFact[];
  /** A line above the table: how many, how they stand. */
  readonly summary: ComponentChildren;
  /** One line that tells a loose sheet from another list's. */
  readonly running: string;
  readonly columns: readonly PaperColumn[];
  /** Rows, `<tr>` each. */
  readonly rows: ComponentChildren;
  readonly foot: string;
  /** Behind the table, once. */
  readonly after?: ComponentChildren | undefined;
}) => {
  const text = useWordsWith(printsWords).prints;
  return (
    <section class="sheet paper" aria-label={props.title}>
      <header class="sheet__head">
        <Sign />
        <h2>{props.title}</h2>
      </header>
      <SheetFacts facts={props.facts} />
      <div class="paper__summary">{props.summary}</div>
      <div class="paper__scroll" role="region" aria-label={`${text.below} ${props.title}`} tabIndex={0}>
        <table class="paper__table">
          <colgroup>
            {props.columns.map(({ id }) => (
              <col key={id} class={`paper__column--${id}`} />
            ))}
          </colgroup>
          <thead>
            <tr>
              {props.columns.map(({ id, name }) => (
                <th key={id} scope="col">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tfoot>
            <tr>
              <td colSpan={props.columns.length}>
                {props.foot}
                <span class="paper__running" aria-hidden="true">
                  {props.running}
                </span>
              </td>
            </tr>
          </tfoot>
          <tbody>{props.rows}</tbody>
        </table>
      </div>
      {props.after}
    </section>
  );
};
