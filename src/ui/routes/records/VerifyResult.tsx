import type { ComponentChildren } from 'preact';
import { isRecordGood, namedUntil, recordProblems } from '../../../app/models/verify-model.ts';
import type { Verification } from '../../../app/models/verify-model.ts';
import type { KeptReport, VerifyNote, VerifyReport } from '../../../core/contract/verify-api.ts';
import { verifyWords } from '../../../i18n/screens/verify.ts';
import { Card } from '../../components/Card.tsx';
import { Notice } from '../../components/Notice.tsx';
import { useWordsWith } from '../../words-context.ts';
import { VerifyProblems } from './VerifyProblems.tsx';

const PLACES_NAMED = 3;

/** What the verifier found, first in one sentence; then what it says of a checkpoint that was given. */
export const VerifyResult = ({ outcome }: { readonly outcome: Verification & { readonly at: 'done' } }) => {
  const words = useWordsWith(verifyWords);
  const { report, recorded } = outcome;
  const said = recorded ? words.verify.recorded : words.verify.notRecorded;
  const isGood = isRecordGood(report);
  const until = namedUntil(report);
  return (
    <div class="stack">
      {isGood ? (
        <Notice
          tone="ok"
          live
          title={report.logs.length === 1 ? words.verify.good(report.entries) : words.verify.goodMany(report.entries, report.logs.length)}
        >
          {said}
        </Notice>
      ) : (
        <Notice
          tone="bad"
          live
          title={report.judged ? words.verify.bad(Math.max(recordProblems(report).length, 1)) : words.verify.unjudged}
        >
          {until === null ? null : <p>{words.verify.named(words.dates.dayTime(until))}</p>}
          <p>{words.verify.badWhy}</p>
          <p>{said}</p>
        </Notice>
      )}
      {report.kept === null ? null : <KeptResult kept={report.kept} />}
      {isGood ? null : <VerifyProblems report={report} />}
      {report.judged ? <Facts report={report} isGood={isGood} /> : null}
      <Notes report={report} />
    </div>
  );
};

/** Only a checkpoint that a member signed says anything about the record. */
const KeptResult = ({ kept }: { readonly kept: KeptReport }) => {
  const words = useWordsWith(verifyWords);
  const text = words.verify.kept;
  if (kept.result === 'consistent' && kept.signed) return <Notice tone="ok" title={text.results.consistent(kept.size)} />;
  if (kept.result === 'malformed' || kept.result === 'foreign' || kept.result === 'unchecked')
    return (
      <Notice tone="warn" title={text.results[kept.result]}>
        {text.again}
      </Notice>
    );
  if (!kept.signed)
    return (
      <Notice tone="warn" title={text.unsigned}>
        {text.again}
      </Notice>
    );
  return kept.result === 'consistent' ? null : <Notice tone="bad" title={text.results[kept.result]} />;
};

const Facts = ({ report, isGood }: { readonly report: VerifyReport; readonly isGood: boolean }) => {
  const words = useWordsWith(verifyWords);
  const { facts } = words.verify;
  const checkpoints = report.logs.reduce((sum, log) => sum + log.checkpoints, 0);
  const last = report.tables.at(-1);
  return (
    <Card title={facts.title}>
      <dl class="verify-facts">
        {report.logs.map((log, at) => (
          <Fact key={log.logId} name={words.verify.logTitle(at + 1, report.logs.length)}>
            <span>{words.records.count(log.entries)}</span>
            {log.entries === 0 ? null : (
              <span class="verify-facts__more">
                {facts.spanOf(words.dates.dayTime(log.firstTime), words.dates.dayTime(log.lastTime))}
              </span>
            )}
          </Fact>
        ))}
        {isGood ? <Fact name={facts.checkpoints}>{facts.checkpointsOf(checkpoints)}</Fact> : null}
        {isGood && last !== undefined ? <Fact name={facts.tables}>{facts.tablesOf(last.version)}</Fact> : null}
      </dl>
    </Card>
  );
};

const Fact = ({ name, children }: { readonly name: string; readonly children: ComponentChildren }) => (
  <div class="verify-facts__line">
    <dt>{name}</dt>
    <dd>{children}</dd>
  </div>
);

/** Clocks that were set back, long breaks, marks of a newer version: none of them is a fault. */
const Notes = ({ report }: { readonly report: VerifyReport }) => {
  const words = useWordsWith(verifyWords);
  const { notes } = words.verify;
  const placesOf = (type: VerifyNote['type']): string | null => {
    const found = report.notes.filter((note) => note.type === type);
    if (found.length === 0) return null;
    const named = found.slice(0, PLACES_NAMED).map(({ seq }) => words.verify.place(seq + 1));
    if (found.length > PLACES_NAMED) named.push(words.verify.more(found.length - PLACES_NAMED));
    return notes[type](words.verify.list(named));
  };
  const unknown = [...report.unknownActions, ...report.unknownCodes];
  const lines = [placesOf('TimeBack'), placesOf('TimeStep'), unknown.length === 0 ? null : notes.unknown(unknown.join(', '))].filter(
    (line) => line !== null,
  );
  if (lines.length === 0) return null;
  return (
    <Notice tone="info" title={notes.title}>
      {lines.map((line) => (
        <p key={line}>{line}</p>
      ))}
    </Notice>
  );
};
