import type { PersonView } from '../../../core/contract/person-api.ts';
import { formatCorporateNumber } from '../../../core/domain/number/corporate-number.ts';
import { personsWords } from '../../../i18n/screens/persons.ts';
import { useWordsWith } from '../../words-context.ts';
import { Section } from './Section.tsx';

/** A company's number is public: it stands in the open. */
export const CorporateSection = ({ person }: { readonly person: PersonView }) => {
  const words = useWordsWith(personsWords);
  const number = person.fields.corporateNumber;
  return (
    <Section title={words.numbers.corporateTitle}>
      {number === null ? (
        <p>{words.numbers.corporateNone}</p>
      ) : (
        <>
          <p class="person-pane__digits">{formatCorporateNumber(number)}</p>
          <p class="person-pane__quiet">{words.numbers.corporateWhy}</p>
        </>
      )}
    </Section>
  );
};
