import { tokyoDateOf } from '../../../core/domain/date/civil-date.ts';
import { isoTimeOf } from '../../../core/domain/date/moment.ts';
import type { LogRow } from '../../../core/contract/log-api.ts';
import type { PersonId } from '../../../core/domain/ids.ts';
import { hrefTo } from '../../../app/router/routes.ts';
import { actionText, codeText } from '../../../app/models/audit-text.ts';
import { recordsWords } from '../../../i18n/screens/records.ts';
import { nameText } from '../../name-text.ts';
import { useVault } from '../../vault-context.ts';
import { useWordsWith } from '../../words-context.ts';
import { isAboutPerson } from './about-person.ts';
import './record-table.css';

interface Day {
  readonly date: string;
  readonly time: number;
  readonly rows: readonly LogRow[];
}

const daysOf = (rows: readonly LogRow[]): readonly Day[] => {
  const days: { date: string; time: number; rows: LogRow[] }[] = [];
  for (const row of rows) {
    const date = tokyoDateOf(row.time);
    const last = days.at(-1);
    if (last?.date === date) last.rows.push(row);
    else days.push({ date, time: row.time, rows: [row] });
  }
  return days;
};

/**
 * Entries by day. A real table, so that a screen reader can say the column; on a phone each entry stands in lines under
 * one another, and the roles are spelled out because some browsers drop them with the layout.
 */
export const RecordTable = ({ rows }: { readonly rows: readonly LogRow[] }) => {
  const words = useWordsWith(recordsWords);
  const { columns } = words.records;
  return (
    <table class="record-table" role="table" aria-label={words.records.table}>
      <thead role="rowgroup">
        <tr role="row">
          <th role="columnheader" scope="col">{columns.when}</th>
          <th role="columnheader" scope="col">{columns.who}</th>
          <th role="columnheader" scope="col">{columns.what}</th>
          <th role="columnheader" scope="col">{columns.whose}</th>
          <th role="columnheader" scope="col">{columns.why}</th>
        </tr>
      </thead>
      {daysOf(rows).map((day) => (
        <tbody key={`${day.date}/${day.time}`} role="rowgroup">
          <tr role="row" class="record-table__day">
            <th role="rowheader" scope="rowgroup" colSpan={5}>
              {words.dates.dayWithWeekday(day.time)}
            </th>
          </tr>
          {day.rows.map((row) => (
            <Entry key={`${row.logId}/${row.seq}`} row={row} />
          ))}
        </tbody>
      ))}
    </table>
  );
};

const Entry = ({ row }: { readonly row: LogRow }) => {
  const words = useWordsWith(recordsWords);
  const vault = useVault();
  const isEarlier = row.logId !== vault.view.value.storeId;
  return (
    <tr role="row">
      <td role="cell" class="record-table__when">
        <time dateTime={isoTimeOf(row.time)}>{words.dates.clock(row.time)}</time>
        <span class="record-table__no">
          {words.records.noOf(row.seq + 1)}
        </span>
        {isEarlier ? <span class="record-table__no">{words.records.earlier}</span> : null}
      </td>
      <td role="cell" class="record-table__who">
        {nameText(row.memberName)}
      </td>
      <td role="cell" class="record-table__what">
        {actionText(words, row.action)}
      </td>
      <td role="cell" class="record-table__whose">
        <Subject row={row} />
      </td>
      <td role="cell" class="record-table__why">
        {row.codes.map((code) => (
          <span key={code}>{codeText(words, code)}</span>
        ))}
      </td>
    </tr>
  );
};

const Subject = ({ row }: { readonly row: LogRow }) => {
  const words = useWordsWith(recordsWords);
  const vault = useVault();
  if (row.personName !== '') return <a href={hrefTo('person', vault.persons.of(row.personId as PersonId))}>{nameText(row.personName)}</a>;
  return isAboutPerson(row) ? <span class="record-table__gone">{words.records.gone}</span> : null;
};
