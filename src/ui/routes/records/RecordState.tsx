import type { Verified } from '../../../app/models/home-model.ts';
import { hrefTo } from '../../../app/router/routes.ts';
import type { Messages } from '../../../i18n/messages.ts';
import { LinkButton } from '../../components/Button.tsx';
import type { IconName } from '../../components/Icon.tsx';
import { Icon } from '../../components/Icon.tsx';
import { useHome } from '../../use-home.ts';
import { useRecords } from '../../use-records.ts';
import { useWords } from '../../words-context.ts';

const SHAPES: Record<Said['tone'], IconName> = { ok: 'check', bad: 'octagon', wait: 'clock' };

interface Said {
  readonly tone: 'ok' | 'wait' | 'bad';
  readonly title: string;
  readonly why: string;
  /** What the screen of verification is opened for. */
  readonly act: string;
}

const saidOf = ({ records, dates }: Messages, verified: Verified | null): Said => {
  const { state, verify, verifyAgain } = records;
  if (verified === null) return { tone: 'wait', title: state.never, why: state.neverWhy, act: verify };
  const day = dates.day(verified.at);
  if (!verified.good) return { tone: 'bad', title: state.bad, why: state.badWhy(day), act: verifyAgain };
  const why = state.goodWhy(day, verified.since);
  if (verified.isStale) return { tone: 'wait', title: state.stale, why, act: verifyAgain };
  return { tone: 'ok', title: verified.since === 0 ? state.good : state.goodSoFar, why, act: records.export };
};

/** How many entries there are, and what the last verification said: word, shape and colour. */
export const RecordState = () => {
  const words = useWords();
  const record = useHome().record.value;
  const all = useRecords().all.value ?? record?.entries ?? null;
  const said = saidOf(words, record?.verified ?? null);
  return (
    <section class={`record-state record-state--${said.tone}`} aria-label={said.title}>
      <span class="record-state__shape">
        <Icon name={SHAPES[said.tone]} />
      </span>
      <div class="record-state__words">
        <p class="record-state__title">
          {all === null ? null : <b class="record-state__count">{words.records.count(all)}</b>}
          <span>{said.title}</span>
        </p>
        <p class="record-state__why">{said.why}</p>
      </div>
      <LinkButton look="quiet" href={hrefTo('verify')}>
        {said.act}
      </LinkButton>
    </section>
  );
};
