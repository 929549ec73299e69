import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { VaultError } from '../../../core/contract/errors.ts';
import { isRecoveryGroup, RECOVERY_GROUPS } from '../../../core/domain/recovery/recovery-code.ts';
import { hrefTo } from '../../../app/router/routes.ts';
import { unlockWords } from '../../../i18n/screens/unlock.ts';
import { useApp } from '../../app-context.ts';
import { Button, LinkButton } from '../../components/Button.tsx';
import { Card } from '../../components/Card.tsx';
import { ChoiceGroup } from '../../components/ChoiceGroup.tsx';
import { CodeBoxes } from '../../components/CodeBoxes.tsx';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { Form } from '../../components/Form.tsx';
import { NewPassword } from '../../components/NewPassword.tsx';
import { Notice } from '../../components/Notice.tsx';
import { PageHeader } from '../../components/PageHeader.tsx';
import { Progress } from '../../components/Progress.tsx';
import { useNewPassword } from '../../use-new-password.ts';
import { useWordsWith } from '../../words-context.ts';

const ALL_GROUPS = Array.from({ length: RECOVERY_GROUPS }, (_, group) => group);

/** The password is forgotten: the recovery code, checked group by group as it is typed, and a new password. */
export const RecoverScreen = () => {
  const words = useWordsWith(unlockWords);
  const { session, router } = useApp();
  const state = session.session.value;
  const stores = state.at === 'closed' ? state.report.stores : [];
  const store = stores.find(({ storeId }) => storeId === session.chosen.value) ?? (stores.length === 1 ? stores[0] : undefined);
  const member = useSignal(store?.members[0]?.id ?? null);
  const code = useSignal<readonly string[]>(ALL_GROUPS.map(() => ''));
  const tried = useSignal(false);
  const busy = useSignal(false);
  const error = useSignal<VaultError | null>(null);
  const password = useNewPassword(() => [store?.label ?? '', ...(store?.members.map(({ name }) => name) ?? [])]);

  useEffect(() => {
    if (state.at === 'closed' && store === undefined) router.replace('first');
  }, [state.at, store === undefined]);
  if (store === undefined) return null;

  const open = ALL_GROUPS.filter((group) => !isRecoveryGroup(code.value[group] ?? '', group)).length;
  const submit = async (): Promise<boolean> => {
    tried.value = true;
    const memberId = member.peek();
    const good = await password.settle();
    if (!good || open > 0 || memberId === null || busy.peek()) return false;
    busy.value = true;
    error.value = null;
    const answer = await session.resetPassword({
      storeId: store.storeId,
      memberId,
      recoveryCode: code.peek().join('-'),
      newPassword: password.password.peek(),
    });
    busy.value = false;
    if (!answer.ok) {
      error.value = answer.error;
      return false;
    }
    password.clear();
    router.replace('home');
    return true;
  };

  const wrong = error.value?.type === 'RecoveryGroupWrong' ? [error.value.group] : [];
  return (
    <>
      <PageHeader title={words.unlock.recoverTitle} why={words.unlock.recoverWhy} />
      <div class="stack">
        {error.value === null ? null : error.value.type === 'WrongSecret' ? (
          <Notice tone="bad" live title={words.unlock.wrongCode}>
            {words.unlock.wrongCodeWhy}
          </Notice>
        ) : (
          <ErrorNotice error={error.value} />
        )}
        <Form onSubmit={submit} account={store.label}>
          {store.members.length > 1 ? (
            <ChoiceGroup
              label={words.unlock.who}
              value={member.value}
              onChange={(id) => {
                member.value = id;
              }}
              choices={store.members.map(({ id, name }) => ({ value: id, label: name }))}
            />
          ) : null}
          <CodeBoxes
            label={words.unlock.code}
            hint={words.unlock.codeHint}
            groups={ALL_GROUPS}
            values={code.value}
            wrong={wrong}
            onChange={(next) => {
              code.value = next;
              error.value = null;
            }}
          />
          <p role="status">{open === 0 ? words.unlock.codeGood : tried.value ? words.unlock.codeShort(open) : ''}</p>
          <NewPassword model={password} label={words.unlock.newPassword} shown={tried.value} />
          {busy.value ? <Progress label={words.unlock.opening} /> : null}
          <div class="row">
            <Button type="submit" look="primary" busy={busy.value}>
              {words.unlock.recoverDo}
            </Button>
            <LinkButton look="quiet" href={hrefTo('unlock')}>
              {words.actions.back}
            </LinkButton>
          </div>
        </Form>
        <Card title={words.unlock.noKit}>
          <p>{words.unlock.noKitWhy}</p>
        </Card>
      </div>
    </>
  );
};
