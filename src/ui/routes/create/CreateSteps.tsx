import { useSignal } from '@preact/signals';
import type { NewPasswordModel } from '../../../app/models/new-password-model.ts';
import { ENTITY_TYPES } from '../../../core/domain/person/entity-type.ts';
import { LABEL_MAX } from '../../../core/domain/vault/limits.ts';
import { createWords } from '../../../i18n/screens/create.ts';
import { Button } from '../../components/Button.tsx';
import { ChoiceGroup } from '../../components/ChoiceGroup.tsx';
import { Field } from '../../components/Field.tsx';
import { Form } from '../../components/Form.tsx';
import { NewPassword } from '../../components/NewPassword.tsx';
import { PageHeader } from '../../components/PageHeader.tsx';
import { useFirstFocus } from '../../use-first-focus.ts';
import { useWordsWith } from '../../words-context.ts';
import type { CreateForm } from './create-form.ts';

interface StepProps {
  readonly onDone: () => void;
  readonly onBack: () => void;
}

/** The main act first, the way back beside it. */
const StepButtons = (props: { readonly label: string; readonly onBack: () => void }) => {
  const words = useWordsWith(createWords);
  return (
    <>
      <div class="row">
        <Button type="submit" look="primary">
          {props.label}
        </Button>
        <Button look="quiet" onClick={props.onBack}>
          {words.actions.back}
        </Button>
      </div>
      <p>{words.create.nothingKept}</p>
    </>
  );
};

export const BusinessStep = ({ form, onDone, onBack }: StepProps & { readonly form: CreateForm }) => {
  const words = useWordsWith(createWords);
  const tried = useSignal(false);
  const problem = form.labelProblem.value;
  const first = useFirstFocus();
  const submit = (): boolean => {
    tried.value = true;
    const good = problem === null && form.entityType.peek() !== null && form.paysSalary.peek() !== null;
    if (good) onDone();
    return good;
  };
  return (
    <>
      <PageHeader title={words.create.businessTitle} why={words.create.businessWhy} keepFocus />
      <Form onSubmit={submit} label={words.create.businessTitle}>
        <Field
          inputRef={first}
          label={words.business.label}
          hint={words.business.labelHint}
          value={form.label.value}
          onInput={(text) => (form.label.value = text)}
          maxLength={LABEL_MAX}
          error={tried.value && problem !== null ? words.problems.say(problem) : undefined}
        />
        <ChoiceGroup
          label={words.business.type}
          value={form.entityType.value}
          onChange={(type) => (form.entityType.value = type)}
          choices={ENTITY_TYPES.map((type) => ({
            value: type,
            label: words.business.types[type],
            hint: words.business.typeHints[type],
          }))}
          error={tried.value && form.entityType.value === null ? words.problems.say('Missing') : undefined}
        />
        <ChoiceGroup
          inline
          label={words.business.paysSalary}
          hint={words.business.paysSalaryHint}
          value={form.paysSalary.value}
          onChange={(answer) => (form.paysSalary.value = answer)}
          choices={[
            { value: 'yes', label: words.business.yes },
            { value: 'no', label: words.business.no },
          ]}
          error={tried.value && form.paysSalary.value === null ? words.problems.say('Missing') : undefined}
        />
        <StepButtons label={words.actions.next} onBack={onBack} />
      </Form>
    </>
  );
};

export const OwnerStep = ({ form, onDone, onBack }: StepProps & { readonly form: CreateForm }) => {
  const words = useWordsWith(createWords);
  const tried = useSignal(false);
  const problem = form.nameProblem.value;
  const first = useFirstFocus();
  const submit = (): boolean => {
    tried.value = true;
    if (problem === null) onDone();
    return problem === null;
  };
  return (
    <>
      <PageHeader title={words.create.ownerTitle} why={words.create.ownerWhy} keepFocus />
      <Form onSubmit={submit} label={words.create.ownerTitle}>
        <Field
          inputRef={first}
          label={words.create.ownerName}
          hint={words.create.ownerHint}
          value={form.ownerName.value}
          onInput={(text) => (form.ownerName.value = text)}
          error={tried.value && problem !== null ? words.problems.say(problem) : undefined}
        />
        <StepButtons label={words.actions.next} onBack={onBack} />
      </Form>
    </>
  );
};

export const PasswordStep = ({ model, label, onDone, onBack }: StepProps & { readonly model: NewPasswordModel; readonly label: string }) => {
  const words = useWordsWith(createWords);
  const tried = useSignal(false);
  const first = useFirstFocus();
  const submit = async (): Promise<boolean> => {
    tried.value = true;
    const good = await model.settle();
    if (good) onDone();
    return good;
  };
  return (
    <>
      <PageHeader title={words.create.passwordTitle} why={words.create.passwordWhy} keepFocus />
      <Form onSubmit={submit} account={label} label={words.create.passwordTitle}>
        <NewPassword model={model} shown={tried.value} inputRef={first} />
        <StepButtons label={words.create.make} onBack={onBack} />
      </Form>
    </>
  );
};
