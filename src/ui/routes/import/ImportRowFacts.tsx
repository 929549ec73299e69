import { MASKED_NUMBER } from '../../../core/domain/number/individual-number.ts';
import type { ImportPreviewRow } from '../../../core/domain/import/import-preview.ts';
import type { Messages } from '../../../i18n/messages.ts';
import { importWords } from '../../../i18n/screens/import.ts';
import { Icon } from '../../components/Icon.tsx';
import { nameText } from '../../name-text.ts';
import { useWordsWith } from '../../words-context.ts';
import { dateText } from './shown-value.ts';

/** In words where it can be read, else as it stands in the file. */
const birthOf = (words: Pick<Messages, 'dates' | 'imports'>, written: string): string => {
  if (written === '') return '';
  const { row } = words.imports;
  const date = dateText(words, written);
  return date === null ? row.birthWritten(written) : row.birth(date);
};

/** Kind, code, on whom it hangs, birth; of the number only what becomes of it. */
export const ImportRowFacts = ({ row, place }: { readonly row: ImportPreviewRow; readonly place: string }) => {
  const words = useWordsWith(importWords);
  const text = words.imports.row;
  const facts = [
    words.persons.kinds[row.kind],
    row.corporate ? text.company : '',
    row.code,
    row.kind === 'dependant' ? text.parent(nameText(row.parentName), row.relationship) : '',
    birthOf(words, row.birthDate),
  ].filter((fact) => fact !== '');
  return (
    <div class="import-row__facts">
      <p>{facts.join(' · ')}</p>
      {row.leftOut ? null : <NumberFact row={row} />}
      <p>{place}</p>
    </div>
  );
};

const NumberFact = ({ row }: { readonly row: ImportPreviewRow }) => {
  const text = useWordsWith(importWords).imports.row;
  if (row.corporateNumber !== '')
    return (
      <p class="import-row__number">
        {text.corporateNumber} {row.corporateNumber}
      </p>
    );
  const hasDots = row.numberShown !== 'none' && row.numberShown !== 'corporate' && row.numberShown !== 'problem';
  return (
    <p class="import-row__number" data-shown={row.numberShown}>
      {hasDots ? (
        <span class="import-row__dots" aria-hidden="true">
          {MASKED_NUMBER}
        </span>
      ) : null}
      {row.numberShown === 'problem' ? <Icon name="triangle" small /> : null}
      <span>{text.numbers[row.numberShown]}</span>
    </p>
  );
};
