import { useSignal } from '@preact/signals';
import type { OpenVault } from '../../../app/models/open-vault.ts';
import type { VaultError } from '../../../core/contract/errors.ts';
import type { SettingChange } from '../../../core/contract/session-api.ts';
import type { EntityType } from '../../../core/domain/person/entity-type.ts';
import { ENTITY_TYPES } from '../../../core/domain/person/entity-type.ts';
import { parseVaultLabel } from '../../../core/domain/vault/limits.ts';
import { settingsWords } from '../../../i18n/screens/settings.ts';
import { Button } from '../../components/Button.tsx';
import { Card } from '../../components/Card.tsx';
import { ChoiceGroup } from '../../components/ChoiceGroup.tsx';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { Field } from '../../components/Field.tsx';
import { Form } from '../../components/Form.tsx';
import { SavedNotice } from '../../components/SavedNotice.tsx';
import { useGuard } from '../../use-guard.ts';
import { useWordsWith } from '../../words-context.ts';

/** What the business is: saved together, by one button. */
export const BusinessCard = ({ vault }: { readonly vault: OpenVault }) => {
  const words = useWordsWith(settingsWords);
  const view = vault.view.value;
  const label = useSignal(view.label);
  const entityType = useSignal<EntityType>(view.entityType);
  const paysSalary = useSignal<'yes' | 'no'>(view.paysSalary ? 'yes' : 'no');
  const state = useSignal<'open' | 'saving' | 'saved'>('open');
  const error = useSignal<VaultError | null>(null);

  const changes = (): SettingChange => {
    const now = vault.view.peek();
    return {
      ...(label.peek().trim() === now.label ? {} : { label: label.peek().trim() }),
      ...(entityType.peek() === now.entityType ? {} : { entityType: entityType.peek() }),
      ...((paysSalary.peek() === 'yes') === now.paysSalary ? {} : { paysSalary: paysSalary.peek() === 'yes' }),
    };
  };
  const dirty = (): boolean => Object.keys(changes()).length > 0;
  useGuard(dirty);

  const parsed = parseVaultLabel(label.value);
  const touch = (): void => {
    if (state.peek() === 'saved') state.value = 'open';
  };
  const save = async (): Promise<boolean> => {
    if (!parsed.ok || state.peek() === 'saving') return false;
    state.value = 'saving';
    error.value = null;
    const answer = await vault.api.changeSettings(changes());
    state.value = answer.ok ? 'saved' : 'open';
    if (answer.ok) vault.show(answer.value);
    else error.value = answer.error;
    return answer.ok;
  };
  return (
    <Card title={words.settings.business}>
      <Form onSubmit={save}>
        <Field
          label={words.business.label}
          hint={words.business.labelHint}
          value={label.value}
          onInput={(text) => {
            label.value = text;
            touch();
          }}
          error={parsed.ok ? undefined : words.problems.say(parsed.error.type)}
        />
        <ChoiceGroup
          label={words.business.type}
          value={entityType.value}
          onChange={(type) => {
            entityType.value = type;
            touch();
          }}
          choices={ENTITY_TYPES.map((type) => ({
            value: type,
            label: words.business.types[type],
            hint: words.business.typeHints[type],
          }))}
        />
        <ChoiceGroup
          inline
          label={words.business.paysSalary}
          value={paysSalary.value}
          onChange={(answer) => {
            paysSalary.value = answer;
            touch();
          }}
          choices={[
            { value: 'yes', label: words.business.yes },
            { value: 'no', label: words.business.no },
          ]}
        />
        {error.value === null ? null : <ErrorNotice error={error.value} />}
        {state.value === 'saved' ? <SavedNotice what={words.settings.saved} /> : null}
        <div>
          <Button type="submit" look="primary" busy={state.value === 'saving'} disabled={vault.halted.value}>
            {words.actions.save}
          </Button>
        </div>
      </Form>
    </Card>
  );
};
