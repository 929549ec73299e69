import { useComputed } from '@preact/signals';
import { useMemo } from 'preact/hooks';
import { CONTACT_MAX, createLabelModel } from '../../../app/models/label-model.ts';
import { printsWords } from '../../../i18n/screens/prints.ts';
import { Card } from '../../components/Card.tsx';
import { Field } from '../../components/Field.tsx';
import { PrintScreen } from '../../components/PrintScreen.tsx';
import { SelectField } from '../../components/SelectField.tsx';
import { useCopies } from '../../use-copies.ts';
import { usePrint } from '../../use-print.ts';
import { useVault } from '../../vault-context.ts';
import { useWordsWith } from '../../words-context.ts';
import { LabelSheet } from './LabelSheet.tsx';

const BY_HAND = '';
/** Whoever wants a label for an older copy has it in the hand, and can write the day. */
const OFFERED = 5;

/** Labels for a copy: which, whom to ask, and how they will look. */
export const PrintLabelScreen = () => {
  const words = useWordsWith(printsWords);
  const own = words.prints.label;
  const vault = useVault();
  const overview = useCopies().overview;
  const copies = useComputed(() => (overview.value?.copies ?? []).toSorted((a, b) => b.madeAt - a.madeAt).slice(0, OFFERED));
  const model = useMemo(() => createLabelModel(copies, vault.view.peek().memberName), [vault]);
  const problem = model.problem.value;
  const printing = usePrint('label', problem === null);
  return (
    <PrintScreen
      title={own.title}
      why={own.why}
      printing={printing}
      paper={{ at: 'sheet', sheet: <LabelSheet label={model.label.value} /> }}
      back={{ to: 'copies', name: own.back }}
      before={
        <Card>
          <div class="stack">
            <SelectField
              label={own.copy}
              value={model.copyId.value ?? BY_HAND}
              choices={[
                ...copies.value.map(({ copyId, madeAt, verifiedAt }) => ({
                  value: copyId,
                  label: own.copyOf(words.dates.dayTime(madeAt), verifiedAt !== null),
                })),
                { value: BY_HAND, label: own.copyNone },
              ]}
              onChange={(chosen) => model.choose(chosen === BY_HAND ? null : chosen)}
            />
            <Field
              label={own.contact}
              hint={own.contactHint}
              optional
              maxLength={CONTACT_MAX}
              value={model.contact.value}
              onInput={model.typeContact}
              error={problem === null ? undefined : words.problems.say(problem)}
            />
            <p>{own.plain}</p>
          </div>
        </Card>
      }
    />
  );
};
