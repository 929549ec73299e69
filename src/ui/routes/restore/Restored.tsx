import type { ComponentChildren } from 'preact';
import type { RestoredVault } from '../../../core/contract/copy-api.ts';
import type { StoreId } from '../../../core/domain/ids.ts';
import { hrefTo } from '../../../app/router/routes.ts';
import { restoreWords } from '../../../i18n/screens/restore.ts';
import { useApp } from '../../app-context.ts';
import { Button, LinkButton } from '../../components/Button.tsx';
import { Card } from '../../components/Card.tsx';
import { Mark } from '../../components/Mark.tsx';
import { Notice } from '../../components/Notice.tsx';
import { PageHeader } from '../../components/PageHeader.tsx';
import { useWordsWith } from '../../words-context.ts';

/** What is back, up to when; then a new copy, a new sheet, and what becomes of the earlier vault. */
export const Restored = ({ restored }: { readonly restored: RestoredVault }) => {
  const words = useWordsWith(restoreWords);
  const text = words.restore;
  const { counts, restoredUpTo, record, brokenUntil, earlierStoreId } = restored;
  return (
    <>
      <PageHeader
        title={text.done(words.dates.shortTime(restoredUpTo))}
        why={text.doneWhy(words.dates.dayTime(restoredUpTo), counts.persons, counts.numbers, counts.entries)}
      />
      <div class="stack">
        {record === 'good' && brokenUntil !== null ? (
          <Notice tone="warn" title={text.brokenBefore(words.dates.dayTime(brokenUntil))}>
            <p>{text.brokenBeforeWhy}</p>
          </Notice>
        ) : null}
        {record === 'good' ? null : (
          <Notice tone="bad" title={text.broken}>
            <p>{text.brokenWhy}</p>
          </Notice>
        )}
        <Card title={text.nextTitle}>
          <ol class="restored-steps" role="list">
            <Step no={1} title={text.copy} why={text.copyWhy}>
              <LinkButton look="primary" icon="copy" href={hrefTo('copies')}>
                {text.copyDo}
              </LinkButton>
            </Step>
            <Step no={2} title={text.kit} why={text.kitWhy}>
              <LinkButton icon="key" href={hrefTo('kit')}>
                {text.kitDo}
              </LinkButton>
            </Step>
            {earlierStoreId === null ? null : (
              <Step no={3} title={text.earlier} why={text.earlierWhy}>
                <EraseEarlier storeId={earlierStoreId} />
              </Step>
            )}
          </ol>
        </Card>
        <div class="row">
          <LinkButton href={hrefTo('persons')}>{text.look}</LinkButton>
          <LinkButton look="quiet" href={hrefTo('home')}>
            {text.home}
          </LinkButton>
        </div>
      </div>
    </>
  );
};

const Step = (props: { readonly no: number; readonly title: string; readonly why: string; readonly children: ComponentChildren }) => (
  <li class="restored-steps__step">
    <Mark>{props.no}</Mark>
    <div class="restored-steps__words">
      <h3>{props.title}</h3>
      <p>{props.why}</p>
    </div>
    <div class="restored-steps__act">{props.children}</div>
  </li>
);

/** Erasing works on a store that is not open: this vault is locked, the earlier one chosen, its name typed there. */
const EraseEarlier = ({ storeId }: { readonly storeId: StoreId }) => {
  const words = useWordsWith(restoreWords);
  const { session, router } = useApp();
  const go = async (): Promise<void> => {
    await session.lock();
    session.choose(storeId);
    router.go('erase');
  };
  return (
    <Button look="danger" icon="trash" onClick={() => void go()}>
      {words.restore.earlierDo}
    </Button>
  );
};
