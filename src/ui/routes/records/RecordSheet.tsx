import { fingerprintOf } from '../../../app/models/checkpoint-text.ts';
import { actionText, codeText } from '../../../app/models/audit-text.ts';
import { parseActionChoice } from '../../../app/models/action-groups.ts';
import type { RecordFilter } from '../../../app/models/records-model.ts';
import type { RecordSheet as Content } from '../../../app/models/record-sheet-model.ts';
import type { LogRow } from '../../../core/contract/log-api.ts';
import { tokyoDateOf } from '../../../core/domain/date/civil-date.ts';
import type { Messages } from '../../../i18n/messages.ts';
import { printRecordsWords } from '../../../i18n/screens/print-records.ts';
import { PaperDate } from '../../components/PaperDate.tsx';
import { PaperTable } from '../../components/PaperTable.tsx';
import { QrCode } from '../../components/QrCode.tsx';
import { nameText } from '../../name-text.ts';
import { useHome } from '../../use-home.ts';
import { useVault } from '../../vault-context.ts';
import { useWordsWith } from '../../words-context.ts';
import { isAboutPerson } from './about-person.ts';
import { verifiedText } from './verified-text.ts';
import './record-sheet.css';
import './checkpoint-sheet.css';

const COLUMNS = ['no', 'when', 'who', 'what', 'whose', 'why'] as const;

type Members = readonly { readonly id: string; readonly name: string }[];

/** What the record was narrowed to. */
const filterText = (words: Pick<Messages, 'audit' | 'dates' | 'prints' | 'records'>, filter: RecordFilter, members: Members): string => {
  const { dates, audit, records, prints: text } = words;
  const own = text.record;
  const span =
    filter.from !== '' && filter.to !== ''
      ? own.between(dates.date(filter.from), dates.date(filter.to))
      : filter.from !== ''
        ? own.from(dates.date(filter.from))
        : filter.to === ''
          ? ''
          : own.to(dates.date(filter.to));
  const action = filter.action.startsWith('group:')
    ? (Object.entries(audit.groups).find(([group]) => parseActionChoice(`group:${group}`) === filter.action)?.[1] ?? '')
    : filter.action === 'all'
      ? ''
      : actionText(words, filter.action);
  const parts: readonly (readonly [name: string, value: string])[] = [
    [own.span, span],
    [records.filter.member, members.find(({ id }) => id === filter.memberId)?.name ?? ''],
    [records.filter.action, action],
    [records.filter.person, filter.person === null ? '' : filter.person.name === '' ? records.gone : nameText(filter.person.name)],
  ];
  const said = parts.filter(([, value]) => value !== '').map(([name, value]) => text.is(name, value));
  return said.length === 0 ? text.all : text.and(said);
};

/** 取扱記録: who, when, what, whose, why; and the checkpoint that fixes the record it was taken from. */
export const RecordSheet = (props: {
  readonly sheet: Content;
  readonly filter: RecordFilter;
  readonly members: Members;
  readonly at: number;
}) => {
  const words = useWordsWith(printRecordsWords);
  const own = words.prints.record;
  const record = useHome().record.value;
  const { rows, total, checkpoint } = props.sheet;
  return (
    <PaperTable
      title={own.sheet}
      at={props.at}
      which={filterText(words, props.filter, props.members)}
      facts={[
        { name: own.whole, value: own.wholeOf(checkpoint.size, words.dates.dayTime(checkpoint.time)), wide: true },
        { name: own.verified, value: verifiedText(words, record?.verified), wide: true },
        { name: own.fingerprint, value: fingerprintOf(checkpoint).join(' '), mono: true, wide: true },
      ]}
      summary={<strong>{own.count(total)}</strong>}
      columns={COLUMNS.map((id) => ({ id, name: own.columns[id] }))}
      foot={own.noNumber}
      rows={rows.map((row) => (
        <Row key={`${row.logId}/${row.seq}`} row={row} />
      ))}
      after={
        <section class="record-sheet__proof">
          <div>
            <h3>{own.checkpoint}</h3>
            <p class="sheet__hint">{own.checkpointWhy}</p>
            <pre class="checkpoint-sheet__text" translate={false} tabIndex={0}>
              {checkpoint.note}
            </pre>
            <p class="sheet__hint">{own.fingerprintWhy}</p>
          </div>
          <QrCode text={checkpoint.note} label={words.checkpoints.qr} />
        </section>
      }
    />
  );
};

const Row = ({ row }: { readonly row: LogRow }) => {
  const words = useWordsWith(printRecordsWords);
  const own = words.prints.record;
  const isEarlier = row.logId !== useVault().view.value.storeId;
  return (
    <tr>
      <td class="paper__number">
        {(row.seq + 1).toLocaleString()}
        {isEarlier ? <span class="paper__more">{words.records.earlier}</span> : null}
      </td>
      <td class="paper__number">
        <PaperDate date={tokyoDateOf(row.time)} /> {words.dates.clock(row.time)}
      </td>
      <td class="paper__name" data-head={own.columns.who}>
        {nameText(row.memberName)}
      </td>
      <th scope="row" class="paper__whole">
        <strong>{actionText(words, row.action)}</strong>
      </th>
      <td class="paper__name" data-head={own.columns.whose}>
        {row.personName !== '' ? nameText(row.personName) : isAboutPerson(row) ? words.records.gone : ''}
      </td>
      <td class="paper__whole">
        {row.codes.map((code) => (
          <span key={code} class="paper__more">
            {codeText(words, code)}
          </span>
        ))}
      </td>
    </tr>
  );
};
