import type { ComponentChildren } from 'preact';
import { printsWords } from '../../i18n/screens/prints.ts';
import { nameText } from '../name-text.ts';
import { useVault } from '../vault-context.ts';
import { useWordsWith } from '../words-context.ts';
import type { SheetFact } from './Sheet.tsx';
import { Sheet, SheetFacts } from './Sheet.tsx';
import './paper-table.css';

export interface PaperColumn {
  readonly id: string;
  readonly name: string;
}

/**
 * A list for paper, as many sheets as it takes: whose vault, when, by whom and what was chosen of it stand at its head; columns and foot
 * come again on every sheet, and the number of the sheet stands below. On the screen it is one long sheet; where that is narrower than the
 * columns, rows stand as cards: there a cell's `data-head` stands before its value.
 */
export const PaperTable = (props: {
  readonly title: string;
  /** UTC ms: when it is printed. */
  readonly at: number;
  /** What the list was narrowed to. */
  readonly which: string;
  /** What else its head says. */
  readonly facts?: readonly SheetFact[] | undefined;
  /** A line above the table: how many, how they stand. */
  readonly summary: ComponentChildren;
  readonly columns: readonly PaperColumn[];
  /** Rows, `<tr>` each. */
  readonly rows: ComponentChildren;
  readonly foot: string;
  /** Behind the table, once. */
  readonly after?: ComponentChildren | undefined;
}) => {
  const { prints: text, dates } = useWordsWith(printsWords);
  const view = useVault().view.value;
  const at = dates.dayTime(props.at);
  return (
    <Sheet title={props.title} look="paper">
      <SheetFacts
        facts={[
          { name: text.facts.label, value: <strong>{view.label}</strong> },
          { name: text.facts.at, value: at },
          { name: text.facts.vaultId, value: view.vaultId, mono: true },
          { name: text.facts.by, value: nameText(view.memberName) },
          { name: text.facts.which, value: props.which, wide: true },
          ...(props.facts ?? []),
        ]}
      />
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
                {/* Tells a loose sheet from another list's. */}
                <span class="paper__running" aria-hidden="true">
                  {text.and([props.title, view.label, at])}
                </span>
              </td>
            </tr>
          </tfoot>
          <tbody>{props.rows}</tbody>
        </table>
      </div>
      {props.after}
    </Sheet>
  );
};
