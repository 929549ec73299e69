import { useSignal } from '@preact/signals';
import type { VaultError } from '../../../core/contract/errors.ts';
import { isLabelConfirmed } from '../../../core/domain/vault/limits.ts';
import { hrefTo } from '../../../app/router/routes.ts';
import { settingsWords } from '../../../i18n/screens/settings.ts';
import { useApp } from '../../app-context.ts';
import { Button, LinkButton } from '../../components/Button.tsx';
import { Card } from '../../components/Card.tsx';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { Field } from '../../components/Field.tsx';
import { Form } from '../../components/Form.tsx';
import { PageHeader } from '../../components/PageHeader.tsx';
import { Progress } from '../../components/Progress.tsx';
import { useHome } from '../../use-home.ts';
import { useVaultIfOpen } from '../../vault-context.ts';
import { useWordsWith } from '../../words-context.ts';
import { EraseCopy, EraseCounts } from './EraseCounts.tsx';
import './erase-screen.css';

/** Takes a vault off this device: what goes with it is said first, and its name is typed. A sample one needs no name. */
export const EraseScreen = () => {
  const words = useWordsWith(settingsWords);
  const { session, router } = useApp();
  const vault = useVaultIfOpen();
  const state = session.session.value;
  const typed = useSignal('');
  const tried = useSignal(false);
  const busy = useSignal(false);
  const error = useSignal<VaultError | null>(null);

  const closed = state.at === 'closed' ? state.report.stores.find(({ storeId }) => storeId === session.chosen.value) : undefined;
  const target = vault === null ? closed : vault.view.value;
  if (target === undefined)
    return (
      <>
        <PageHeader title={words.settings.eraseTitle} why={words.settings.eraseNone} />
        <LinkButton href={hrefTo('first')}>{words.trouble.toFirst}</LinkButton>
      </>
    );

  const matches = target.experience || isLabelConfirmed(typed.value, target.label);
  const submit = async (): Promise<boolean> => {
    tried.value = true;
    if (!matches || busy.peek()) return false;
    busy.value = true;
    error.value = null;
    const answer = await session.erase(target.storeId, target.label);
    busy.value = false;
    if (!answer.ok) {
      error.value = answer.error;
      return false;
    }
    router.replace('first');
    return true;
  };
  const form = (
    <Form onSubmit={submit}>
      {target.experience ? (
        <p>{words.settings.eraseTrial}</p>
      ) : (
        <Field
          label={words.settings.eraseLabel(target.label)}
          value={typed.value}
          onInput={(text) => {
            typed.value = text;
          }}
          error={tried.value && !matches ? words.settings.eraseDifferent : undefined}
        />
      )}
      {busy.value ? <Progress label={words.settings.eraseBusy} /> : null}
      <div class="row">
        <Button type="submit" look="danger" icon="trash" busy={busy.value}>
          {words.settings.eraseFinal}
        </Button>
        <LinkButton look="quiet" href={hrefTo(vault === null ? 'first' : 'settings')}>
          {words.actions.cancel}
        </LinkButton>
      </div>
    </Form>
  );
  // What goes along is said before anything can be confirmed.
  const isCounted = vault === null || useHome.of(vault).isRead.value;
  return (
    <>
      <PageHeader title={words.settings.eraseTitle} why={words.settings.eraseWhy} />
      <div class="stack">
        {error.value === null ? null : <ErrorNotice error={error.value} />}
        <div class="erase__what">
          <Card title={words.settings.eraseBody}>
            {vault === null || !isCounted ? null : <EraseCounts />}
            <ul>
              {words.settings.eraseGoes.map((line) => (
                <li key={line}>{line}</li>
              ))}
            </ul>
          </Card>
          <Card title={words.settings.eraseStaysTitle}>
            {vault === null || !isCounted || target.experience ? <p>{words.settings.eraseStays}</p> : <EraseCopy />}
          </Card>
        </div>
        {vault === null ? <p>{words.settings.eraseClosed}</p> : null}
        {isCounted ? form : <Progress label={words.settings.eraseCounting} />}
      </div>
    </>
  );
};
