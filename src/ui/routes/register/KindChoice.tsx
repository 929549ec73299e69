import type { PersonKind } from '../../../core/domain/person/person-kind.ts';
import { PERSON_KINDS } from '../../../core/domain/person/person-kind.ts';
import { registerWords } from '../../../i18n/screens/register.ts';
import type { IconName } from '../../components/Icon.tsx';
import { Icon } from '../../components/Icon.tsx';
import { useWordsWith } from '../../words-context.ts';

const ICONS: Record<PersonKind, IconName> = { owner: 'shop', employee: 'badge', dependant: 'people', payee: 'pay' };

/** Whom to add: one touch chooses and goes on, so these are buttons and not radio buttons. */
export const KindChoice = ({ onChoose }: { readonly onChoose: (kind: PersonKind) => void }) => {
  const words = useWordsWith(registerWords);
  return (
    <div class="kind-choice" role="group" aria-label={words.register.kind}>
      {PERSON_KINDS.map((kind) => (
        <button key={kind} type="button" class="kind-choice__card" onClick={() => onChoose(kind)}>
          <span class="kind-choice__icon">
            <Icon name={ICONS[kind]} />
          </span>
          <span class="kind-choice__name">{words.persons.kinds[kind]}</span>
          <span class="kind-choice__hint">{words.register.hints[kind]}</span>
        </button>
      ))}
    </div>
  );
};
