import type { PersonFormModel } from '../../../app/models/person-form-model.ts';
import type { PersonKind } from '../../../core/domain/person/person-kind.ts';
import { registerWords } from '../../../i18n/screens/register.ts';
import { useWordsWith } from '../../words-context.ts';
import { DateField } from './DateField.tsx';
import { FieldGroup } from './FieldGroup.tsx';

/** First and last day: they decide how long the number may be kept. */
export const RelationFields = ({ model, kind }: { readonly model: PersonFormModel; readonly kind: PersonKind }) => {
  const text = useWordsWith(registerWords).register;
  return (
    <FieldGroup title={text.relation}>
      <DateField model={model} field="relationFrom" label={text.from[kind]} />
      <DateField model={model} field="relationTo" label={text.to[kind]} hint={text.toHint} />
    </FieldGroup>
  );
};
