import type { CopyStanding } from '../../../app/models/copies-model.ts';
import { daysBetween, tokyoDateOf } from '../../../core/domain/date/civil-date.ts';
import { copiesWords } from '../../../i18n/screens/copies.ts';
import { Button } from '../../components/Button.tsx';
import type { IconName } from '../../components/Icon.tsx';
import { Icon } from '../../components/Icon.tsx';
import { Mark } from '../../components/Mark.tsx';
import { Unbroken } from '../../components/Unbroken.tsx';
import { useCopies } from '../../use-copies.ts';
import { useVault } from '../../vault-context.ts';
import { useWordsWith } from '../../words-context.ts';

type Tone = 'ok' | 'wait' | 'bad';

const TONES: Record<CopyStanding, Tone> = { green: 'ok', amber: 'wait', red: 'bad', none: 'bad', unverified: 'wait', restored: 'bad' };
const SHAPES: Record<Tone, IconName> = { ok: 'check', wait: 'clock', bad: 'octagon' };

/** The state in word, shape and colour; since when, and how much has changed; and the act. */
export const CopyStandingCard = ({ standing }: { readonly standing: CopyStanding }) => {
  const words = useWordsWith(copiesWords);
  const { state } = words.copies;
  const vault = useVault();
  const model = useCopies();
  const overview = model.overview.value;
  if (overview === null) return null;
  const tone = TONES[standing];
  const why: Record<CopyStanding, string> = {
    green: state.greenWhy,
    amber: overview.waysChanged ? state.waysWhy : state.oldWhy,
    red: state.oldWhy,
    none: state.noneWhy,
    unverified: state.unverifiedWhy,
    restored: state.restoredWhy,
  };
  const last = overview.lastVerifiedAt;
  const days = last === null ? 0 : Math.max(0, daysBetween(tokyoDateOf(last), tokyoDateOf(vault.now())));
  const { at } = model.work.value;
  return (
    <section class={`copy-standing copy-standing--${tone}`} aria-label={state[standing]}>
      <div class="copy-standing__head">
        <Mark tone={tone}>
          <Icon name={SHAPES[tone]} />
        </Mark>
        <div>
          <p class="copy-standing__word">{state.words[standing]}</p>
          <p class="copy-standing__why">{why[standing]}</p>
        </div>
      </div>
      <dl class="copy-standing__facts">
        <div>
          <dt>{state.last}</dt>
          <dd><Unbroken text={last === null ? state.lastNone : state.when(words.dates.day(last), words.dates.daysAgo(days))} /></dd>
        </div>
        <div>
          <dt>{last === null ? state.changesNone : state.changes}</dt>
          <dd>{state.changesOf(overview.changesSince)}</dd>
        </div>
      </dl>
      {at === 'idle' || at === 'verified' || at === 'failed' ? (
        <div class="copy-standing__act">
          <Button look={at === 'verified' ? 'second' : 'primary'} icon="copy" onClick={() => void model.make()}>
            {at === 'verified' ? words.copies.again : words.copies.make}
          </Button>
          {at === 'verified' ? null : <p class="copies-screen__quiet">{words.copies.makeWhy}</p>}
        </div>
      ) : null}
    </section>
  );
};
