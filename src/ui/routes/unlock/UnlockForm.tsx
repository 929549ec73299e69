import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import type { VaultError } from '../../../core/contract/errors.ts';
import type { LockReason } from '../../../app/models/session-model.ts';
import type { StoreSummary } from '../../../core/contract/session-api.ts';
import type { MemberId } from '../../../core/domain/ids.ts';
import { TRIAL_PASSWORD } from '../../../core/domain/trial/trial-password.ts';
import { hrefTo } from '../../../app/router/routes.ts';
import { unlockWords } from '../../../i18n/screens/unlock.ts';
import { useApp } from '../../app-context.ts';
import { Button, LinkButton } from '../../components/Button.tsx';
import { Card } from '../../components/Card.tsx';
import { ChoiceGroup } from '../../components/ChoiceGroup.tsx';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { Form } from '../../components/Form.tsx';
import { Notice } from '../../components/Notice.tsx';
import { PageHeader } from '../../components/PageHeader.tsx';
import { PasswordField } from '../../components/PasswordField.tsx';
import { Progress } from '../../components/Progress.tsx';
import { isTrouble, Trouble } from '../../components/Trouble.tsx';
import { useWordsWith } from '../../words-context.ts';

/** Who, the password, one button. What goes wrong stands where it can be answered. */
export const UnlockForm = ({ store, why }: { readonly store: StoreSummary; readonly why: LockReason | null }) => {
  const words = useWordsWith(unlockWords);
  const { session, router, otherTabs } = useApp();
  const member = useSignal<MemberId | null>(store.members[0]?.id ?? null);
  const password = useSignal(store.experience ? TRIAL_PASSWORD : '');
  const state = useSignal<'open' | 'unlocking' | 'takingOver'>('open');
  const error = useSignal<VaultError | null>(null);
  /** The other tab said that something in it would be lost, and the user has seen that. */
  const warned = useSignal(false);
  const input = useRef<HTMLInputElement>(null);
  const progress = session.progress.value;

  const failure = error.value;
  const blocked = failure !== null && isTrouble(failure) ? failure : null;
  // Also when the screen of a trouble has been left for another try.
  useEffect(() => input.current?.focus(), [blocked]);

  const unlock = async (): Promise<boolean> => {
    const memberId = member.peek();
    if (memberId === null || state.peek() === 'unlocking') return false;
    state.value = 'unlocking';
    error.value = null;
    const answer = await session.unlock({ storeId: store.storeId, memberId, password: password.peek() });
    if (answer.ok) {
      password.value = '';
      if (router.place.peek().id === 'unlock') router.replace('home');
      return true;
    }
    state.value = 'open';
    error.value = answer.error;
    return false;
  };

  const takeOver = async (): Promise<void> => {
    state.value = 'takingOver';
    if (!warned.peek() && (await otherTabs.haveUnsaved())) {
      warned.value = true;
      state.value = 'open';
      return;
    }
    error.value = null;
    const taken = await session.takeOver(store.storeId);
    state.value = 'open';
    if (taken.ok) await unlock();
    else error.value = taken.error;
    warned.value = false;
  };

  if (blocked !== null) return <Trouble error={blocked} store={store} onRetry={() => (error.value = null)} />;
  const wrong = failure?.type === 'WrongSecret';
  // Open in another tab: to take it over is the main act now.
  const isHeld = failure?.type === 'UsedInOtherTab';
  return (
    <>
      <PageHeader title={words.unlock.title(store.label)} why={words.unlock.why} keepFocus />
      {/* The tab that took over counted its try before it knew the password to be right. */}
      {store.failedUnlocks > 0 && failure === null && why !== 'takenOver' ? <Notice tone="warn">{words.unlock.failed(store.failedUnlocks)}</Notice> : null}
      {failure === null || wrong || (isHeld && warned.value) ? null : (
        <ErrorNotice
          error={failure}
          actions={
            isHeld ? (
              <Button look="primary" busy={state.value !== 'open'} onClick={() => void takeOver()}>
                {words.unlock.takeOver}
              </Button>
            ) : undefined
          }
        />
      )}
      {isHeld && warned.value ? (
        <Notice tone="warn" live title={words.unlock.otherUnsaved}>
          <p>{words.unlock.otherUnsavedWhy}</p>
          <div class="unlock__anyway">
            <Button look="danger" busy={state.value !== 'open'} onClick={() => void takeOver()}>
              {words.unlock.takeOverAnyway}
            </Button>
          </div>
        </Notice>
      ) : null}
      <Card>
        <Form onSubmit={unlock} account={store.label}>
          {store.members.length > 1 ? (
            <ChoiceGroup
              label={words.unlock.who}
              value={member.value}
              onChange={(id) => (member.value = id)}
              choices={store.members.map(({ id, name }) => ({ value: id, label: name }))}
            />
          ) : null}
          {store.experience ? <p>{words.unlock.trialPassword}</p> : null}
          <PasswordField
            kind="current"
            label={words.unlock.password}
            value={password.value}
            onInput={(text) => {
              password.value = text;
            }}
            inputRef={input}
            error={wrong ? words.unlock.wrong : undefined}
          />
          {state.value === 'open' ? null : (
            <Progress
              label={state.value === 'takingOver' ? words.unlock.takingOver : words.unlock.opening}
              {...(progress?.job === 'unlock' ? { done: progress.done, total: progress.total } : {})}
            />
          )}
          <div class="row">
            <Button type="submit" look={isHeld ? 'second' : 'primary'} icon="key" busy={state.value !== 'open'}>
              {words.unlock.open}
            </Button>
            {store.experience ? null : (
              <LinkButton look="quiet" href={hrefTo('recover')}>
                {words.unlock.forgotten}
              </LinkButton>
            )}
          </div>
        </Form>
      </Card>
    </>
  );
};
