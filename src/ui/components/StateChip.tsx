import type { NumberState } from '../../core/domain/person/number-state.ts';
import { personChoiceWords } from '../../i18n/screens/person-choice.ts';
import { useWordsWith } from '../words-context.ts';
import type { ChipTone } from './Chip.tsx';
import { Chip } from './Chip.tsx';

const TONES: Record<NumberState, ChipTone> = { 'not-asked': 'warn', kept: 'ok', 'use-ended': 'wait', corporate: 'plain' };

/** Where the number of a person stands. */
export const StateChip = ({ state }: { readonly state: NumberState }) => (
  <Chip tone={TONES[state]}>{useWordsWith(personChoiceWords).persons.states[state]}</Chip>
);
