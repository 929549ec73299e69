import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { StoreSummary } from '../../../core/contract/session-api.ts';
import type { MemberId } from '../../../core/domain/ids.ts';
import { hrefTo } from '../../../app/router/routes.ts';
import { unlockWords } from '../../../i18n/screens/unlock.ts';
import { useApp } from '../../app-context.ts';
import { LinkButton } from '../../components/Button.tsx';
import { Card } from '../../components/Card.tsx';
import { ChoiceGroup } from '../../components/ChoiceGroup.tsx';
import { NewPassword } from '../../components/NewPassword.tsx';
import { PageHeader } from '../../components/PageHeader.tsx';
import { RecoveryCodeForm } from '../../components/RecoveryCodeForm.tsx';
import { useNewPassword } from '../../use-new-password.ts';
import { useWordsWith } from '../../words-context.ts';

/** The password is forgotten: the recovery code, checked group by group as it is typed, and a new password. */
export const RecoverScreen = () => {
  const words = useWordsWith(unlockWords);
  const { session, router } = useApp();
  const state = session.session.value;
  const stores = state.at === 'closed' ? state.report.stores : [];
  const store = stores.find(({ storeId }) => storeId === session.chosen.value) ?? (stores.length === 1 ? stores[0] : undefined);
  const first = store?.members[0];
  useEffect(() => {
    if (state.at === 'closed' && store === undefined) router.replace('first');
  }, [state.at, store === undefined]);
  if (store === undefined || first === undefined) return null;
  return (
    <>
      <PageHeader title={words.unlock.recoverTitle} why={words.unlock.recoverWhy} />
      <div class="stack">
        <RecoverForm store={store} first={first.id} />
        <Card title={words.unlock.noKit}>
          <p>{words.unlock.noKitWhy}</p>
        </Card>
      </div>
    </>
  );
};

const RecoverForm = ({ store, first }: { readonly store: StoreSummary; readonly first: MemberId }) => {
  const words = useWordsWith(unlockWords);
  const { session, router } = useApp();
  const member = useSignal(first);
  const password = useNewPassword(() => [store.label, ...store.members.map(({ name }) => name)]);
  return (
    <RecoveryCodeForm
      account={store.label}
      wrong={{ why: words.unlock.wrongCodeWhy }}
      before={
        store.members.length > 1 ? (
          <ChoiceGroup
            label={words.unlock.who}
            value={member.value}
            onChange={(id) => {
              member.value = id;
            }}
            choices={store.members.map(({ id, name }) => ({ value: id, label: name }))}
          />
        ) : null
      }
      after={(tried) => <NewPassword model={password} label={words.unlock.newPassword} shown={tried} />}
      settle={password.settle}
      touched={password.touched}
      open={async (recoveryCode) => {
        const answer = await session.resetPassword({
          storeId: store.storeId,
          memberId: member.peek(),
          recoveryCode,
          newPassword: password.password.peek(),
        });
        if (answer.ok) {
          password.clear();
          router.replace('home');
        }
        return answer;
      }}
      act={words.unlock.recoverDo}
      opening={words.unlock.opening}
      aside={
        <LinkButton look="quiet" href={hrefTo('unlock')}>
          {words.actions.back}
        </LinkButton>
      }
    />
  );
};
