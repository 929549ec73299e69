import type { ComponentChildren } from 'preact';
import type { CopyOverview } from '../../../core/contract/copy-api.ts';
import type { RecordState } from '../../../app/models/home-model.ts';
import { hrefTo } from '../../../app/router/routes.ts';
import { homeWords } from '../../../i18n/screens/home.ts';
import { Card } from '../../components/Card.tsx';
import type { ChipTone } from '../../components/Chip.tsx';
import { Chip } from '../../components/Chip.tsx';
import type { IconName } from '../../components/Icon.tsx';
import { Icon } from '../../components/Icon.tsx';
import { useHome } from '../../use-home.ts';
import { useWordsWith } from '../../words-context.ts';

const TONES: Record<CopyOverview['age'], ChipTone> = { green: 'ok', amber: 'wait', red: 'bad' };

/** The vault in four lines, each with word, shape and colour. */
export const VaultState = () => {
  const words = useWordsWith(homeWords);
  const text = words.home.state;
  const model = useHome();
  const counts = model.persons.value?.counts;
  const record = model.record.value;
  return (
    <Card title={text.title}>
      <dl class="vault-state">
        <Line icon="people" name={text.persons}>
          {counts === undefined ? <Chip tone="plain">{text.unread}</Chip> : <b class="vault-state__figure">{text.personsCount(counts.all)}</b>}
        </Line>
        <Line icon="key" name={text.numbers}>
          {counts === undefined ? <Chip tone="plain">{text.unread}</Chip> : null}
          {counts === undefined || counts.withNumber === 0 ? null : <Chip tone="ok">{text.kept(counts.withNumber)}</Chip>}
          {counts === undefined || counts.withoutNumber === 0 ? null : (
            <Chip tone="warn">{text.missing(counts.withoutNumber)}</Chip>
          )}
          {counts !== undefined && counts.withNumber + counts.withoutNumber === 0 ? (
            <Chip tone="plain">{text.noNumbers}</Chip>
          ) : null}
        </Line>
        <Line icon="copy" name={text.copies}>
          <CopyChip />
        </Line>
        <Line icon="record" name={text.records}>
          {record === null ? (
            <Chip tone="plain">{text.unread}</Chip>
          ) : (
            <>
              <b class="vault-state__figure">{text.entries(record.entries)}</b>
              <RecordChip verified={record.verified} />
            </>
          )}
        </Line>
      </dl>
      {record?.verified === undefined ? null : <Verified verified={record.verified} />}
      <p class="vault-state__more">{text.inside}</p>
    </Card>
  );
};

const RecordChip = ({ verified }: { readonly verified: RecordState['verified'] }) => {
  const text = useWordsWith(homeWords).home.state;
  const isVerifiedRead = useHome().isVerifiedRead.value;
  if (verified === undefined) return <Chip tone="plain">{isVerifiedRead ? text.unread : text.looking}</Chip>;
  if (verified === null) return <Chip tone="plain">{text.notVerified}</Chip>;
  if (!verified.good) return <Chip tone="bad">{text.broken}</Chip>;
  return verified.isStale ? <Chip tone="wait">{verified.since === 0 ? text.stale : text.unchecked}</Chip> : <Chip tone="ok">{text.unbroken}</Chip>;
};

/** When the record was verified and how much has come since; the way to do it, where it is due. */
const Verified = ({ verified }: { readonly verified: Exclude<RecordState['verified'], undefined> }) => {
  const words = useWordsWith(homeWords);
  const text = words.home.state;
  const day = verified === null ? '' : words.dates.day(verified.at);
  const said = verified === null ? text.verifyWhy : verified.good ? text.verifiedAt(day, verified.since) : text.foundAt(day);
  const isDue = verified === null || !verified.good || verified.isStale;
  return (
    <p class="vault-state__more">
      {said} {isDue ? <a href={hrefTo('verify')}>{text.verify}</a> : null}
    </p>
  );
};

const CopyChip = () => {
  const words = useWordsWith(homeWords);
  const text = words.home.state;
  const model = useHome();
  const overview = model.copies.value;
  const days = model.daysSinceCopy.value;
  if (overview === null) return <Chip tone="plain">{text.unread}</Chip>;
  if (days === null)
    return overview.copies.length > 0 && overview.copies.every(({ verifiedAt }) => verifiedAt === null) ? (
      <Chip tone="warn">{text.unverified}</Chip>
    ) : (
      // Of a vault without people there is nothing to copy.
      <Chip tone={model.persons.value?.counts.all === 0 ? 'plain' : 'bad'}>{text.noCopy}</Chip>
    );
  return (
    <Chip tone={TONES[overview.age]}>
      {overview.age === 'amber' && overview.waysChanged ? text.copyBefore : text.copyAge(words.dates.daysAgo(days), words.home.colours[overview.age])}
    </Chip>
  );
};

const Line = (props: { readonly icon: IconName; readonly name: string; readonly children: ComponentChildren }) => (
  <div class="vault-state__line">
    <dt>
      <Icon name={props.icon} />
      <span>{props.name}</span>
    </dt>
    <dd>{props.children}</dd>
  </div>
);
