import type { PersonSheet as Content, PersonSheetRow } from '../../../core/contract/person-api.ts';
import type { PersonSheetFilter } from '../../../app/models/person-sheet-model.ts';
import { withoutNumbers } from '../../../core/domain/import/mask-numbers.ts';
import type { NumberState } from '../../../core/domain/person/number-state.ts';
import { NUMBER_STATES } from '../../../core/domain/person/number-state.ts';
import { PERSON_KINDS } from '../../../core/domain/person/person-kind.ts';
import type { Messages } from '../../../i18n/messages.ts';
import { printPersonsWords } from '../../../i18n/screens/print-persons.ts';
import { PaperDate } from '../../components/PaperDate.tsx';
import { PaperTable } from '../../components/PaperTable.tsx';
import { StateChip } from '../../components/StateChip.tsx';
import { isLongName, nameText } from '../../name-text.ts';
import { useWordsWith } from '../../words-context.ts';

const COLUMNS = ['name', 'kind', 'state', 'from', 'to'] as const;

/** What the list was narrowed to. A number that was searched by is not said: it would be on the paper. */
const filterText = ({ persons, prints: text }: Pick<Messages, 'persons' | 'prints'>, { text: word, kinds, states }: PersonSheetFilter): string => {
  const named = (name: string, values: readonly string[]): readonly string[] => (values.length === 0 ? [] : [text.is(name, text.list(values))]);
  const parts = [
    ...named(text.persons.kinds, PERSON_KINDS.filter((kind) => kinds.includes(kind)).map((kind) => persons.kinds[kind])),
    ...named(text.persons.states, NUMBER_STATES.filter((state) => states.includes(state)).map((state) => persons.states[state])),
    ...named(text.persons.word, word.trim() === '' ? [] : [withoutNumbers(word.trim()) === word.trim() ? word.trim() : text.hiddenText]),
  ];
  return parts.length === 0 ? text.all : text.and(parts);
};

/** How many stand where, of those on the paper. */
const countStates = (rows: readonly PersonSheetRow[]): readonly { readonly state: NumberState; readonly count: number }[] =>
  NUMBER_STATES.map((state) => ({ state, count: rows.filter((row) => row.state === state).length })).filter(({ count }) => count > 0);

/** 対象者一覧: who, of what kind, where the number stands, and how long. No number, and none is read for it. */
export const PersonSheet = (props: { readonly sheet: Content; readonly filter: PersonSheetFilter; readonly at: number }) => {
  const words = useWordsWith(printPersonsWords);
  const own = words.prints.persons;
  const { rows, counts } = props.sheet;
  return (
    <PaperTable
      title={own.sheet}
      at={props.at}
      which={filterText(words, props.filter)}
      summary={
        <>
          <strong>{own.count(rows.length, counts.all)}</strong>
          {countStates(rows).map(({ state, count }) => (
            <span key={state}>{own.stateCount(words.persons.states[state], count)}</span>
          ))}
        </>
      }
      columns={COLUMNS.map((id) => ({ id, name: own.columns[id] }))}
      foot={own.noNumber}
      rows={rows.map((row) => (
        <Row key={row.id} row={row} />
      ))}
    />
  );
};

const Row = ({ row }: { readonly row: PersonSheetRow }) => {
  const words = useWordsWith(printPersonsWords);
  const own = words.prints.persons;
  const more = row.kind === 'dependant' && row.parentName !== '' ? own.dependantOf(nameText(row.parentName), row.relationship) : row.code;
  return (
    <tr>
      <th scope="row" class="paper__name paper__whole">
        <span class="paper__more">{nameText(row.kana)}</span>
        <span class="paper__main" data-long={isLongName(row.name)}>
          {nameText(row.name)}
        </span>
      </th>
      <td class="paper__name">
        {words.persons.kinds[row.kind]} <span class="paper__more">{more}</span>
      </td>
      <td>
        <StateChip state={row.state} />
      </td>
      <td data-head={own.columns.from}>
        <PaperDate date={row.from} />
      </td>
      <td data-head={own.columns.to}>
        <PaperDate date={row.to} />
      </td>
    </tr>
  );
};
