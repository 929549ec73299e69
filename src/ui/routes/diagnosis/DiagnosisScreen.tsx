import type { DiagnosisModel } from '../../../app/models/diagnosis-model.ts';
import { checkTitle } from '../../../app/models/check-text.ts';
import { diagnosisWords } from '../../../i18n/screens/diagnosis.ts';
import { useApp } from '../../app-context.ts';
import { Button } from '../../components/Button.tsx';
import { Card } from '../../components/Card.tsx';
import { Notice } from '../../components/Notice.tsx';
import { PageHeader } from '../../components/PageHeader.tsx';
import { Progress } from '../../components/Progress.tsx';
import { useWordsWith } from '../../words-context.ts';
import { CheckRow } from './CheckRow.tsx';
import { ReportCard } from './ReportCard.tsx';
import { useDiagnosis } from './use-diagnosis.ts';
import './diagnosis-screen.css';

/** Device, app and open vault, each check by itself: what is wrong first, with one way out; and a report that can be given away. */
export const DiagnosisScreen = () => {
  const words = useWordsWith(diagnosisWords);
  const { model, facts } = useDiagnosis();
  return (
    <>
      <PageHeader title={words.diagnosis.title} why={words.checks.lead} />
      <div class="stack">
        <Summary model={model} />
        {model.cards.value.map(({ id, rows }) => (
          <Card key={id} title={words.checks.cards[id]}>
            <ul class="diagnosis" role="list">
              {rows.map((row) => (
                <CheckRow key={row.check} row={row} onAgain={() => void model.again(row.check)} />
              ))}
            </ul>
          </Card>
        ))}
        <ReportCard model={model} facts={facts} />
      </div>
    </>
  );
};

const Summary = ({ model }: { readonly model: DiagnosisModel }) => {
  const words = useWordsWith(diagnosisWords);
  const { checks } = words;
  const session = useApp().session.session.value;
  const counts = model.counts.value;
  if (counts === null)
    return (
      <div class="card">
        <Progress label={checks.busy} done={model.done.value} total={model.total} />
      </div>
    );
  const problems = model.problems.value;
  const [worst] = problems;
  const isLocked = session.at === 'closed' && session.report.stores.length > 0;
  return (
    <Notice
      live
      tone={worst === undefined ? 'ok' : worst.state === 'bad' ? 'bad' : 'warn'}
      title={worst === undefined ? checks.all(counts.judged) : checks.some(counts.good, counts.judged)}
      actions={
        <Button busy={model.done.value < model.total} onClick={() => void model.run()}>
          {checks.rerun}
        </Button>
      }
    >
      {worst === undefined ? null : <p>{checks.look(problems.map(({ check }) => checkTitle(words, check)))}</p>}
      {counts.notes === 0 ? null : <p>{checks.notes(counts.notes)}</p>}
      {isLocked ? <p>{checks.locked}</p> : null}
    </Notice>
  );
};
