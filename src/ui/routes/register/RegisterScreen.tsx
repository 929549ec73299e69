import { useSignal } from '@preact/signals';
import { useEffect, useMemo } from 'preact/hooks';
import { isDraftFor, personOfDraft } from '../../../app/models/person-form-values.ts';
import { hrefTo } from '../../../app/router/routes.ts';
import type { VaultError } from '../../../core/contract/errors.ts';
import type { PersonView } from '../../../core/contract/person-api.ts';
import { registerWords } from '../../../i18n/screens/register.ts';
import { useApp } from '../../app-context.ts';
import { LinkButton } from '../../components/Button.tsx';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { PageHeader } from '../../components/PageHeader.tsx';
import { Progress } from '../../components/Progress.tsx';
import { useHandOver } from '../../use-hand-over.ts';
import { useVault } from '../../vault-context.ts';
import { useWordsWith } from '../../words-context.ts';
import { PersonForm } from './PersonForm.tsx';

/** Adding a person, or changing one: two addresses, one form. A draft of an earlier session is taken up by itself. */
export const RegisterScreen = () => {
  const place = useApp().router.place.value;
  const { drafts, persons } = useVault();
  const handOver = useHandOver();
  const take = () => drafts.take(place.id, (fields) => isDraftFor(fields, persons.idOf(place.no)));
  const draft = useSignal(useMemo(take, []));
  const start = useMemo(() => handOver.takeRegister(), []);
  const offered = drafts.offered.value;
  // Right after an unlock the screen stands here before the vault has handed the draft out.
  useEffect(() => {
    const late = take();
    if (late !== null) draft.value = late;
  }, [offered]);
  const key = draft.value === null ? 'new' : 'draft';
  const anew = (): void => {
    draft.value = null;
  };
  if (place.id === 'edit') return <EditScreen key={key} draft={draft.value} onAnew={anew} />;
  const { kind = null, parent = null } = start ?? {};
  return <PersonForm key={key} start={{ person: null, kind, parent, draft: draft.value }} onAnew={anew} />;
};

const EditScreen = ({ draft, onAnew }: { readonly draft: Readonly<Record<string, string>> | null; readonly onAnew: () => void }) => {
  const words = useWordsWith(registerWords);
  const { router } = useApp();
  const vault = useVault();
  const person = useSignal<PersonView | null>(null);
  const error = useSignal<VaultError | null>(null);
  const id = vault.persons.idOf(router.place.value.no) ?? (draft === null ? null : personOfDraft(draft));
  useEffect(() => {
    if (id === null) return;
    void vault.api.viewPerson(id).then((answer) => {
      if (answer.ok) person.value = answer.value;
      else error.value = answer.error;
    });
  }, [id]);
  if (id === null || error.value !== null)
    return (
      <>
        <PageHeader title={words.register.editTitle} />
        <ErrorNotice
          error={error.value ?? { type: 'NotFound' }}
          actions={<LinkButton href={hrefTo('persons')}>{words.persons.backToList}</LinkButton>}
        />
      </>
    );
  if (person.value === null) return <Progress label={words.persons.person.loading} />;
  return <PersonForm start={{ person: person.value, kind: person.value.fields.kind, parent: null, draft }} onAnew={onAnew} />;
};
