import type { Verified } from '../../../app/models/home-model.ts';
import type { Messages } from '../../../i18n/messages.ts';
import { useApp } from '../../app-context.ts';
import { Button } from '../../components/Button.tsx';
import type { IconName } from '../../components/Icon.tsx';
import { Icon } from '../../components/Icon.tsx';
import { useHandOver } from '../../use-hand-over.ts';
import { useHome } from '../../use-home.ts';
import { useRecords } from '../../use-records.ts';
import { useWords } from '../../words-context.ts';

const SHAPES: Record<Said['tone'], IconName> = { ok: 'check', bad: 'octagon', wait: 'clock' };

interface Said {
  readonly tone: 'ok' | 'wait' | 'bad';
  readonly title: string;
  readonly why: string;
}

const saidOf = ({ records, dates }: Messages, verified: Verified | null): Said => {
  const { state } = records;
  if (verified === null) return { tone: 'wait', title: state.never, why: state.neverWhy };
  const day = dates.day(verified.at);
  if (!verified.good) return { tone: 'bad', title: state.bad, why: state.badWhy(day) };
  const why = state.goodWhy(day, verified.since);
  if (verified.isStale) return { tone: 'wait', title: verified.since === 0 ? state.stale : state.unchecked, why };
  return { tone: 'ok', title: verified.since === 0 ? state.good : state.goodSoFar, why };
};

/** Only a record known to be whole is worth handing on; until then the one act is to verify, and it stands above. */
const GiveLink = () => {
  const words = useWords();
  const { router } = useApp();
  const handOver = useHandOver();
  const give = (): void => {
    handOver.give();
    router.go('verify');
  };
  return (
    <Button look="quiet" icon="download" onClick={give}>
      {words.records.export}
    </Button>
  );
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
      {said.tone === 'ok' ? <GiveLink /> : null}
    </section>
  );
};
