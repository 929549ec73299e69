import { ENTRIES_PER_SCREEN } from '../../../app/models/records-model.ts';
import { recordsWords } from '../../../i18n/screens/records.ts';
import { Button } from '../../components/Button.tsx';
import { useRecords } from '../../use-records.ts';
import { useWordsWith } from '../../words-context.ts';

/** From one stretch to the next; the list begins at its top again. */
export const RecordPages = () => {
  const words = useWordsWith(recordsWords);
  const model = useRecords();
  const shown = model.shown.value;
  if (shown === null || shown.total === 0) return null;
  const first = model.offset.value + 1;
  const last = Math.min(shown.total, first + ENTRIES_PER_SCREEN - 1);
  const turn = (to: 'newer' | 'older'): void => {
    model.turn(to);
    document.querySelector('.record-table')?.scrollIntoView({ block: 'start' });
  };
  return (
    <nav class="record-pages" aria-label={words.records.pages}>
      <p role="status">{words.records.range(first, last, shown.total)}</p>
      {shown.total <= ENTRIES_PER_SCREEN ? null : (
        <div class="row">
          <Button icon="back" disabled={first === 1} onClick={() => turn('newer')}>
            {words.records.newer}
          </Button>
          <Button icon="next" disabled={last === shown.total} onClick={() => turn('older')}>
            {words.records.older}
          </Button>
        </div>
      )}
    </nav>
  );
};
