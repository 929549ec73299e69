import type { ImportFieldChange } from '../../../core/domain/import/import-field.ts';
import { importWords } from '../../../i18n/screens/import.ts';
import { Icon } from '../../components/Icon.tsx';
import { useWordsWith } from '../../words-context.ts';
import { shownValue } from './shown-value.ts';

/** What would change of a person in the vault, field by field, before and after. */
export const ImportChanges = ({ changes }: { readonly changes: readonly ImportFieldChange[] }) => {
  const words = useWordsWith(importWords);
  const text = words.imports.row;
  if (changes.length === 0) return null;
  const said = (change: ImportFieldChange & { readonly before: string }, value: string): string => {
    const shown = shownValue(words, change.field, value);
    return shown === '' ? text.empty : shown;
  };
  return (
    <div class="import-changes">
      <p class="import-changes__title">{text.changes}</p>
      <dl>
        {changes.map((change) => (
          <div key={change.field} class="import-changes__line">
            <dt>{words.importDoubts.fields[change.field]}</dt>
            <dd>
              {change.field === 'number' ? (
                change.change === 'added' ? (
                  text.added
                ) : (
                  text.replaced
                )
              ) : (
                <>
                  <span class="import-changes__before">{said(change, change.before)}</span>
                  <Icon name="next" small />
                  <span class="visually-hidden">{text.arrow}</span>
                  <strong>{said(change, change.after)}</strong>
                </>
              )}
            </dd>
          </div>
        ))}
      </dl>
    </div>
  );
};
