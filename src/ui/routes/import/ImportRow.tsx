import { fileNameText } from '../../../app/models/file-name-text.ts';
import type { PlacedRow } from '../../../app/models/import-arrangement.ts';
import { groupOf } from '../../../app/models/import-arrangement.ts';
import type { ImportPreviewFile, ImportPreviewRow } from '../../../core/domain/import/import-preview.ts';
import { Button } from '../../components/Button.tsx';
import type { ChipTone } from '../../components/Chip.tsx';
import { Chip } from '../../components/Chip.tsx';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { Icon } from '../../components/Icon.tsx';
import type { PlaceOf } from '../../../i18n/import-doubt-texts.ts';
import { noteWords } from '../../../i18n/import-doubt-texts.ts';
import { importWords } from '../../../i18n/screens/import.ts';
import { nameText } from '../../name-text.ts';
import { useImport } from '../../use-import.ts';
import { useWordsWith } from '../../words-context.ts';
import { ImportChanges } from './ImportChanges.tsx';
import { ImportDoubtCard } from './ImportDoubtCard.tsx';
import { ImportRowFacts } from './ImportRowFacts.tsx';
import './import-row.css';

const TONES: Record<ReturnType<typeof groupOf>, ChipTone> = { doubt: 'warn', new: 'info', changed: 'wait', same: 'plain', leftOut: 'plain' };

interface RowProps {
  readonly row: ImportPreviewRow;
  readonly placed: PlacedRow;
  readonly files: readonly ImportPreviewFile[];
  /** A heading stands above it. */
  readonly isFirstOfGroup: boolean;
}

/** One row of a file: who, what becomes of it, what has to be decided, what would change. */
export const ImportRow = ({ row, placed, files, isFirstOfGroup }: RowProps) => {
  const words = useWordsWith(importWords);
  const text = words.imports;
  const model = useImport();
  const group = groupOf(row);
  const place: PlaceOf = ({ fileIndex, line }) =>
    fileIndex === row.fileIndex ? text.row.line(line) : text.row.place(fileNameText(files[fileIndex]?.fileName ?? ''), line);
  // Where doubts stood, rows stay until another part of the list is looked at; the heading follows what they have become.
  const isDecided = placed.group === 'doubt' && model.allDecided.value;
  const isSettled = placed.group === 'doubt' && group !== 'doubt';
  const error = model.rowError.value;
  return (
    <>
      {isFirstOfGroup ? (
        <li class="import-rows__head">
          <h2>{isDecided ? text.row.settled : text.groups[placed.group]}</h2>
          <p>{isDecided ? text.decidedHint : text.groupHints[placed.group]}</p>
        </li>
      ) : null}
      <li class="import-row" id={`import-row-${row.rowId}`} data-group={group} tabIndex={-1}>
        <div class="import-row__head">
          <div class="import-row__who">
            <h3 class="import-row__name">{row.name === '' ? text.row.noName : nameText(row.name)}</h3>
            {row.kana === '' ? null : <p class="import-row__kana">{nameText(row.kana)}</p>}
          </div>
          <div class="import-row__state" aria-live="polite">
            {isSettled ? <Chip tone="ok">{text.row.settled}</Chip> : null}
            <Chip tone={TONES[group]}>{text.groups[group]}</Chip>
          </div>
        </div>
        <ImportRowFacts row={row} place={files.length > 1 ? text.row.place(fileNameText(files[row.fileIndex]?.fileName ?? ''), row.line) : text.row.line(row.line)} />
        {row.leftOut
          ? null
          : row.doubts.map((doubt, at) => (
              <ImportDoubtCard key={`${doubt.type}/${doubt.field}/${at}`} doubt={doubt} row={row} place={place} />
            ))}
        {row.leftOut ? null : <ImportChanges changes={row.changes} />}
        {row.notes.length === 0 ? null : (
          <ul class="import-row__notes" role="list">
            {row.notes.map((note, at) => (
              <li key={at}>
                <Icon name="info" small />
                <span>{nameText(noteWords(words.importDoubts.notes, note, place))}</span>
              </li>
            ))}
          </ul>
        )}
        {error?.rowId === row.rowId ? <ErrorNotice error={error.error} /> : null}
        <Acts row={row} />
      </li>
    </>
  );
};

/** Leaving a row out is always possible, and so is taking back whatever was decided about it. */
const Acts = ({ row }: { readonly row: ImportPreviewRow }) => {
  const text = useWordsWith(importWords).imports.row;
  const model = useImport();
  const isWorking = model.working.value === row.rowId;
  const name = row.name === '' ? text.noName : nameText(row.name);
  // Left out because another row was taken: taking this one instead is what brings it back.
  const isSuperseded = row.notes.some(({ type }) => type === 'Superseded');
  return (
    <div class="import-row__acts">
      {row.leftOut ? (
        <Button
          look="quiet"
          busy={isWorking}
          label={text.putBackOf(name)}
          onClick={() => void model.answer(row.rowId, { type: isSuperseded ? 'take' : 'putBack' })}
        >
          {text.putBack}
        </Button>
      ) : (
        <Button look="quiet" busy={isWorking} label={text.leaveOutOf(name)} onClick={() => void model.answer(row.rowId, { type: 'leaveOut' })}>
          {text.leaveOut}
        </Button>
      )}
      {model.decided.value.has(row.rowId) ? (
        <Button look="quiet" busy={isWorking} onClick={() => void model.answer(row.rowId, { type: 'reset' })}>
          {text.reset}
        </Button>
      ) : null}
      <span class="import-row__working" role="status">
        {isWorking ? text.working : ''}
      </span>
    </div>
  );
};
