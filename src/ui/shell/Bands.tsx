import type { ComponentChildren } from 'preact';
import type { OpenVault } from '../../app/models/open-vault.ts';
import type { RouteId } from '../../app/router/routes.ts';
import { hrefTo } from '../../app/router/routes.ts';
import { useApp } from '../app-context.ts';
import { Button, LinkButton } from '../components/Button.tsx';
import { Notice } from '../components/Notice.tsx';
import { useWords } from '../words-context.ts';
import { DraftOffer } from './DraftOffer.tsx';
import { Greeting } from './Greeting.tsx';
import { UpdateBand } from './UpdateBand.tsx';
import './bands.css';

/** Screens that lead to the recovery sheet themselves. */
const LEADS_TO_KIT: readonly RouteId[] = ['kit', 'home', 'leak', 'restore'];

/** What has to be known on every screen, the gravest first. On a phone the way to close the vault stands here too. */
export const Bands = (props: { readonly vault: OpenVault; readonly place: RouteId; readonly children: ComponentChildren }) => {
  const words = useWords();
  const { session, router } = useApp();
  const { vault, place } = props;
  const view = vault.view.value;
  return (
    <div class="bands no-print">
      <div class="bands__phone">
        <p class="bands__label">{view.label}</p>
        <Button icon="lock" onClick={() => router.end(() => void session.lock())}>
          {words.shell.closeVault}
        </Button>
      </div>
      {view.experience ? (
        <p class="thin-band thin-band--trial">
          <span>
            <strong>{words.shell.experience}</strong> {words.shell.experienceWhy}
          </span>
          {place === 'erase' ? null : <a href={hrefTo('erase')}>{words.shell.experienceEnd}</a>}
        </p>
      ) : null}
      {vault.halted.value ? <Halted /> : null}
      {vault.oldKeys.value ? (
        <Notice tone="warn" live title={words.shell.oldKeys}>
          {words.shell.oldKeysWhy}
        </Notice>
      ) : null}
      {view.clockDoubtful ? <ClockDoubt vault={vault} /> : null}
      <UpdateBand />
      {view.rehearsedAt === null && !LEADS_TO_KIT.includes(place) ? <RehearsalMissing /> : null}
      {props.children}
      <DraftOffer vault={vault} place={place} />
      <Greeting vault={vault} place={place} />
    </div>
  );
};

const Halted = () => {
  const words = useWords();
  return (
    <Notice
      tone="bad"
      live
      title={words.shell.halted}
      actions={
        <LinkButton href={hrefTo('copies')}>
          {words.shell.haltedDo}
        </LinkButton>
      }
    >
      {words.shell.haltedWhy}
    </Notice>
  );
};

const ClockDoubt = ({ vault }: { readonly vault: OpenVault }) => {
  const words = useWords();
  const confirm = async (): Promise<void> => {
    const answer = await vault.api.confirmClock();
    if (answer.ok) await vault.refresh();
  };
  return (
    <Notice
      tone="warn"
      title={words.shell.clock}
      actions={<Button onClick={() => void confirm()}>{words.shell.clockDo}</Button>}
    >
      {words.shell.clockWhy(words.dates.dayTime(vault.now()))}
    </Notice>
  );
};

const RehearsalMissing = () => {
  const words = useWords();
  return (
    <Notice
      tone="warn"
      title={words.shell.rehearsal}
      actions={<LinkButton href={hrefTo('kit')}>{words.shell.rehearsalDo}</LinkButton>}
    >
      {words.shell.rehearsalWhy}
    </Notice>
  );
};
