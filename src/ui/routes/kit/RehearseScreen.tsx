import { useSignal } from '@preact/signals';
import { hrefTo } from '../../../app/router/routes.ts';
import { rehearseWords } from '../../../i18n/screens/rehearse.ts';
import { LinkButton } from '../../components/Button.tsx';
import { PageHeader } from '../../components/PageHeader.tsx';
import { RecoveryCodeForm } from '../../components/RecoveryCodeForm.tsx';
import { useVault } from '../../vault-context.ts';
import { useWordsWith } from '../../words-context.ts';

/** Once a year: the paper is taken out, and its whole code typed. It must open the vault, or a new paper is made while one still can. */
export const RehearseScreen = () => {
  const words = useWordsWith(rehearseWords);
  const text = words.kit.yearly;
  const vault = useVault();
  const done = useSignal(false);
  if (done.value)
    return (
      <>
        <PageHeader title={text.doneTitle} why={text.doneWhy} focusKey="done" />
        <div class="row">
          <LinkButton look="primary" href={hrefTo('home')}>
            {text.doneDo}
          </LinkButton>
        </div>
      </>
    );
  return (
    <>
      <PageHeader title={text.title} why={text.why} />
      <div class="stack">
        <RecoveryCodeForm
          wrong={{ why: text.wrongWhy, actions: <LinkButton href={hrefTo('kit')}>{words.settings.kitDo}</LinkButton> }}
          open={async (recoveryCode) => {
            const answer = await vault.api.rehearseKit({ recoveryCode });
            if (answer.ok) {
              vault.kit.value = null;
              vault.show(answer.value);
              done.value = true;
            }
            return answer;
          }}
          act={text.do}
          aside={
            <LinkButton look="quiet" href={hrefTo('kit')}>
              {text.lost}
            </LinkButton>
          }
        />
      </div>
    </>
  );
};
