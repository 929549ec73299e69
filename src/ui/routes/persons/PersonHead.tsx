import { useEffect, useRef } from 'preact/hooks';
import type { PersonView } from '../../../core/contract/person-api.ts';
import { personsWords } from '../../../i18n/screens/persons.ts';
import { StateChip } from '../../components/StateChip.tsx';
import { isLongName, nameText } from '../../name-text.ts';
import { useWordsWith } from '../../words-context.ts';

/** Who it is, and how the number stands. The name is the heading of the screen, and takes the focus when it appears. */
export const PersonHead = ({ person, focus }: { readonly person: PersonView; readonly focus: boolean }) => {
  const words = useWordsWith(personsWords);
  const heading = useRef<HTMLHeadingElement>(null);
  const { fields } = person;
  useEffect(() => {
    if (focus) heading.current?.focus({ preventScroll: true });
    window.scrollTo(0, 0);
  }, [person.id]);
  const whose = fields.kind === 'dependant' && person.parent !== null;
  const second = whose
    ? `${words.persons.dependantOf(nameText(person.parent?.name ?? ''))}（${fields.relationship}）`
    : [words.persons.kinds[fields.kind], fields.code].filter((part) => part !== '').join(' ');
  return (
    <header class="person-pane__section person-head">
      <p class="person-head__line">
        {fields.kana === '' ? null : <span>{nameText(fields.kana)}</span>}
        <span>{second}</span>
      </p>
      <div class="person-head__name">
        <h1 ref={heading} tabIndex={-1} data-long={isLongName(fields.name)}>
          {nameText(fields.name)}
        </h1>
        <StateChip state={person.state} alone />
      </div>
    </header>
  );
};
