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
  const atHand = model.atHand.value;
  return (
    <Card title={list.title}>
      {copies.length === 0 ? (
        <p class="copies-screen__quiet">{list.none}</p>
      ) : (
        <>
          <ol class="copy-list" role="list" aria-label={list.table}>
            {copies.map((copy) => (
              <Copy key={copy.copyId} copy={copy} atHand={atHand?.copyId === copy.copyId ? atHand : null} />
            ))}
          </ol>
          <p class="copies-screen__quiet">{list.old}</p>
        </>
      )}
    </Card>
  );
};

/** `atHand`: its next step stands above already; in memory alone it has no file to choose yet. */
const Copy = ({ copy, atHand }: { readonly copy: CopyRow; readonly atHand: { readonly isSaved: boolean } | null }) => {
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
      </div>
      <div class="copy-list__state">
        {copy.verifiedAt === null ? (
          <Chip tone="warn">{atHand?.isSaved === false ? list.unsaved : list.unverified}</Chip>
        ) : (
          <Chip tone="ok">{list.verified}</Chip>
        )}
      </div>
      {copy.verifiedAt === null && atHand === null ? (
        <div class="copy-list__act">
          <Check copy={copy} short />
        </div>
      ) : null}
    </li>
  );
};
