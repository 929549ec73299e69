import { recordsWords } from '../../../i18n/screens/records.ts';
import { useApp } from '../../app-context.ts';
import { Button } from '../../components/Button.tsx';
import type { IconName } from '../../components/Icon.tsx';
import { Icon } from '../../components/Icon.tsx';
import { Mark } from '../../components/Mark.tsx';
import { useHandOver } from '../../use-hand-over.ts';
import { useHome } from '../../use-home.ts';
import { useRecords } from '../../use-records.ts';
import { useWordsWith } from '../../words-context.ts';
import type { VerifiedWords } from './verified-text.ts';
import { verifiedWords } from './verified-text.ts';

const SHAPES: Record<VerifiedWords['tone'], IconName> = { ok: 'check', bad: 'octagon', wait: 'clock' };

/** Only a record known to be whole is worth handing on; until then the one act is to verify, and it stands above. */
const GiveLink = () => {
  const words = useWordsWith(recordsWords);
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
  const words = useWordsWith(recordsWords);
  const record = useHome().record.value;
  const all = useRecords().all.value ?? record?.entries ?? null;
  const said = verifiedWords(words, record?.verified);
  return (
    <section class="record-state" aria-label={said.title}>
      <Mark tone={said.tone}>
        <Icon name={SHAPES[said.tone]} />
      </Mark>
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
