import type { PersonId } from '../../../core/domain/ids.ts';
import { personsWords } from '../../../i18n/screens/persons.ts';
import { hrefTo } from '../../../app/router/routes.ts';
import { Button, LinkButton } from '../../components/Button.tsx';
import { EmptyState } from '../../components/EmptyState.tsx';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { Progress } from '../../components/Progress.tsx';
import { VirtualList } from '../../components/VirtualList.tsx';
import { usePersons } from '../../use-persons.ts';
import { useWordsWith } from '../../words-context.ts';
import { KindFilter, PersonSearch, StateFilter } from './PersonFilter.tsx';
import { PersonRowLink } from './PersonRowLink.tsx';
import './person-list.css';

/** Search, filters, how many, and the rows. */
export const PersonList = ({ open }: { readonly open: PersonId | null }) => {
  const words = useWordsWith(personsWords);
  const model = usePersons();
  const total = model.total.value;
  const all = model.counts.value?.all ?? 0;
  const error = model.error.value;
  const isNarrowed = model.isNarrowed.value;
  return (
    <section class="person-list" aria-label={words.persons.list}>
      <div class="person-filter">
        <PersonSearch />
        <KindFilter />
        <StateFilter />
        <div class="person-list__count">
          <p aria-live="polite">
            {total === null ? '' : isNarrowed ? words.persons.found(total, all) : words.persons.all(all)}
          </p>
          {isNarrowed ? (
            <Button look="quiet" onClick={model.clear}>
              {words.persons.clear}
            </Button>
          ) : null}
          {open !== null || total === null || total === 0 ? null : (
            <LinkButton look="quiet" icon="print" href={hrefTo('printPersons')}>
              {words.actions.print}
            </LinkButton>
          )}
        </div>
      </div>
      {error === null ? null : <ErrorNotice error={error} onRetry={() => void model.reload()} />}
      {total === null && error === null ? <Progress label={words.persons.loading} /> : null}
      {total === 0 ? (
        <EmptyState icon="search" title={words.persons.noHitTitle}>
          {words.persons.noHitWhy}
        </EmptyState>
      ) : null}
      {total === null || total === 0 ? null : (
        <VirtualList
          label={words.persons.list}
          count={total}
          question={model.question.value}
          place={model.place}
          onSee={model.see}
          row={(index, isReachable) => {
            const row = model.rowAt(index);
            return row === null ? (
              <span class="person-row person-row--waiting" aria-hidden="true" />
            ) : (
              <PersonRowLink row={row} isReachable={isReachable} isOpen={row.id === open} />
            );
          }}
        />
      )}
    </section>
  );
};
