import type { PersonFormModel } from '../../../app/models/person-form-model.ts';
import type { PersonKind } from '../../../core/domain/person/person-kind.ts';
import { RELATIONSHIPS } from '../../../core/domain/person/relationship.data.ts';
import { registerWords } from '../../../i18n/screens/register.ts';
import { ChoiceGroup } from '../../components/ChoiceGroup.tsx';
import { SelectField } from '../../components/SelectField.tsx';
import { useWordsWith } from '../../words-context.ts';
import { DateField } from './DateField.tsx';
import { FieldGroup } from './FieldGroup.tsx';
import { FormField } from './FormField.tsx';
import { ParentField } from './ParentField.tsx';

/** Who it is. What a kind does not need is not asked. */
export const WhoFields = ({ model, kind }: { readonly model: PersonFormModel; readonly kind: PersonKind }) => {
  const words = useWordsWith(registerWords);
  const text = words.register;
  const isCompany = model.corporate.value;
  const problem = model.problems.value.corporate;
  const asksBirth = kind !== 'payee' || (!isCompany && model.texts.value.birthDate !== '');
  return (
    <FieldGroup title={kind === 'payee' ? text.payeeWho : text.who}>
      {kind === 'payee' ? (
        <ChoiceGroup
          inline
          label={text.corporate}
          value={isCompany ? 'company' : 'individual'}
          error={problem === undefined ? undefined : words.problems.say(problem)}
          onChange={(chosen) => model.setCorporate(chosen === 'company')}
          choices={[
            { value: 'individual', label: text.individual, hint: text.individualHint },
            { value: 'company', label: text.company, hint: text.companyHint },
          ]}
        />
      ) : null}
      {kind === 'dependant' ? (
        <>
          <ParentField model={model} />
          <RelationshipField model={model} />
        </>
      ) : null}
      <FormField
        model={model}
        field="name"
        label={isCompany ? text.companyName : text.name}
        hint={isCompany ? undefined : text.nameHint}
      />
      <FormField model={model} field="kana" label={text.kana} hint={text.kanaHint} optional />
      {kind === 'employee' || kind === 'payee' ? (
        <FormField model={model} field="code" label={text.code[kind]} hint={text.codeHint} optional chars={12} />
      ) : null}
      {isCompany ? (
        <FormField
          model={model}
          field="corporateNumber"
          label={text.corporateNumber}
          hint={text.corporateNumberHint}
          optional
          numeric
          chars={20}
        />
      ) : null}
      {asksBirth ? <DateField model={model} field="birthDate" label={text.birthDate} /> : null}
    </FieldGroup>
  );
};

const RelationshipField = ({ model }: { readonly model: PersonFormModel }) => {
  const words = useWordsWith(registerWords);
  const text = words.register;
  const chosen = model.texts.value.relationship;
  const problem = model.problems.value.relationship;
  const known = RELATIONSHIPS.map(({ label, group }) => ({ value: label as string, label: text.relationshipWord(label, group) }));
  // A word from an import that the list does not have stays as it is.
  const own = chosen === '' || known.some(({ value }) => value === chosen) ? [] : [{ value: chosen, label: chosen }];
  return (
    <SelectField
      label={text.relationship}
      value={chosen}
      error={problem === undefined ? undefined : words.problems.say(problem)}
      onChange={(label) => model.type('relationship', label)}
      choices={[{ value: '', label: text.relationshipNone }, ...own, ...known]}
    />
  );
};
