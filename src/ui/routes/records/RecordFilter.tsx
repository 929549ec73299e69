import { useSignal } from '@preact/signals';
import { useId } from 'preact/hooks';
import type { ActionChoice } from '../../../app/models/action-groups.ts';
import { ACTION_GROUPS, offeredIn, parseActionChoice } from '../../../app/models/action-groups.ts';
import type { Span } from '../../../app/models/records-model.ts';
import { PERSON_KINDS } from '../../../core/domain/person/person-kind.ts';
import { recordsWords } from '../../../i18n/screens/records.ts';
import { Button } from '../../components/Button.tsx';
import { FieldFrame } from '../../components/FieldFrame.tsx';
import { PersonChoice } from '../../components/PersonChoice.tsx';
import { PillButton } from '../../components/PillButton.tsx';
import { SelectField } from '../../components/SelectField.tsx';
import { useRecords } from '../../use-records.ts';
import { useWordsWith } from '../../words-context.ts';
import './record-filter.css';

const SPANS: readonly Span[] = ['today', 'month', 'year'];
const EVERY_MEMBER = '';

/** Period, person, member, act. On a phone it opens at a touch, so that the entries come first. */
export const RecordFilter = () => {
  const words = useWordsWith(recordsWords);
  const text = words.records.filter;
  const id = useId();
  const model = useRecords();
  const open = useSignal(model.isNarrowed.peek());
  const filter = model.filter.value;
  const members = model.shown.value?.members ?? [];
  const isNarrowed = model.isNarrowed.value;
  return (
    <section class="record-filter" aria-label={text.title} data-open={open.value}>
      <div class="record-filter__toggle">
        <Button icon="search" expanded={open.value} controls={id} onClick={() => (open.value = !open.value)}>
          {text.open}
        </Button>
      </div>
      <div class="record-filter__fields" id={id}>
        <DateBox label={text.from} value={filter.from} max={filter.to} onChange={(from) => model.narrow({ from })} />
        <DateBox label={text.to} value={filter.to} min={filter.from} onChange={(to) => model.narrow({ to })} />
        <ActionField value={filter.action} occurring={model.actions.value} onChange={(action) => model.narrow({ action })} />
        <PersonChoice
          label={text.person}
          placeholder={text.personHint}
          kinds={PERSON_KINDS}
          chosen={filter.person === null ? null : filter.person.name === '' ? words.records.gone : filter.person.name}
          onChoose={({ id: person, name }) => model.narrow({ person: { id: person, name } })}
          onAgain={() => model.narrow({ person: null })}
        />
        {members.length < 2 ? null : (
          <SelectField
            label={text.member}
            value={filter.memberId ?? EVERY_MEMBER}
            choices={[{ value: EVERY_MEMBER, label: text.memberAll }, ...members.map(({ id: value, name }) => ({ value, label: name }))]}
            onChange={(chosen) => model.narrow({ memberId: chosen === EVERY_MEMBER ? null : chosen })}
          />
        )}
        <div class="record-filter__spans" role="group" aria-label={text.span}>
          {SPANS.map((span) => (
            <PillButton key={span} onClick={() => model.lastDays(span)}>
              {text.spans[span]}
            </PillButton>
          ))}
          {isNarrowed ? (
            <Button look="quiet" icon="cross" onClick={model.clear}>
              {text.clear}
            </Button>
          ) : null}
        </div>
      </div>
      {isNarrowed && model.shown.value !== null && model.all.value !== null ? (
        <p class="record-filter__found" role="status">
          {words.records.found(model.shown.value.total, model.all.value)}
        </p>
      ) : null}
    </section>
  );
};

/** The browser's own calendar: typing, arrow keys and a sheet of days come with it. */
const DateBox = (props: {
  readonly label: string;
  readonly value: string;
  readonly min?: string | undefined;
  readonly max?: string | undefined;
  readonly onChange: (value: string) => void;
}) => {
  const id = useId();
  return (
    <FieldFrame id={id} label={props.label}>
      <input
        id={id}
        class="field__input"
        type="date"
        value={props.value}
        min={props.min === '' ? undefined : props.min}
        max={props.max === '' ? undefined : props.max}
        autocomplete="off"
        onChange={(event) => props.onChange(event.currentTarget.value)}
      />
    </FieldFrame>
  );
};

const ActionField = ({ value, occurring, onChange }: { readonly value: ActionChoice; readonly occurring: ReadonlySet<string> | null; readonly onChange: (value: ActionChoice) => void }) => {
  const { audit, records } = useWordsWith(recordsWords);
  const id = useId();
  return (
    <FieldFrame id={id} label={records.filter.action}>
      <select
        id={id}
        class="field__input field__input--select"
        value={value}
        autocomplete="off"
        onChange={(event) => onChange(parseActionChoice(event.currentTarget.value))}
      >
        <option value="all">{records.filter.actionAll}</option>
        {ACTION_GROUPS.map((group) => {
          const offered = offeredIn(group, occurring, value);
          return offered.length === 0 && value !== `group:${group}` ? null : (
            <optgroup key={group} label={audit.groups[group]}>
              <option value={`group:${group}`}>{records.filter.actionGroup(audit.groups[group])}</option>
              {offered.map((action) => (
                <option key={action} value={action}>
                  {audit.actions[action]}
                </option>
              ))}
            </optgroup>
          );
        })}
      </select>
    </FieldFrame>
  );
};
