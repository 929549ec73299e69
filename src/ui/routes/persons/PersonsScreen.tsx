import { PageHeader } from '../../components/PageHeader.tsx';
import { useWords } from '../../words-context.ts';

export const PersonsScreen = () => {
  const words = useWords();
  return <PageHeader title={words.persons.title} />;
};
