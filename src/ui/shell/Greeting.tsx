import { useEffect, useRef } from 'preact/hooks';
import type { OpenVault } from '../../app/models/open-vault.ts';
import type { RouteId } from '../../app/router/routes.ts';
import { hrefTo } from '../../app/router/routes.ts';
import { isAuditAction } from '../../core/domain/audit/action.ts';
import { Button, LinkButton } from '../components/Button.tsx';
import { Notice } from '../components/Notice.tsx';
import { Unbroken } from '../components/Unbroken.tsx';
import { useWords } from '../words-context.ts';

/**
 * After an unlock: the last entry and its time, and failed tries. An operating-system backup put back whole by someone
 * else shows only here, so it is always said, calmly.
 */
export const Greeting = ({ vault, place }: { readonly vault: OpenVault; readonly place: RouteId }) => {
  const words = useWords();
  const first = useRef(place);
  // Seen on the screen one comes to; whoever has gone on to another has read it.
  useEffect(() => {
    if (first.current !== place) vault.greeting.value = false;
  }, [place]);
  if (!vault.greeting.value) return null;
  const { lastEntry, failedUnlocks } = vault.view.value;
  const whatOf = (action: string): string => (isAuditAction(action) ? words.audit.actions[action] : words.audit.unknownAction(action));
  return (
    <Notice
      live
      tone={failedUnlocks > 0 ? 'warn' : 'info'}
      title={words.shell.entered}
      actions={
        <>
          <LinkButton look={failedUnlocks > 0 ? 'second' : 'quiet'} href={hrefTo('records')}>
            {words.shell.seeRecords}
          </LinkButton>
          <Button
            look="quiet"
            onClick={() => {
              vault.greeting.value = false;
            }}
          >
            {words.actions.close}
          </Button>
        </>
      }
    >
      <p>
        <Unbroken text={lastEntry === null ? words.shell.lastEntryNone : words.shell.lastEntry(words.dates.dayTime(lastEntry.time), whatOf(lastEntry.action))} />
      </p>
      {failedUnlocks > 0 ? <p>{words.shell.failedTries(failedUnlocks)}</p> : null}
    </Notice>
  );
};
