import { useEffect } from 'preact/hooks';
import { hrefTo } from '../../../app/router/routes.ts';
import { settingsWords } from '../../../i18n/screens/settings.ts';
import { useApp } from '../../app-context.ts';
import { Button, LinkButton } from '../../components/Button.tsx';
import { Card } from '../../components/Card.tsx';
import { useWordsWith } from '../../words-context.ts';
import { SettingRow } from './SettingRow.tsx';

/** What this device and browser promise, and what can be asked of them. */
export const DeviceCard = ({ opfs }: { readonly opfs: boolean }) => {
  const words = useWordsWith(settingsWords);
  const { persist, updates, install } = useApp();
  useEffect(() => void persist.check(), []);
  const answer = persist.answer.value;
  const kept = {
    unknown: words.settings.persistUnknown,
    granted: words.settings.persistGranted,
    refused: words.settings.persistRefused,
    unsupported: words.settings.persistUnsupported,
  }[answer];
  const offer = install.offer.value;
  const installed = install.installed.value;
  return (
    <Card title={words.settings.device}>
      <SettingRow
        title={words.settings.persist}
        text={<span aria-live="polite">{persist.asking.value ? words.create.persistAsking : kept}</span>}
        action={
          answer === 'granted' || answer === 'unsupported' ? undefined : (
            <Button busy={persist.asking.value} onClick={() => void persist.ask()}>{words.settings.persistDo}</Button>
          )
        }
      />
      <SettingRow
        title={words.settings.offline}
        text={updates?.offlineReady.value === true ? words.settings.offlineReady : words.settings.offlineNot}
      />
      <SettingRow
        title={words.settings.install}
        text={installed ? words.settings.installed : words.settings.installHow}
        action={
          offer === null || installed ? undefined : <Button onClick={() => void offer()}>{words.settings.installDo}</Button>
        }
      />
      <SettingRow title={words.settings.opfs} text={opfs ? words.settings.opfsGood : words.settings.opfsNone} />
      <SettingRow
        title={words.diagnosis.title}
        text={words.diagnosis.why}
        action={<LinkButton href={hrefTo('diagnosis')}>{words.settings.diagnosisDo}</LinkButton>}
      />
    </Card>
  );
};
