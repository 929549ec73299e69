import { Card } from '../../components/Card.tsx';
import { LookSettings } from '../../components/LookSettings.tsx';
import { PageHeader } from '../../components/PageHeader.tsx';
import { hrefTo } from '../../../app/router/routes.ts';
import type { SessionView } from '../../../core/contract/session-api.ts';
import { settingsWords } from '../../../i18n/screens/settings.ts';
import { LinkButton } from '../../components/Button.tsx';
import { useVault } from '../../vault-context.ts';
import { useWordsWith } from '../../words-context.ts';
import { AboutCard } from './AboutCard.tsx';
import { BusinessCard } from './BusinessCard.tsx';
import { DeviceCard } from './DeviceCard.tsx';
import { LockingCard } from './LockingCard.tsx';
import { SettingRow } from './SettingRow.tsx';
import './settings-screen.css';

/** What is used most stands first: the ways in and the business at the left, this device at the right. */
export const SettingsScreen = () => {
  const words = useWordsWith(settingsWords);
  const vault = useVault();
  return (
    <>
      <PageHeader title={words.settings.title} why={words.settings.why} />
      <div class="settings">
        <div class="settings__columns">
          <div class="settings__column">
            <WaysCard view={vault.view.value} />
            <LockingCard vault={vault} />
            <BusinessCard vault={vault} />
          </div>
          <div class="settings__column">
            <Card title={words.settings.look}>
              <LookSettings />
            </Card>
            <DeviceCard opfs={vault.view.value.opfs} />
            <AboutCard vault={vault} />
            <Card>
              <SettingRow
                alone
                title={words.settings.erase}
                text={words.settings.eraseWhy}
                action={
                  <LinkButton look="danger" href={hrefTo('erase')}>
                    {words.settings.eraseDo}
                  </LinkButton>
                }
              />
            </Card>
          </div>
        </div>
      </div>
    </>
  );
};

/** The ways in, and what to do about each. */
const WaysCard = ({ view }: { readonly view: SessionView }) => {
  const words = useWordsWith(settingsWords);
  const { kitMadeAt, rehearsedAt } = view;
  return (
    <Card title={words.settings.ways}>
      <SettingRow
        title={words.settings.password}
        text={words.settings.passwordWhy}
        action={<LinkButton href={hrefTo('password')}>{words.settings.passwordDo}</LinkButton>}
      />
      {/* Of the sample vault nobody has a sheet; one that was never checked is made or checked on its own screen. */}
      {view.experience || rehearsedAt === null ? null : (
        <SettingRow
          title={words.titles.rehearse}
          text={words.settings.rehearseWhy(words.dates.day(rehearsedAt))}
          action={<LinkButton href={hrefTo('rehearse')}>{words.settings.rehearseDo}</LinkButton>}
        />
      )}
      <SettingRow
        title={words.settings.kit}
        text={kitMadeAt === null ? words.settings.kitNone : words.settings.kitWhy(words.dates.day(kitMadeAt))}
        action={<LinkButton href={hrefTo('kit')}>{words.settings.kitDo}</LinkButton>}
      />
      <SettingRow
        title={words.settings.leak}
        text={words.settings.leakWhy}
        action={
          <LinkButton look="danger" href={hrefTo('leak')}>
            {words.settings.leakOpen}
          </LinkButton>
        }
      />
    </Card>
  );
};
