import { useSignal } from '@preact/signals';
import type { PersonView } from '../../../core/contract/person-api.ts';
import { personsWords } from '../../../i18n/screens/persons.ts';
import { Button } from '../../components/Button.tsx';
import { useWordsWith } from '../../words-context.ts';
import { CancelDialog } from './CancelDialog.tsx';

/** The way back from a registration made by mistake: last on the page, and plain about what it is not for. */
export const CancelSection = ({ person }: { readonly person: PersonView }) => {
  const words = useWordsWith(personsWords);
  const isOpen = useSignal(false);
  return (
    <div class="person-pane__section person-pane__cancel">
      <p class="person-pane__quiet">{words.persons.cancel.why}</p>
      <Button
        look="danger"
        onClick={() => {
          isOpen.value = true;
        }}
      >
        {words.persons.cancel.open}
      </Button>
      {isOpen.value ? (
        <CancelDialog
          person={person}
          onClose={() => {
            isOpen.value = false;
          }}
        />
      ) : null}
    </div>
  );
};
