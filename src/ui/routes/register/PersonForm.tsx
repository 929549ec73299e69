import { useLayoutEffect, useMemo, useRef } from 'preact/hooks';
import { createPersonFormModel } from '../../../app/models/person-form-model.ts';
import type { PersonFormStart } from '../../../app/models/person-form-values.ts';
import { hrefTo } from '../../../app/router/routes.ts';
import { registerWords } from '../../../i18n/screens/register.ts';
import { useApp } from '../../app-context.ts';
import { Button, LinkButton } from '../../components/Button.tsx';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { Form } from '../../components/Form.tsx';
import { Notice } from '../../components/Notice.tsx';
import { PageHeader } from '../../components/PageHeader.tsx';
import { nameText } from '../../name-text.ts';
import { useGuard } from '../../use-guard.ts';
import { useHandOver } from '../../use-hand-over.ts';
import { usePersons } from '../../use-persons.ts';
import { useVault } from '../../vault-context.ts';
import { useWordsWith } from '../../words-context.ts';
import { ContactFields } from './ContactFields.tsx';
import { KindChoice } from './KindChoice.tsx';
import { PurposeFields } from './PurposeFields.tsx';
import { RelationFields } from './RelationFields.tsx';
import { WhoFields } from './WhoFields.tsx';
import './person-form.css';

/** The first field that waits for an answer: what is chosen beforehand, as that a payee is a person, does not. */
const firstOpen = (form: HTMLElement | null): HTMLElement | null =>
  [...(form?.querySelectorAll<HTMLInputElement | HTMLSelectElement>('input[type="text"], select') ?? [])].find(({ value }) => value === '') ?? null;

/** Kind first; then the fields this kind needs and no others. The number is entered after saving, on a screen of its own. */
export const PersonForm = ({ start, onAnew }: { readonly start: PersonFormStart; readonly onAnew: () => void }) => {
  const words = useWordsWith(registerWords);
  const text = words.register;
  const { router, newPersonId } = useApp();
  const vault = useVault();
  const handOver = useHandOver();
  const persons = usePersons();
  const model = useMemo(
    () => createPersonFormModel({ api: vault.api, now: vault.now, business: vault.view.peek(), newPersonId }, start),
    [],
  );
  useGuard(model.isDirty, model.draft);

  const kind = model.kind.value;
  const title = kind === null ? text.title : model.isNew ? text.titles[kind] : text.editTitle;
  // What comes back from before, and what is stored, is looked at first.
  const typesAtOnce = model.isNew && start.draft === null;
  const card = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    if (typesAtOnce) firstOpen(card.current)?.focus({ preventScroll: true });
  }, [kind]);
  const save = async (): Promise<boolean> => {
    const person = await model.save();
    if (person === null) return false;
    // Someone new must not be hidden by what the list was narrowed to.
    if (model.isNew) persons.clear();
    handOver.arrive(person.id, model.isNew ? 'registered' : 'changed');
    // Going back from there must not lead into the form again.
    router.replace('person', vault.persons.of(person.id));
    return true;
  };
  if (kind === null)
    return (
      <>
        <PageHeader title={title} why={text.why} focusKey="kind" />
        <KindChoice onChoose={model.chooseKind} />
      </>
    );
  const wrong = Object.keys(model.problems.value).length;
  const back = start.person === null ? hrefTo('persons') : hrefTo('person', vault.persons.of(start.person.id));
  return (
    <>
      <PageHeader
        title={title}
        why={start.person === null ? (model.corporate.value ? undefined : text.why) : text.editOf(nameText(start.person.fields.name))}
        focusKey={kind}
        keepFocus={typesAtOnce}
        actions={
          model.isNew ? (
            <Button look="quiet" onClick={() => model.chooseKind(null)}>
              {text.otherKind}
            </Button>
          ) : undefined
        }
      />
      {start.draft === null ? null : <Resumed onAnew={onAnew} />}
      <div ref={card} class="person-form card">
        <Form onSubmit={save} label={title}>
          <WhoFields model={model} kind={kind} />
          <ContactFields model={model} />
          <RelationFields model={model} kind={kind} />
          {model.corporate.value ? null : <PurposeFields model={model} />}
          {model.error.value === null ? null : <ErrorNotice error={model.error.value} />}
          <div class="person-form__end">
            {wrong === 0 ? null : <Notice tone="bad" live title={text.wrong(wrong)} />}
            <div class="row">
              <Button look="primary" type="submit" busy={model.busy.value}>
                {model.busy.value ? text.saving : model.isNew ? text.save : text.saveEdit}
              </Button>
              <LinkButton href={back}>{words.actions.cancel}</LinkButton>
            </div>
          </div>
        </Form>
      </div>
    </>
  );
};

/** What was typed before the vault closed is back in the fields. */
const Resumed = ({ onAnew }: { readonly onAnew: () => void }) => {
  const text = useWordsWith(registerWords).register;
  return (
    <div class="band">
      <Notice tone="info" title={text.resumed} actions={<Button onClick={onAnew}>{text.anew}</Button>}>
        {text.resumedWhy}
      </Notice>
    </div>
  );
};
