import type { OpenVault } from '../../../app/models/open-vault.ts';
import { hrefTo } from '../../../app/router/routes.ts';
import { settingsWords } from '../../../i18n/screens/settings.ts';
import { newestNotes } from '../../../i18n/version-notes.ts';
import { useApp } from '../../app-context.ts';
import { LinkButton } from '../../components/Button.tsx';
import { Card } from '../../components/Card.tsx';
import { UpdateBand } from '../../shell/UpdateBand.tsx';
import { useWordsWith } from '../../words-context.ts';
import { SettingRow } from './SettingRow.tsx';
import './about-card.css';

const VERSIONS_TOLD = 5;

/** What runs here, and the ids that stand on paper and in files. */
export const AboutCard = ({ vault }: { readonly vault: OpenVault }) => {
  const words = useWordsWith(settingsWords);
  const { build, language, version } = useApp();
  const { storeId, vaultId } = vault.view.value;
  return (
    <Card title={words.settings.about}>
      <UpdateBand inSettings />
      <SettingRow
        title={words.titles.help}
        text={words.settings.helpWhy}
        action={<LinkButton href={hrefTo('help')}>{words.settings.helpDo}</LinkButton>}
      />
      <SettingRow
        title={words.titles.system}
        text={words.settings.systemWhy}
        action={<LinkButton href={hrefTo('system')}>{words.settings.systemDo}</LinkButton>}
      />
      <SettingRow
        title={words.settings.spec}
        text={words.settings.specWhy}
        action={
          <a class="button button--second" href="./spec/README.md" target="_blank" rel="noreferrer">
            {words.settings.specDo}
          </a>
        }
      />
      <dl class="about-card">
        <dt>{words.shell.build}</dt>
        <dd>{words.shell.versionAndBuild(version, build)}</dd>
        <dt>{words.settings.vaultId}</dt>
        <dd>{vaultId}</dd>
        <dt>{words.settings.storeId}</dt>
        <dd>{storeId}</dd>
      </dl>
      <details class="about-card__changes">
        <summary>{words.settings.versionChanges}</summary>
        {newestNotes(VERSIONS_TOLD).map((notes) => (
          <section key={notes.version} aria-label={notes.version}>
            <h3>
              {notes.version} <span class="about-card__date">{words.dates.date(notes.date)}</span>
            </h3>
            <ul>
              {notes[language.language.value].map((line) => (
                <li key={line}>{line}</li>
              ))}
            </ul>
          </section>
        ))}
      </details>
      <p class="about-card__limits">{words.first.limitsWhy}</p>
    </Card>
  );
};
