import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { Incident } from '../../../core/contract/diagnosis-api.ts';
import type { Capability, Feature } from '../../../app/platform/capability.ts';
import { NEEDED, NICE } from '../../../app/platform/capability.ts';
import { useApp } from '../../app-context.ts';
import { Card } from '../../components/Card.tsx';
import { Chip } from '../../components/Chip.tsx';
import { PageHeader } from '../../components/PageHeader.tsx';
import { Progress } from '../../components/Progress.tsx';
import { useWords } from '../../words-context.ts';
import './diagnosis-screen.css';

/** What this browser gives, for devices we cannot hold in our hands, and the defects caught since the start. */
export const DiagnosisScreen = () => {
  const words = useWords();
  const { capability, session, build } = useApp();
  const found = useSignal<Capability | null>(null);
  const incidents = useSignal<readonly Incident[]>([]);
  useEffect(() => {
    void capability().then((answer) => {
      found.value = answer;
    });
    void session.api.listIncidents().then((answer) => {
      if (answer.ok) incidents.value = answer.value;
    });
  }, []);
  return (
    <>
      <PageHeader title={words.diagnosis.title} why={words.diagnosis.why} />
      {found.value === null ? (
        <Progress label={words.diagnosis.busy} />
      ) : (
        <div class="stack">
          <Features title={words.diagnosis.needed} names={NEEDED} found={found.value} />
          <Features title={words.diagnosis.nice} names={NICE} found={found.value} />
          <Card title={words.diagnosis.incidents}>
            {incidents.value.length === 0 ? (
              <p>{words.diagnosis.noIncidents}</p>
            ) : (
              <ul class="diagnosis__incidents">
                {incidents.value.map((incident) => (
                  <li key={incident.incidentId}>
                    {words.dates.dayTime(incident.time)} {incident.incidentId} {incident.method} {incident.name}{' '}
                    {incident.frames.join(' < ')}
                  </li>
                ))}
              </ul>
            )}
          </Card>
          <Card title={words.diagnosis.device}>
            <dl class="diagnosis__facts">
              <dt>{words.diagnosis.browser}</dt>
              <dd>{navigator.userAgent}</dd>
              <dt>{words.diagnosis.screen}</dt>
              <dd>
                {window.innerWidth} × {window.innerHeight} ({window.devicePixelRatio})
              </dd>
              <dt>{words.diagnosis.build}</dt>
              <dd>{build}</dd>
            </dl>
          </Card>
        </div>
      )}
    </>
  );
};

const Features = (props: { readonly title: string; readonly names: readonly Feature[]; readonly found: Capability }) => {
  const words = useWords();
  const effects: Partial<Record<Feature, string>> = words.diagnosis.effects;
  return (
    <Card title={props.title}>
      <ul class="diagnosis__list" role="list">
        {props.names.map((name) => (
          <li key={name}>
            <span>
              {words.diagnosis.features[name]}
              {props.found[name] || effects[name] === undefined ? null : <small>{effects[name]}</small>}
            </span>
            <Chip tone={props.found[name] ? 'ok' : effects[name] === undefined ? 'bad' : 'warn'}>
              {props.found[name] ? words.diagnosis.has : words.diagnosis.lacks}
            </Chip>
          </li>
        ))}
      </ul>
    </Card>
  );
};
