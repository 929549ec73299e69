import type { ComponentChildren } from 'preact';
import type { PersonView } from '../../../core/contract/person-api.ts';
import type { WrittenDate } from '../../../core/domain/date/written-date.ts';
import { formatPostalCode } from '../../../core/domain/person/postal-code.ts';
import { purposeOf } from '../../../core/domain/person/purpose.ts';
import { hrefTo } from '../../../app/router/routes.ts';
import type { Messages } from '../../../i18n/messages.ts';
import { personsWords } from '../../../i18n/screens/persons.ts';
import { LinkButton } from '../../components/Button.tsx';
import { nameText } from '../../name-text.ts';
import { useVault } from '../../vault-context.ts';
import { useWordsWith } from '../../words-context.ts';
import { Section } from './Section.tsx';

const relationText = (words: Pick<Messages, 'dates' | 'persons'>, from: WrittenDate | null, to: WrittenDate | null): string | null => {
  const { person } = words.persons;
  if (from !== null && to !== null) return person.between(words.dates.date(from.date), words.dates.date(to.date));
  if (from !== null) return person.since(words.dates.date(from.date));
  return to === null ? null : person.until(words.dates.date(to.date));
};

/** What is kept of a person beside the number. */
export const DetailsSection = ({ person }: { readonly person: PersonView }) => {
  const words = useWordsWith(personsWords);
  const vault = useVault();
  const { fields, parent } = person;
  const own = words.persons.person;
  const isDependant = fields.kind === 'dependant';
  const address = [fields.postalCode === '' ? '' : own.postal(formatPostalCode(fields.postalCode)), fields.address];
  return (
    <Section
      title={own.details}
      aside={
        <LinkButton look="quiet" icon="edit" href={hrefTo('edit', vault.persons.of(person.id))}>
          {own.edit}
        </LinkButton>
      }
    >
      <dl class="person-details">
        {fields.kind === 'payee' ? <Row name={own.kind}>{fields.corporate ? own.company : own.individual}</Row> : null}
        {isDependant ? (
          <Row name={own.parent}>
            {parent === null ? own.noParent : <a href={hrefTo('person', vault.persons.of(parent.id))}>{nameText(parent.name)}</a>}
          </Row>
        ) : null}
        {isDependant ? <Row name={own.relationship}>{fields.relationship}</Row> : null}
        {own.code[fields.kind] === '' ? null : <Row name={own.code[fields.kind]}>{fields.code}</Row>}
        {fields.corporate || (fields.kind === 'payee' && fields.birthDate === null) ? null : (
          <Row name={own.birthDate}>{fields.birthDate === null ? '' : words.dates.date(fields.birthDate.date)}</Row>
        )}
        <Row name={own.address}>{address.filter((part) => part !== '').join(' ')}</Row>
        <Row name={own.relation[fields.kind]}>{relationText(words, fields.relationFrom, fields.relationTo)}</Row>
        {fields.corporate ? null : (
          <Row name={own.purposes}>
            {fields.purposes.length === 0 ? (
              own.noPurposes
            ) : (
              <ul role="list">
                {fields.purposes.map((code) => (
                  <li key={code}>{purposeOf(code).label}</li>
                ))}
              </ul>
            )}
          </Row>
        )}
        <Row name={own.changed}>{words.dates.day(person.changedAt)}</Row>
      </dl>
    </Section>
  );
};

const Row = ({ name, children }: { readonly name: string; readonly children: ComponentChildren }) => {
  const { unknown } = useWordsWith(personsWords).persons.person;
  const isEmpty = children === '' || children === null;
  return (
    <>
      <dt>{name}</dt>
      <dd data-empty={isEmpty ? '' : undefined}>{isEmpty ? unknown : children}</dd>
    </>
  );
};
