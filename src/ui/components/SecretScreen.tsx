import type { ComponentChildren } from 'preact';
import type { VaultError } from '../../core/contract/errors.ts';
import type { RouteId } from '../../app/router/routes.ts';
import { hrefTo } from '../../app/router/routes.ts';
import { settingsWords } from '../../i18n/screens/settings.ts';
import { useWordsWith } from '../words-context.ts';
import type { ButtonLook } from './Button.tsx';
import { Button, LinkButton } from './Button.tsx';
import { Card } from './Card.tsx';
import { ErrorNotice } from './ErrorNotice.tsx';
import { Form } from './Form.tsx';
import type { IconName } from './Icon.tsx';
import { Notice } from './Notice.tsx';
import { PageHeader } from './PageHeader.tsx';
import './secret-screen.css';

/** The one act of the screen. */
export interface SecretAct {
  readonly label: string;
  readonly look: ButtonLook;
  readonly icon?: IconName | undefined;
  readonly busy: boolean;
  readonly disabled?: boolean | undefined;
}

/**
 * A screen that asks for a secret before it changes who gets in: what will be different afterwards, and the fields. A wrong secret is said at its field; every other failure above the form.
 */
export const SecretScreen = (props: {
  readonly title: string;
  readonly why: string;
  /** The vault's label. */
  readonly account: string;
  readonly error: VaultError | null;
  /** What will be different afterwards. */
  readonly points: readonly string[];
  readonly warning?: string | undefined;
  readonly act: SecretAct;
  readonly back: RouteId;
  readonly onSubmit: () => Promise<boolean>;
  readonly children: ComponentChildren;
}) => {
  const words = useWordsWith(settingsWords);
  const { error, act } = props;
  return (
    <>
      <PageHeader title={props.title} why={props.why} />
      <div class="secret-screen">
        <div class="secret-screen__columns">
          <div class="secret-screen__beside">
            <Card title={words.settings.changes}>
              <ul class="secret-screen__points">
                {props.points.map((point) => (
                  <li key={point}>{point}</li>
                ))}
              </ul>
            </Card>
            {props.warning === undefined ? null : <Notice tone="warn">{props.warning}</Notice>}
          </div>
          <div class="stack">
            {error === null || error.type === 'WrongSecret' ? null : <ErrorNotice error={error} />}
            <Form onSubmit={props.onSubmit} account={props.account}>
              {props.children}
              <div class="row">
                <Button type="submit" look={act.look} icon={act.icon} busy={act.busy} disabled={act.disabled}>
                  {act.label}
                </Button>
                <LinkButton look="quiet" href={hrefTo(props.back)}>
                  {words.actions.cancel}
                </LinkButton>
              </div>
            </Form>
          </div>
        </div>
      </div>
    </>
  );
};
