import type { VNode } from 'preact';
import { checkTitle } from '../../../app/models/check-text.ts';
import { helpNoOf } from '../../../app/router/help-places.ts';
import { hrefTo } from '../../../app/router/routes.ts';
import type { CheckId, WayOut } from '../../../core/domain/diagnosis/checks.ts';
import { diagnosisWords } from '../../../i18n/screens/diagnosis.ts';
import { useApp } from '../../app-context.ts';
import { Button, LinkButton } from '../../components/Button.tsx';
import { useVaultIfOpen } from '../../vault-context.ts';
import { useWordsWith } from '../../words-context.ts';

/** The one act that helps with a finding. Its name says which one: the same words stand beside several. */
export const CheckWay = (props: { readonly check: CheckId; readonly way: WayOut; readonly isBusy: boolean; readonly onAgain: () => void }): VNode => {
  const words = useWordsWith(diagnosisWords);
  const { persist, address } = useApp();
  const vault = useVaultIfOpen();
  const { check, way, isBusy, onAgain } = props;
  const text = words.checks.ways[way];
  const label = words.checks.wayOf(text, checkTitle(words, check));
  const act = (work: () => Promise<unknown>, busy = isBusy): VNode => (
    <Button label={label} busy={busy} onClick={() => void work().then(onAgain)}>
      {text}
    </Button>
  );
  const link = (href: string): VNode => (
    <LinkButton label={label} href={href}>
      {text}
    </LinkButton>
  );
  switch (way) {
    case 'persist':
      return act(persist.ask, isBusy || persist.asking.value);
    case 'again':
      return act(() => Promise.resolve());
    case 'date':
      return act(async () => {
        const confirmed = await vault?.api.confirmClock();
        if (confirmed?.ok === true) await vault?.refresh();
      });
    case 'window':
      return (
        <a class="button button--second" href={address} target="_blank" rel="noreferrer">
          {text}
        </a>
      );
    case 'copies':
    case 'verify':
    case 'kit':
    case 'rehearse':
      return link(hrefTo(way));
    case 'help':
      return (
        <LinkButton look="quiet" label={label} href={hrefTo('help', helpNoOf(check === 'update' ? 'update' : 'diagnosis'))}>
          {text}
        </LinkButton>
      );
  }
};
