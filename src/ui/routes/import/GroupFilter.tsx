import type { ImportView } from '../../../app/models/import-arrangement.ts';
import { IMPORT_GROUPS } from '../../../app/models/import-arrangement.ts';
import type { ImportPreview } from '../../../core/domain/import/import-preview.ts';
import { importWords } from '../../../i18n/screens/import.ts';
import { PillButton } from '../../components/PillButton.tsx';
import { useImport } from '../../use-import.ts';
import { useWordsWith } from '../../words-context.ts';
import './group-filter.css';

/** How many rows there are of each group; pressing one shows only these, put in order anew. */
export const GroupFilter = ({ preview }: { readonly preview: ImportPreview }) => {
  const text = useWordsWith(importWords).imports;
  const model = useImport();
  const views: readonly ImportView[] = ['all', ...IMPORT_GROUPS];
  const countOf = (view: ImportView): number => (view === 'all' ? preview.rows.length : preview.counts[view]);
  return (
    <div class="group-filter" role="group" aria-label={text.filter}>
      {views
        .filter((view) => view === 'all' || countOf(view) > 0 || model.view.value === view)
        .map((view) => (
          <PillButton key={view} isOn={model.view.value === view} onClick={() => model.show(view)}>
            <span>{text.groups[view]}</span>
            <b>{text.count(countOf(view))}</b>
          </PillButton>
        ))}
    </div>
  );
};
