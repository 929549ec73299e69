import type { CopyRow } from '../../../core/contract/copy-api.ts';
import { copiesWords } from '../../../i18n/screens/copies.ts';
import { Card } from '../../components/Card.tsx';
import { Chip } from '../../components/Chip.tsx';
import { MomentText } from '../../components/DateText.tsx';
import { useCopies } from '../../use-copies.ts';
import { useWordsWith } from '../../words-context.ts';
import { Check } from './CopyWork.tsx';

/** Every copy that was made, newest first, and whether it was read back. */
export const CopyList = () => {
  const words = useWordsWith(copiesWords);
  const { list } = words.copies;
  const model = useCopies();
  const copies = model.overview.value?.copies ?? [];
  const earlier = model.overview.value?.opensEarlier ?? [];
  const atHand = model.atHand.value;
  return (
    <Card title={list.title}>
      {copies.length === 0 ? (
        <p class="copies-screen__quiet">{list.none}</p>
      ) : (
        <>
          <ol class="copy-list" role="list" aria-label={list.table}>
            {copies.map((copy) => (
              <Copy key={copy.copyId} copy={copy} atHand={atHand?.copyId === copy.copyId ? atHand : null} opensEarlier={earlier.includes(copy.copyId)} mayCheck={!model.isUnsaved.value} />
            ))}
          </ol>
          <p class="copies-screen__quiet">{list.old}</p>
        </>
      )}
    </Card>
  );
};

/** `atHand`: its next step stands above already; in memory alone it has no file to choose yet. */
const Copy = (props: {
  readonly copy: CopyRow;
  readonly atHand: { readonly isSaved: boolean } | null;
  readonly opensEarlier: boolean;
  readonly mayCheck: boolean;
}) => {
  const { copy, atHand, opensEarlier, mayCheck } = props;
  const words = useWordsWith(copiesWords);
  const { list } = words.copies;
  const { persons, numbers, entries } = copy.counts;
  return (
    <li class="copy-list__item">
      <div class="copy-list__words">
        <p class="copy-list__when">
          <MomentText ms={copy.madeAt} />
        </p>
        <p class="copy-list__file">
          {copy.fileName} <span class="copies-screen__quiet">{list.size(copy.bytes)}</span>
        </p>
        <p class="copies-screen__quiet">{list.inside(persons, numbers, entries)}</p>
        {copy.verifiedAt === null ? null : (
          <p class="copies-screen__quiet">{list.verifiedAt(words.dates.day(copy.verifiedAt))}</p>
        )}
        {copy.brokenUntil === null ? null : <p class="copies-screen__quiet">{list.brokenUntil(words.dates.day(copy.brokenUntil))}</p>}
        {opensEarlier ? <p class="copies-screen__quiet">{list.earlierWhy}</p> : null}
      </div>
      <div class="copy-list__state">
        {copy.verifiedAt === null ? (
          <Chip tone="warn">{atHand?.isSaved === false ? list.unsaved : list.unverified}</Chip>
        ) : (
          <Chip tone="ok">{list.verified}</Chip>
        )}
        {copy.brokenUntil === null ? null : <Chip tone="warn">{list.brokenBefore}</Chip>}
        {opensEarlier ? <Chip tone="wait">{list.earlier}</Chip> : null}
      </div>
      {copy.verifiedAt === null && atHand === null && mayCheck ? (
        <div class="copy-list__act">
          <Check copy={copy} short />
        </div>
      ) : null}
    </li>
  );
};
