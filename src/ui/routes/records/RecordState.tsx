import { hrefTo } from '../../../app/router/routes.ts';
import { LinkButton } from '../../components/Button.tsx';
import type { ChipTone } from '../../components/Chip.tsx';
import type { IconName } from '../../components/Icon.tsx';
import { Icon } from '../../components/Icon.tsx';
import { useHome } from '../../use-home.ts';
import { useRecords } from '../../use-records.ts';
import { useWords } from '../../words-context.ts';

const SHAPES: Partial<Record<ChipTone, IconName>> = { ok: 'check', bad: 'octagon', wait: 'clock' };

/** How many entries there are, and what the last verification said: word, shape and colour. */
export const RecordState = () => {
  const words = useWords();
  const { state } = words.records;
  const record = useHome().record.value;
  const all = useRecords().all.value ?? record?.entries ?? null;
  const verified = record?.verified ?? null;
  const day = verified === null ? '' : words.dates.day(verified.at);
  const said =
    verified === null
      ? { tone: 'wait' as const, title: state.never, why: state.neverWhy }
      : verified.good
        ? { tone: 'ok' as const, title: state.good, why: state.goodWhy(day) }
        : { tone: 'bad' as const, title: state.bad, why: state.badWhy(day) };
  return (
    <section class={`record-state record-state--${said.tone}`} aria-label={said.title}>
      <span class="record-state__shape">
        <Icon name={SHAPES[said.tone] ?? 'record'} />
      </span>
      <div class="record-state__words">
        <p class="record-state__title">
          {all === null ? null : <b class="record-state__count">{words.records.count(all)}</b>}
          <span>{said.title}</span>
        </p>
        <p class="record-state__why">{said.why}</p>
      </div>
      <LinkButton look="quiet" href={hrefTo('verify')}>
        {words.records.export}
      </LinkButton>
    </section>
  );
};
