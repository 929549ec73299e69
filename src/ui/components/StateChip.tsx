import type { NumberState } from '../../core/domain/person/number-state.ts';
import { personChoiceWords } from '../../i18n/screens/person-choice.ts';
import { useWordsWith } from '../words-context.ts';
import type { ChipTone } from './Chip.tsx';
import { Chip } from './Chip.tsx';

const TONES: Record<NumberState, ChipTone> = { 'not-asked': 'warn', kept: 'ok', 'use-ended': 'wait', corporate: 'plain' };

/** Where the number of a person stands. Heard, or seen `alone`, without what stands around it, a state would say nothing of what. */
export const StateChip = ({ state, alone = false }: { readonly state: NumberState; readonly alone?: boolean }) => {
  const { persons } = useWordsWith(personChoiceWords);
  return (
    <Chip tone={TONES[state]}>
      {state === 'corporate' ? null : <span class={alone ? undefined : 'visually-hidden'}>{persons.stateFilter} </span>}
      {persons.states[state]}
    </Chip>
  );
};
