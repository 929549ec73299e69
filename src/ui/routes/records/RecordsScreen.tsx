import { useEffect } from 'preact/hooks';
import { hrefTo } from '../../../app/router/routes.ts';
import { recordsWords } from '../../../i18n/screens/records.ts';
import { LinkButton } from '../../components/Button.tsx';
import { EmptyState } from '../../components/EmptyState.tsx';
import { Button } from '../../components/Button.tsx';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { PageHeader } from '../../components/PageHeader.tsx';
import { Progress } from '../../components/Progress.tsx';
import { useHandOver } from '../../use-hand-over.ts';
import { useRecords } from '../../use-records.ts';
import { useWordsWith } from '../../words-context.ts';
import { RecordFilter } from './RecordFilter.tsx';
import { RecordPages } from './RecordPages.tsx';
import { RecordState } from './RecordState.tsx';
import { RecordTable } from './RecordTable.tsx';
import './records-screen.css';

/** The record of handling: whether it is whole, and every entry, newest first. */
export const RecordsScreen = () => {
  const words = useWordsWith(recordsWords);
  const model = useRecords();
  const handOver = useHandOver();
  useEffect(() => {
    const person = handOver.takeRecordsOf();
    if (person !== null) void model.showPerson(person);
  }, []);
  const shown = model.shown.value;
  const error = model.error.value;
  return (
    <>
      <PageHeader
        title={words.records.title}
        why={words.records.why}
        actions={
          <>
            <LinkButton icon="print" href={hrefTo('printRecords')}>
              {words.actions.print}
            </LinkButton>
            <LinkButton icon="badge" href={hrefTo('checkpoint')}>
              {words.records.checkpoint}
            </LinkButton>
            <LinkButton look="primary" icon="check" href={hrefTo('verify')}>
              {words.records.verify}
            </LinkButton>
          </>
        }
      />
      <div class="records-screen">
        <RecordState />
        <RecordFilter />
        {error === null ? null : <ErrorNotice error={error} onRetry={() => void model.reload()} />}
        {shown === null ? (
          error === null ? (
            <div class="card">
              <Progress label={words.records.loading} />
            </div>
          ) : null
        ) : shown.rows.length === 0 ? (
          <div class="card">
            {model.isNarrowed.value ? (
              <EmptyState icon="search" title={words.records.noHitTitle} action={<Button onClick={model.clear}>{words.records.filter.clear}</Button>}>
                {words.records.noHitWhy}
              </EmptyState>
            ) : (
              <EmptyState icon="record" title={words.records.emptyTitle} />
            )}
          </div>
        ) : (
          <div class="card card--flush">
            <RecordTable rows={shown.rows} />
            <RecordPages />
          </div>
        )}
      </div>
    </>
  );
};
