import { useEffect } from 'preact/hooks';
import { hrefTo } from '../../../app/router/routes.ts';
import { copiesWords } from '../../../i18n/screens/copies.ts';
import { Card } from '../../components/Card.tsx';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { Icon } from '../../components/Icon.tsx';
import { PageHeader } from '../../components/PageHeader.tsx';
import { Progress } from '../../components/Progress.tsx';
import { useCopies } from '../../use-copies.ts';
import { useWordsWith } from '../../words-context.ts';
import { CopyList } from './CopyList.tsx';
import { CopyRules } from './CopyRules.tsx';
import { CopyStandingCard } from './CopyStandingCard.tsx';
import { CopyWork } from './CopyWork.tsx';
import './copies-screen.css';

/** How fresh the copy is, the one act that makes a new one, what has been made, and what holds for all of them. */
export const CopiesScreen = () => {
  const words = useWordsWith(copiesWords);
  const model = useCopies();
  useEffect(() => void model.reload(), []);
  const standing = model.standing.value;
  const error = model.error.value;
  return (
    <>
      <PageHeader title={standing === null ? words.copies.title : words.copies.state[standing]} />
      {error === null ? null : <ErrorNotice error={error} onRetry={() => void model.reload()} />}
      {standing === null ? (
        error === null ? (
          <Progress label={words.shell.loading} />
        ) : null
      ) : (
        <div class="copies-screen">
          <div class="copies-screen__columns">
            <div class="copies-screen__main">
              <CopyStandingCard standing={standing} />
              <CopyWork />
              <CopyList />
            </div>
            <div class="copies-screen__aside">
              <CopyRules />
              <Card title={words.copies.label}>
                <p class="copies-screen__quiet">{words.copies.labelWhy}</p>
                <a class="copies-screen__link" href={hrefTo('printLabel')}>
                  <span>{words.copies.labelDo}</span>
                  <Icon name="next" small />
                </a>
              </Card>
              <Card title={words.copies.restore}>
                <p class="copies-screen__quiet">{words.copies.restoreWhy}</p>
                <a class="copies-screen__link" href={hrefTo('restore')}>
                  <span>{words.copies.restore}</span>
                  <Icon name="next" small />
                </a>
              </Card>
            </div>
          </div>
        </div>
      )}
    </>
  );
};
