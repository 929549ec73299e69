import { useEffect, useMemo } from 'preact/hooks';
import type { PersonCancelModel } from '../../../app/models/person-cancel-model.ts';
import { createPersonCancelModel } from '../../../app/models/person-cancel-model.ts';
import type { CancelPreview, PersonView } from '../../../core/contract/person-api.ts';
import { personsWords } from '../../../i18n/screens/persons.ts';
import { useApp } from '../../app-context.ts';
import { Button } from '../../components/Button.tsx';
import { Checkbox } from '../../components/ChoiceGroup.tsx';
import { Dialog } from '../../components/Dialog.tsx';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { Field } from '../../components/Field.tsx';
import { Progress } from '../../components/Progress.tsx';
import { nameText } from '../../name-text.ts';
import { useHandOver } from '../../use-hand-over.ts';
import { usePersons } from '../../use-persons.ts';
import { useVault } from '../../vault-context.ts';
import { useWordsWith } from '../../words-context.ts';

/** What goes, what stays, and the word that says it is meant. */
export const CancelDialog = ({ person, onClose }: { readonly person: PersonView; readonly onClose: () => void }) => {
  const words = useWordsWith(personsWords);
  const text = words.persons.cancel;
  const vault = useVault();
  const handOver = useHandOver();
  const persons = usePersons();
  const { router, session } = useApp();
  const model = useMemo(() => createPersonCancelModel(vault, person.id, () => text.accepted), [person.id]);
  useEffect(() => void model.load(), [model]);

  const preview = model.preview.value;
  const busy = model.busy.value;
  const progress = session.progress.value;
  const go = async (): Promise<void> => {
    const news = { cancelled: 1 + model.goingAlong.peek().length, copies: preview?.copiesThatKeepIt ?? 0 };
    const done = await model.cancel();
    if (done === null) return;
    // Who was searched for is gone: the list begins anew.
    persons.clear();
    handOver.tell({ ...news, oldKeys: done.oldKeys });
    router.replace('persons');
  };
  const close = (): void => {
    if (!busy) onClose();
  };
  return (
    <Dialog
      title={text.title(nameText(person.fields.name))}
      onClose={close}
      actions={
        <>
          <Button
            look="danger"
            busy={busy}
            disabled={preview === null || !model.isConfirmed.value}
            onClick={() => void go()}
          >
            {text.do}
          </Button>
          <Button disabled={busy} onClick={close}>
            {text.stay}
          </Button>
        </>
      }
    >
      {model.error.value === null ? null : <ErrorNotice error={model.error.value} onRetry={() => void model.load()} />}
      {busy ? (
        <Progress
          label={text.progress}
          hint={text.progressHint}
          {...(progress?.job === 'rotate' ? { done: progress.done, total: progress.total } : {})}
        />
      ) : preview === null ? (
        <p role="status">{words.persons.person.loading}</p>
      ) : (
        <Asked model={model} preview={preview} />
      )}
    </Dialog>
  );
};

const Asked = ({ model, preview }: { readonly model: PersonCancelModel; readonly preview: CancelPreview }) => {
  const words = useWordsWith(personsWords);
  const text = words.persons.cancel;
  return (
    <>
      <h3>{text.goes}</h3>
      <ul>
        <li>{text.fields}</li>
        <li>{preview.hasNumber ? text.number : text.noNumber}</li>
      </ul>
      {preview.dependants.length === 0 ? null : (
        <fieldset>
          <legend class="field__label">{text.dependants}</legend>
          <p class="field__hint">{text.dependantsWhy}</p>
          {preview.dependants.map((row) => (
            <Checkbox
              key={row.id}
              label={nameText(row.name)}
              checked={model.goingAlong.value.includes(row.id)}
              onChange={(goes) => model.choose(row.id, goes)}
            />
          ))}
        </fieldset>
      )}
      <h3>{text.stays}</h3>
      <ul>
        <li>{text.entries}</li>
        {preview.copiesThatKeepIt === 0 ? null : <li>{text.copies(preview.copiesThatKeepIt)}</li>}
      </ul>
      {preview.copiesThatKeepIt === 0 ? <p>{text.noCopies}</p> : null}
      <p>{text.final}</p>
      <Field label={text.typed} value={model.typed.value} onInput={model.type} chars={12} />
    </>
  );
};
