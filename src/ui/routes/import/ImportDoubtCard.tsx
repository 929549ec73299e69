import type { Sides } from '../../../app/models/import-answers.ts';
import { answersTo, sidesOf } from '../../../app/models/import-answers.ts';
import type { ImportDoubt } from '../../../core/domain/import/import-doubt.ts';
import type { ImportField } from '../../../core/domain/import/import-field.ts';
import type { ImportPreviewRow } from '../../../core/domain/import/import-preview.ts';
import { MASKED_NUMBER } from '../../../core/domain/number/individual-number.ts';
import type { PlaceOf } from '../../../i18n/import-doubt-texts.ts';
import { doubtWords } from '../../../i18n/import-doubt-texts.ts';
import { importWords } from '../../../i18n/screens/import.ts';
import { Icon } from '../../components/Icon.tsx';
import { nameText } from '../../name-text.ts';
import { useWordsWith } from '../../words-context.ts';
import { ImportAnswers } from './ImportAnswers.tsx';
import { shownValue } from './shown-value.ts';
import './import-doubt-card.css';

/** One doubt: what it is, both sides where there are two, and the answers in place. */
export const ImportDoubtCard = (props: { readonly doubt: ImportDoubt; readonly row: ImportPreviewRow; readonly place: PlaceOf }) => {
  const words = useWordsWith(importWords);
  const { doubt, row } = props;
  const { what, todo } = doubtWords(words.importDoubts.doubts, doubt, props.place);
  const sides = sidesOf(doubt, row);
  return (
    <div class="import-doubt" role="group" aria-label={what}>
      <div class="import-doubt__words">
        <Icon name="triangle" small />
        <div>
          <h4>{nameText(what)}</h4>
          {todo === '' ? null : <p>{nameText(todo)}</p>}
        </div>
      </div>
      {sides === null ? null : <SideBySide sides={sides} isAnother={doubt.type === 'SamePersonTwice'} />}
      <ImportAnswers doubt={doubt} row={row} answers={answersTo(doubt, row)} />
    </div>
  );
};

/** Numbers are dots on both sides: that they differ is all that is said. */
const SideBySide = ({ sides, isAnother }: { readonly sides: Sides; readonly isAnother: boolean }) => {
  const words = useWordsWith(importWords);
  const text = words.importDoubts.sides;
  const [left, right] = sides.labels === 'stored-file' ? [text.stored, text.file] : [text.first, text.second];
  const shown = (field: ImportField, value: string | null, isRight: boolean) =>
    value === null ? (
      <>
        <span aria-hidden="true">{MASKED_NUMBER}</span>
        <span class="visually-hidden">{text.hidden}</span>
        {isAnother && isRight ? ` ${text.another}` : ''}
      </>
    ) : value === '' ? (
      <span class="import-sides__nothing">{text.nothing}</span>
    ) : (
      shownValue(words, field, value)
    );
  return (
    <table class="import-sides">
      <thead>
        <tr>
          <td />
          <th scope="col">{left}</th>
          <th scope="col">{right}</th>
        </tr>
      </thead>
      <tbody>
        {sides.lines.map((line) => (
          <tr key={line.field}>
            <th scope="row">{words.importDoubts.fields[line.field]}</th>
            <td>{shown(line.field, line.left, false)}</td>
            <td>{shown(line.field, line.right, true)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
};
