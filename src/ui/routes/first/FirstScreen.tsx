import { useSignal } from '@preact/signals';
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { VaultError } from '../../../core/contract/errors.ts';
import { hrefTo } from '../../../app/router/routes.ts';
import { useApp } from '../../app-context.ts';
import { Button, LinkButton } from '../../components/Button.tsx';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { Sign } from '../../components/Icon.tsx';
import { LookSettings } from '../../components/LookSettings.tsx';
import { Notice } from '../../components/Notice.tsx';
import { Progress } from '../../components/Progress.tsx';
import { UpdateBand } from '../../shell/UpdateBand.tsx';
import { useWords } from '../../words-context.ts';
import { Door } from './Door.tsx';
import { MyVaults } from './MyVaults.tsx';
import './first-screen.css';

/** Before any vault is open: those of this device, then three equal doors. Whoever lost a vault finds the way back at once. */
export const FirstScreen = () => {
  const words = useWords();
  const app = useApp();
  const session = app.session.session.value;
  const report = session.at === 'closed' ? session.report : null;
  // One main action: the way back where a vault is or was, to begin where there is none.
  const isNew = report !== null && report.stores.length === 0 && report.lost.length === 0;
  const erased = session.at === 'closed' && session.why === 'erased';
  const trying = useSignal(false);
  const heading = useRef<HTMLHeadingElement>(null);
  // As on every screen: whoever comes back here would else stand on nothing.
  useLayoutEffect(() => heading.current?.focus({ preventScroll: true }), []);
  const progress = app.session.progress.value;
  const played = progress?.job === 'create' ? progress : null;
  const error = useSignal<VaultError | null>(null);

  const tryOut = async (): Promise<void> => {
    trying.value = true;
    error.value = null;
    const made = await app.startTrial();
    trying.value = false;
    if (!made.ok) error.value = made.error;
  };

  return (
    <div class="first">
      <div class="first__wall">
        <div class="first__hero">
          <Sign />
          <div>
            <h1 ref={heading} tabIndex={-1}>{words.shell.app}</h1>
            <p>{words.first.lead}</p>
          </div>
        </div>
      </div>
      <div class="first__column">
        <UpdateBand />
        {erased ? <Notice tone="ok" live title={words.first.erased} /> : null}
        {error.value === null ? null : <ErrorNotice error={error.value} onRetry={() => void tryOut()} />}
        {report !== null && report.lost.length > 0 ? (
          <Notice
            tone="warn"
            title={words.first.lost}
            actions={
              <LinkButton look="primary" href={hrefTo('restore')}>
                {words.trouble.restore}
              </LinkButton>
            }
          >
            {words.first.lostWhy}
          </Notice>
        ) : null}
        {report !== null && report.stores.length > 0 ? <MyVaults stores={report.stores} leads={report.lost.length === 0} /> : null}
        <div class="first__doors">
          <Door icon="lock" title={words.first.create} why={words.first.createWhy}>
            <LinkButton wide look={isNew ? 'primary' : 'second'} href={hrefTo('create')}>
              {words.first.createDo}
            </LinkButton>
          </Door>
          <Door icon="copy" title={words.first.restore} why={words.first.restoreWhy}>
            <LinkButton wide href={hrefTo('restore')}>
              {words.first.restoreDo}
            </LinkButton>
          </Door>
          <Door icon="shop" title={words.first.trial} why={trying.value ? words.first.trialBusyWhy : words.first.trialWhy}>
            {trying.value ? (
              <Progress
                label={words.first.trialBusy}
                done={played?.done}
                total={played?.total}
                said={played === null ? undefined : words.first.trialPlayed(played.done, played.total)}
              />
            ) : (
              <Button wide onClick={() => void tryOut()}>
                {words.first.trialDo}
              </Button>
            )}
          </Door>
        </div>
        <dl class="first__says">
          <div>
            <dt>{words.first.notSent}</dt>
            <dd>{words.first.notSentWhy}</dd>
          </div>
          <div>
            <dt>{words.first.traced}</dt>
            <dd>{words.first.tracedWhy}</dd>
          </div>
          <div>
            <dt>{words.first.erasable}</dt>
            <dd>{words.first.erasableWhy}</dd>
          </div>
        </dl>
        <details class="first__more">
          <summary>{words.first.limits}</summary>
          <p>{words.first.limitsWhy}</p>
        </details>
        <details class="first__more">
          <summary>{words.first.look}</summary>
          <LookSettings />
        </details>
        <p class="first__foot">
          <a href={hrefTo('diagnosis')}>{words.first.diagnosis}</a>
          <span>
            {words.shell.build} {words.shell.versionAndBuild(app.version, app.build)}
          </span>
        </p>
      </div>
    </div>
  );
};
