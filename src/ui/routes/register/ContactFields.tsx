import type { PersonFormModel } from '../../../app/models/person-form-model.ts';
import { registerWords } from '../../../i18n/screens/register.ts';
import { useWordsWith } from '../../words-context.ts';
import { FieldGroup } from './FieldGroup.tsx';
import { FormField } from './FormField.tsx';

export const ContactFields = ({ model }: { readonly model: PersonFormModel }) => {
  const text = useWordsWith(registerWords).register;
  return (
    <FieldGroup title={text.contact}>
      <FormField model={model} field="postalCode" label={text.postalCode} hint={text.postalHint} optional numeric chars={8} />
      <FormField model={model} field="address" label={text.address} optional />
    </FieldGroup>
  );
};
