import { checkText, checkTitle } from '../../../app/models/check-text.ts';
import type { CheckRow as Row } from '../../../app/models/diagnosis-model.ts';
import type { CheckState } from '../../../core/domain/diagnosis/checks.ts';
import { diagnosisWords } from '../../../i18n/screens/diagnosis.ts';
import type { ChipTone } from '../../components/Chip.tsx';
import { Chip } from '../../components/Chip.tsx';
import { useWordsWith } from '../../words-context.ts';
import { CheckWay } from './CheckWay.tsx';

const TONES: Readonly<Record<CheckState, ChipTone>> = { good: 'ok', note: 'info', warn: 'warn', bad: 'bad', unknown: 'wait' };

/** What is looked at, how it stands by word, shape and colour, what that means, and the one way out. */
export const CheckRow = ({ row, onAgain }: { readonly row: Row; readonly onAgain: () => void }) => {
  const words = useWordsWith(diagnosisWords);
  const { check, finding, isBusy } = row;
  const { states } = words.checks;
  return (
    <li class="diagnosis__check">
      <h3>{checkTitle(words, check)}</h3>
      <span class="diagnosis__state">
        {isBusy || finding === null ? <Chip tone="plain">{states.busy}</Chip> : <Chip tone={TONES[finding.state]}>{states[finding.state]}</Chip>}
      </span>
      {finding === null ? null : <p class="diagnosis__words">{checkText(words, finding)}</p>}
      {finding?.way === undefined || finding.way === null ? null : (
        <div class="diagnosis__way">
          <CheckWay check={check} way={finding.way} isBusy={isBusy} onAgain={onAgain} />
        </div>
      )}
    </li>
  );
};
