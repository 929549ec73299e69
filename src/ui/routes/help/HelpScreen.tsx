import { useComputed, useSignal } from '@preact/signals';
import { useMemo } from 'preact/hooks';
import { createHelpSearch } from '../../../app/models/help-search.ts';
import { helpOfNo } from '../../../app/router/help-places.ts';
import { useApp } from '../../app-context.ts';
import { EmptyState } from '../../components/EmptyState.tsx';
import { PageHeader } from '../../components/PageHeader.tsx';
import { HelpArticle } from './HelpArticle.tsx';
import { HelpList } from './HelpList.tsx';
import { HelpSearchField } from './HelpSearchField.tsx';
import { HELP_TEXTS } from './help-texts-of.ts';
import './help-screen.css';

/** The topics beside the one that is read; on a phone one after the other. */
export const HelpScreen = () => {
  const { language, router } = useApp();
  const spoken = language.language.value;
  const text = HELP_TEXTS[spoken];
  const search = useMemo(() => createHelpSearch(text), [text]);
  const asked = useSignal('');
  const found = useComputed(() => search.find(asked.value));
  const open = helpOfNo(router.place.value.no);
  return (
    <>
      <PageHeader title={open === null ? text.title : text.texts[open].title} why={open === null ? text.why : text.texts[open].lead} focusKey={open ?? ''} />
      <div class={open === null ? 'help-screen' : 'help-screen help-screen--open'}>
        <div class="help-screen__side no-print">
          <HelpSearchField label={text.search} hint={text.searchHint} text={asked} />
          <p class="visually-hidden" role="status">
            {asked.value.trim() === '' ? '' : text.found(found.value.length)}
          </p>
          {found.value.length === 0 ? (
            <EmptyState icon="search" title={text.none}>
              <p>{text.noneWhy}</p>
            </EmptyState>
          ) : (
            <HelpList text={text} found={asked.value.trim() === '' ? null : found.value} open={open} />
          )}
        </div>
        {open === null ? null : <HelpArticle key={open} text={text} id={open} language={spoken} />}
      </div>
    </>
  );
};
