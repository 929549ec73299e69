import type { PersonModel } from '../../../app/models/person-model.ts';
import type { LogRow } from '../../../core/contract/log-api.ts';
import { auditCode } from '../../../core/domain/audit/codes.ts';
import { REVEAL_REASONS } from '../../../core/domain/reveal/reason.ts';
import type { Messages } from '../../../i18n/messages.ts';
import { personsWords } from '../../../i18n/screens/persons.ts';
import { useApp } from '../../app-context.ts';
import { Button } from '../../components/Button.tsx';
import { MomentText } from '../../components/DateText.tsx';
import { useHandOver } from '../../use-hand-over.ts';
import { useWordsWith } from '../../words-context.ts';
import { reasonText } from './reason-text.ts';
import { Section } from './Section.tsx';

/** Why a number was shown, or how a comparison came out. */
const outcomeOf = (words: Pick<Messages, 'numbers' | 'persons'>, row: LogRow): string | null => {
  if (row.codes.includes(auditCode('result', 'match'))) return words.persons.person.matched;
  if (row.codes.includes(auditCode('result', 'no-match'))) return words.persons.person.notMatched;
  const reason = REVEAL_REASONS.find((one) => row.codes.includes(auditCode('reason', one)));
  return reason === undefined ? null : reasonText(words, reason);
};

/** The newest entries about the person. */
export const HappenedSection = ({ model }: { readonly model: PersonModel }) => {
  const words = useWordsWith(personsWords);
  const { router } = useApp();
  const handOver = useHandOver();
  const happened = model.happened.value;
  const own = words.persons.person;
  const seeAll = (): void => {
    handOver.recordsOf(model.id);
    router.go('records');
  };
  return (
    <Section title={own.happened}>
      {happened === null || happened.rows.length === 0 ? (
        <p class="person-pane__quiet">{own.nothingHappened}</p>
      ) : (
        <ol class="person-happened" role="list">
          {happened.rows.map((row) => {
            const outcome = outcomeOf(words, row);
            return (
              <li key={`${row.logId}/${row.seq}`} class="person-happened__row">
                <span class="person-happened__when">
                  <MomentText ms={row.time} />
                </span>
                <span>
                  {own.did(row.memberName, row.action)}
                  {outcome === null ? null : <span class="person-happened__why">{outcome}</span>}
                </span>
              </li>
            );
          })}
        </ol>
      )}
      {happened === null || happened.total === 0 ? null : (
        <Button look="quiet" onClick={seeAll}>
          {own.allRecords(happened.total)}
        </Button>
      )}
    </Section>
  );
};
