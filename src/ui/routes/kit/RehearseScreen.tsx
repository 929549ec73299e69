import { useSignal } from '@preact/signals';
import type { VaultError } from '../../../core/contract/errors.ts';
import { isRecoveryGroup, RECOVERY_GROUPS } from '../../../core/domain/recovery/recovery-code.ts';
import { hrefTo } from '../../../app/router/routes.ts';
import { rehearseWords } from '../../../i18n/screens/rehearse.ts';
import { Button, LinkButton } from '../../components/Button.tsx';
import { CodeBoxes } from '../../components/CodeBoxes.tsx';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { Form } from '../../components/Form.tsx';
import { Notice } from '../../components/Notice.tsx';
import { PageHeader } from '../../components/PageHeader.tsx';
import { useVault } from '../../vault-context.ts';
import { useWordsWith } from '../../words-context.ts';

const ALL_GROUPS = Array.from({ length: RECOVERY_GROUPS }, (_, group) => group);

/** Once a year: the paper is taken out, and its whole code typed. It must open the vault, or a new paper is made while one still can. */
export const RehearseScreen = () => {
  const words = useWordsWith(rehearseWords);
  const text = words.kit.yearly;
  const vault = useVault();
  const code = useSignal<readonly string[]>(ALL_GROUPS.map(() => ''));
  const tried = useSignal(false);
  const busy = useSignal(false);
  const done = useSignal(false);
  const error = useSignal<VaultError | null>(null);
  const open = ALL_GROUPS.filter((group) => !isRecoveryGroup(code.value[group] ?? '', group)).length;

  const submit = async (): Promise<boolean> => {
    tried.value = true;
    if (open > 0 || busy.peek()) return false;
    busy.value = true;
    error.value = null;
    const answer = await vault.api.rehearseKit({ recoveryCode: code.peek().join('-') });
    busy.value = false;
    if (!answer.ok) {
      error.value = answer.error;
      return false;
    }
    code.value = ALL_GROUPS.map(() => '');
    vault.kit.value = null;
    vault.show(answer.value);
    done.value = true;
    return true;
  };

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
  const wrong = error.value?.type === 'RecoveryGroupWrong' ? [error.value.group] : [];
  return (
    <>
      <PageHeader title={text.title} why={text.why} />
      <div class="stack">
        {error.value === null ? null : error.value.type === 'WrongSecret' ? (
          <Notice
            tone="bad"
            live
            title={words.unlock.wrongCode}
            actions={<LinkButton href={hrefTo('kit')}>{words.settings.kitDo}</LinkButton>}
          >
            {text.wrongWhy}
          </Notice>
        ) : (
          <ErrorNotice error={error.value} />
        )}
        <Form onSubmit={submit}>
          <CodeBoxes
            label={words.kit.code}
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
          <div class="row">
            <Button type="submit" look="primary" busy={busy.value}>
              {text.do}
            </Button>
            <LinkButton look="quiet" href={hrefTo('kit')}>
              {text.lost}
            </LinkButton>
          </div>
        </Form>
      </div>
    </>
  );
};
