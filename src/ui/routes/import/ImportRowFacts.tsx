import { MASKED_NUMBER } from '../../../core/domain/number/individual-number.ts';
import type { ImportPreviewRow } from '../../../core/domain/import/import-preview.ts';
import { Icon } from '../../components/Icon.tsx';
import { useWords } from '../../words-context.ts';

/** Kind, code, on whom it hangs, birth as written; of the number only what becomes of it. */
export const ImportRowFacts = ({ row }: { readonly row: ImportPreviewRow }) => {
  const words = useWords();
  const text = words.imports.row;
  const facts = [
    words.persons.kinds[row.kind],
    row.corporate ? text.company : '',
    row.code,
    row.kind === 'dependant' ? text.parent(row.parentName, row.relationship) : '',
    row.birthDate === '' ? '' : text.birth(row.birthDate),
  ].filter((fact) => fact !== '');
  return (
    <div class="import-row__facts">
      <p>{facts.join(' · ')}</p>
      {row.leftOut ? null : <NumberFact row={row} />}
    </div>
  );
};

const NumberFact = ({ row }: { readonly row: ImportPreviewRow }) => {
  const text = useWords().imports.row;
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
